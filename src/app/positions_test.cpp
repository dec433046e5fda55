#include "app/positions.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "adapters/sqlite/sqlite_store.hpp"
#include "adapters/system/temporary_folder.hpp"

namespace dangol::app {
namespace {

using runtime::Changes;
using runtime::Position;

class Positions : public testing::Test {
  protected:
    Positions() { config_.data = folder_.path(); }

    [[nodiscard]] std::string path(const std::string& context) const {
        return folder_.path() + "/" + context + ".db";
    }
    void write(const std::string& context, std::size_t events, std::vector<Position> read = {}) {
        Changes changes;
        changes.positions = std::move(read);
        changes.events.resize(events);
        for (std::size_t i = 0; i < events; ++i) changes.events[i].id = std::to_string(i);
        ASSERT_TRUE(adapters::open_sqlite_store({path(context), context})->commit(changes));
    }
    /// Empty if nothing is refused.
    [[nodiscard]] std::string refusal() const {
        try {
            refuse_positions_ahead(config_, Storage(config_));
            return {};
        } catch (const std::runtime_error& refused) {
            return refused.what();
        }
    }

    adapters::TemporaryFolder folder_;
    Config config_;
};

TEST_F(Positions, a_consumer_that_has_read_all_there_is_may_start) {
    write("order", 3);
    write("cafe", 2, {{"order", 0, 3}});
    EXPECT_EQ(refusal(), "");
}

TEST_F(Positions, a_consumer_ahead_of_its_source_is_refused_with_both_positions_and_what_to_do) {
    write("order", 3);
    write("cafe", 2, {{"order", 0, 5}});
    EXPECT_NE(refusal().find("cafe has read order up to event 5, but order ends at event 3"),
              std::string::npos)
        << refusal();
    EXPECT_NE(refusal().find("dangol restore BACKUP --data " + folder_.path()), std::string::npos)
        << refusal();
}

TEST_F(Positions, a_source_that_is_lost_is_refused_and_not_made_anew) {
    write("cafe", 2, {{"order", 0, 5}});
    EXPECT_NE(refusal().find("order ends at event 0"), std::string::npos) << refusal();
    EXPECT_FALSE(std::filesystem::exists(path("order")));
}

TEST_F(Positions, neither_a_process_without_these_contexts_nor_one_with_kafka_is_refused) {
    write("order", 3);
    write("cafe", 2, {{"order", 0, 5}});
    config_.only = {"identity"};
    EXPECT_EQ(refusal(), "");
    config_.only = {"order"};
    EXPECT_NE(refusal(), "") << "it is the source that would give its positions twice";
    config_.only = {"cafe"};
    EXPECT_NE(refusal(), "") << "it is the consumer that would skip events";
    config_.only.clear();
    config_.kafka = "broker:9092";
    EXPECT_EQ(refusal(), "");
}

TEST_F(Positions, one_that_was_set_back_to_nothing_reads_from_the_beginning) {
    write("order", 1);
    write("cafe", 1, {{"order", 0, 5}});
    write("cafe", 1, {{"order", 0, 0, 5}});
    EXPECT_EQ(refusal(), "");
    write("cafe", 1, {{"order", 0, 1, 0}});
    EXPECT_EQ(adapters::open_sqlite_reader({path("cafe"), "cafe"})->positions().at(0).offset, 1U);
}

}  // namespace
}  // namespace dangol::app
