#include "runtime/progress.hpp"

#include <gtest/gtest.h>

namespace dangol::runtime {
namespace {

std::vector<Position> stored_by(const Progress& progress) {
    std::vector<Position> positions;
    progress.put_into(positions);
    return positions;
}

TEST(Progress, begins_where_the_store_is) {
    Progress progress({{"order", 0, 7}, {"order", 1, 3}});
    EXPECT_EQ(progress.last_read("order", 0), 7U);
    EXPECT_EQ(progress.last_read("order", 1), 3U);
    EXPECT_EQ(progress.unstored(), 0U);
    EXPECT_TRUE(stored_by(progress).empty());
}

TEST(Progress, knows_nothing_of_a_place_that_was_never_stored) {
    Progress progress({{"order", 0, 7}});
    EXPECT_EQ(progress.last_read("cafe", 0), 0U);
    EXPECT_EQ(progress.last_read("order", 1), 0U);
    EXPECT_EQ(progress.last_read("order", 0), 7U);
}

TEST(Progress, stores_only_where_something_was_read_and_says_what_it_found) {
    Progress progress({{"order", 0, 7}, {"cafe", 0, 1}});
    progress.last_read("order", 0) = 9;
    progress.last_read("payment", 2) = 4;
    EXPECT_EQ(progress.unstored(), 2U + 4U);
    const auto positions = stored_by(progress);
    ASSERT_EQ(positions.size(), 2U);
    EXPECT_EQ(positions[0].source, "order");
    EXPECT_EQ(positions[0].offset, 9U);
    EXPECT_EQ(positions[0].expected, 7U);
    EXPECT_EQ(positions[1].source, "payment");
    EXPECT_EQ(positions[1].partition, 2);
    EXPECT_EQ(positions[1].expected, 0U);
}

TEST(Progress, has_nothing_to_store_after_the_commit) {
    Progress progress({});
    progress.last_read("order", 0) = 9;
    progress.committed();
    EXPECT_EQ(progress.unstored(), 0U);
    progress.last_read("order", 0) = 11;
    ASSERT_EQ(stored_by(progress).size(), 1U);
    EXPECT_EQ(stored_by(progress)[0].expected, 9U);
}

}  // namespace
}  // namespace dangol::runtime
