#include "adapters/sqlite/snapshot.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "tests/conformance/store_conformance.hpp"
#include "tests/conformance/temporary_folder.hpp"

namespace dangol::adapters {
namespace {

using conformance::event;
using runtime::Changes;

class SqliteSnapshotTest : public testing::Test {
  protected:
    [[nodiscard]] SqliteOptions store(const std::string& name) const {
        return {folder_.file(name + ".db"), name};
    }
    [[nodiscard]] SqliteOptions copy(const std::string& name) const {
        return {folder_.file(name + ".copy"), name};
    }
    static void ignore(std::uint64_t, std::uint64_t) {}

    conformance::TemporaryFolder folder_;
};

TEST_F(SqliteSnapshotTest, a_copy_holds_what_was_there_at_the_instant_and_nothing_later) {
    const auto live = open_sqlite_store(store("order"));
    Changes first{.events = {event("1", "a")}};
    ASSERT_TRUE(live->commit(first));
    SqliteSnapshot snapshot({store("order")}, [] {});
    Changes second{.events = {event("2", "a")}};
    ASSERT_TRUE(live->commit(second)) << "the writer goes on";

    snapshot.copy(0, copy("order").path, ignore);

    EXPECT_EQ(damage_in(copy("order").path), "");
    EXPECT_EQ(open_sqlite_reader(copy("order"))->last_position(), 1U);
    EXPECT_FALSE(std::filesystem::exists(copy("order").path + "-wal"));
    EXPECT_EQ(live->last_position(), 2U);
    EXPECT_TRUE(open_sqlite_store(copy("order"))) << "it can be written as any store";
}

TEST_F(SqliteSnapshotTest, nobody_commits_at_the_instant) {
    const auto live = open_sqlite_store(store("order"));
    int error = 0;
    const SqliteSnapshot snapshot({store("order")}, [&] {
        SqliteConnection other(store("order").path, SqliteConnection::Mode::write);
        try {
            other.execute("BEGIN IMMEDIATE");
        } catch (const SqliteError& busy) {
            error = busy.primary_code();
        }
    });
    EXPECT_EQ(error, 5) << "SQLITE_BUSY";
    Changes after{.events = {event("1", "a")}};
    EXPECT_TRUE(live->commit(after));
}

/// Each of two stores follows the other as fast as it can, as contexts do: whatever the order of the copies,
/// one of them would be ahead.
TEST_F(SqliteSnapshotTest, of_two_stores_that_follow_each_other_neither_copy_is_ahead) {
    const auto left = open_sqlite_store(store("left"));
    const auto right = open_sqlite_store(store("right"));
    std::atomic<bool> stopping = false;
    std::thread writers([&] {
        // Round n: left reads right's event n - 1 and writes its own n; right reads that and writes its own
        // n.
        for (std::uint64_t n = 1; !stopping; ++n) {
            Changes of_left{.events = {event("l" + std::to_string(n), "a")}};
            if (n > 1) of_left.positions = {{"right", 0, n - 1, n - 2}};
            EXPECT_TRUE(left->commit(of_left));
            Changes of_right{.events = {event("r" + std::to_string(n), "a")},
                             .positions = {{"left", 0, n, n - 1}}};
            EXPECT_TRUE(right->commit(of_right));
        }
    });
    for (int round = 0; round < 20; ++round) {
        SqliteSnapshot snapshot({store("left"), store("right")}, [] {});
        std::filesystem::remove(copy("left").path);
        std::filesystem::remove(copy("right").path);
        snapshot.copy(0, copy("left").path, ignore);
        snapshot.copy(1, copy("right").path, ignore);
        const auto a = open_sqlite_reader(copy("left"));
        const auto b = open_sqlite_reader(copy("right"));
        for (const auto& position : a->positions()) EXPECT_LE(position.offset, b->last_position());
        for (const auto& position : b->positions()) EXPECT_LE(position.offset, a->last_position());
    }
    stopping = true;
    writers.join();
}

TEST_F(SqliteSnapshotTest, damage_is_found) {
    {
        static_cast<void>(open_sqlite_store(store("order")));
    }
    EXPECT_EQ(damage_in(store("order").path), "");
    std::filesystem::resize_file(store("order").path, 12'000);
    EXPECT_NE(damage_in(store("order").path), "");
    std::ofstream(folder_.file("text")) << std::string(9'000, 'x');
    EXPECT_NE(damage_in(folder_.file("text")), "");
}

}  // namespace
}  // namespace dangol::adapters
