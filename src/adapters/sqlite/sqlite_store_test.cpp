// What is SQLite's own; what every store must do is in tests/conformance.
#include "adapters/sqlite/sqlite_store.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <vector>

#include "adapters/sqlite/statement.hpp"
#include "tests/conformance/store_conformance.hpp"
#include "tests/conformance/temporary_folder.hpp"

namespace dangol::adapters {
namespace {

using conformance::document;
using conformance::event;
using runtime::Changes;
using runtime::CommitError;
using runtime::StoreBroken;

class SqliteStore : public testing::Test {
  protected:
    [[nodiscard]] std::string path() const { return folder_.file("order.db"); }
    [[nodiscard]] std::unique_ptr<runtime::Store> open() const {
        return open_sqlite_store({path(), "order"});
    }

    /// Why opening is refused; empty if it is not.
    [[nodiscard]] std::string refusal() const {
        try {
            static_cast<void>(open());
            return {};
        } catch (const StoreBroken& refused) {
            return refused.what();
        }
    }
    /// Makes the store with an event and a dead letter in it.
    void fill() const {
        Changes changes{.events = {event("1", "a")},
                        .dead_letters = {runtime::DeadLetter{"cafe", "s", 0, 16, event("9", "s"), "broken", 2,
                                                             conformance::at(3)}}};
        ASSERT_TRUE(open()->commit(changes));
    }
    /// Makes the file what an older program has left: takes out what was added since.
    void become(int version) const {
        SqliteConnection file(path(), SqliteConnection::Mode::write);
        file.execute(
            "ALTER TABLE events DROP COLUMN actor; ALTER TABLE dead_letters DROP COLUMN event_actor");
        if (version < 2) file.execute("DROP TABLE handled");
        file.execute(("PRAGMA user_version=" + std::to_string(version)).c_str());
    }
    [[nodiscard]] std::string plan(const std::string& sql) const {
        SqliteConnection connection(path(), SqliteConnection::Mode::read);
        Statement explain(connection, "EXPLAIN QUERY PLAN " + sql);
        auto rows = explain.query();
        std::string all;
        while (rows.next()) all += rows.text(3) + "\n";
        return all;
    }

    conformance::TemporaryFolder folder_;
};

TEST_F(SqliteStore, a_store_of_a_newer_program_is_refused_with_what_to_do) {
    static_cast<void>(open());
    SqliteConnection(path(), SqliteConnection::Mode::write).execute("PRAGMA user_version=99");
    EXPECT_NE(refusal().find("newer Dangol (schema 99"), std::string::npos) << refusal();
}

TEST_F(SqliteStore, a_file_of_any_older_schema_is_upgraded_with_what_is_in_it) {
    for (const int version : {1, 2}) {
        std::filesystem::remove(path());
        fill();
        become(version);
        const auto store = open();
        const auto events = store->events({});
        ASSERT_EQ(events.size(), 1U) << version;
        EXPECT_EQ(events[0].data, event("1", "a").data);
        EXPECT_EQ(events[0].actor, "");
        EXPECT_EQ(store->dead_letters(9).at(0).event.actor, "");
        Changes more{.events = {event("2", "a")}, .handled = {{"event-1", conformance::at(1)}}};
        ASSERT_TRUE(store->commit(more)) << version;
        EXPECT_EQ(store->events({.after = 1}).at(0).actor, event("2", "a").actor);
    }
}

TEST_F(SqliteStore, a_file_of_an_older_schema_can_be_read_before_its_writer_has_upgraded_it) {
    fill();
    become(2);
    const auto reader = open_sqlite_reader({path(), "order"});
    EXPECT_EQ(reader->events({.subject = "a"}).at(0).data, event("1", "a").data);
    EXPECT_EQ(reader->dead_letters(9).at(0).event.data, event("9", "s").data);
}

TEST_F(SqliteStore, a_database_that_is_not_a_store_is_refused_and_left_alone) {
    SqliteConnection(path(), SqliteConnection::Mode::create).execute("CREATE TABLE mine(x)");
    EXPECT_NE(refusal().find("is not a Dangol store"), std::string::npos) << refusal();
    EXPECT_EQ(
        SqliteConnection(path(), SqliteConnection::Mode::write).integer("SELECT count(*) FROM sqlite_schema"),
        1);
}

TEST_F(SqliteStore, a_file_that_is_no_database_is_refused) {
    std::ofstream(path()) << std::string(5'000, 'x');
    EXPECT_NE(refusal().find("not a database"), std::string::npos) << refusal();
}

TEST_F(SqliteStore, a_wal_without_its_database_is_not_applied_to_a_new_one) {
    std::ofstream(path() + "-wal") << "commits of a database that is gone";
    EXPECT_NE(refusal().find("put the database file back"), std::string::npos) << refusal();
    EXPECT_FALSE(std::filesystem::exists(path()));
}

TEST_F(SqliteStore, what_a_crash_left_of_a_creation_does_not_harm) {
    std::ofstream(path() + ".new") << "half of a store";
    EXPECT_EQ(refusal(), "");
    EXPECT_FALSE(std::filesystem::exists(path() + ".new"));
}

TEST_F(SqliteStore, seven_new_stores_open_well_within_a_start) {
    const auto begin = std::chrono::steady_clock::now();
    std::vector<std::unique_ptr<runtime::Store>> stores;
    for (const char* context :
         {"identity", "cafe", "order", "payment", "delivery", "mypage", "notification"}) {
        stores.push_back(open_sqlite_store({folder_.file(context), context}));
    }
    // Some 50 ms on an idle disk; the bound only catches a return to a flush for every table.
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
}

TEST_F(SqliteStore, another_context_reads_the_file_while_its_writer_writes) {
    EXPECT_EQ(open_sqlite_reader({path(), "order"}), nullptr);
    const auto store = open();
    const auto reader = open_sqlite_reader({path(), "order"});
    ASSERT_NE(reader, nullptr);
    Changes changes{.events = {event("1", "a")}};
    ASSERT_TRUE(store->commit(changes));
    ASSERT_EQ(reader->events({}).size(), 1U);
    EXPECT_EQ(reader->events({})[0].source, "order");
}

TEST_F(SqliteStore, a_commit_that_finds_no_room_writes_nothing_and_the_next_one_works) {
    const auto store = open();
    Changes first{.documents = {document("first", 0, 1, "{}")}};
    ASSERT_TRUE(store->commit(first));

    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit tight{64 * 1024, before.rlim_max};
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &tight), 0);
    Changes large{.events = {event("1", "large")},
                  .documents = {document("large", 0, 1, std::string(300'000, 'x'))}};
    const auto committed = store->commit(large);
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);

    ASSERT_FALSE(committed);
    EXPECT_NE(committed.error().kind, CommitError::Kind::conflict);
    EXPECT_FALSE(store->document("Order", "large"));
    EXPECT_EQ(store->last_position(), 0U);
    ASSERT_TRUE(store->commit(large));
    EXPECT_TRUE(store->reader()->document("Order", "large"));
    EXPECT_TRUE(store->document("Order", "first"));
}

TEST_F(SqliteStore, a_write_that_another_process_blocks_too_long_is_unavailable) {
    const auto store = open();
    SqliteConnection other(path(), SqliteConnection::Mode::write);
    other.execute("BEGIN IMMEDIATE");
    Changes changes{.events = {event("1", "a")}};
    const auto committed = store->commit(changes);
    ASSERT_FALSE(committed);
    EXPECT_EQ(committed.error().kind, CommitError::Kind::unavailable);
    other.execute("ROLLBACK");
    EXPECT_TRUE(store->commit(changes));
}

TEST_F(SqliteStore, every_frequent_question_has_an_index_and_needs_no_sorting) {
    const auto store = open();
    for (const char* sql :
         {"SELECT * FROM events WHERE position > 5 AND subject = 'a' ORDER BY position LIMIT 9",
          "SELECT * FROM events WHERE position < 5 AND scope = 'a' AND scope <> '' ORDER BY position DESC "
          "LIMIT 9",
          "SELECT key FROM rows WHERE view = 'v' AND scope = 's' AND rank BETWEEN 1 AND 2 ORDER BY rank, key",
          "SELECT key FROM rows WHERE view = 'v' AND scope = 's' AND rank BETWEEN 1 AND 2 ORDER BY rank "
          "DESC, key DESC",
          "SELECT key FROM rows WHERE view = 'v' AND scope = 's' AND (rank, key) > (1, 'k') AND rank <= 2 "
          "ORDER BY rank, key",
          "SELECT key FROM rows WHERE view = 'v' AND scope = 's' AND (rank, key) < (1, 'k') AND rank >= 2 "
          "ORDER BY rank DESC, key DESC",
          "SELECT * FROM deadlines WHERE due <= 5 ORDER BY due, key LIMIT 9",
          "SELECT * FROM effects WHERE due <= 5 ORDER BY due, id LIMIT 9",
          "SELECT rowid FROM answers WHERE expires <= 5 ORDER BY expires LIMIT 9"}) {
        const auto chosen = plan(sql);
        EXPECT_NE(chosen.find("SEARCH"), std::string::npos) << sql << "\n" << chosen;
        EXPECT_EQ(chosen.find("TEMP B-TREE"), std::string::npos) << sql << "\n" << chosen;
    }
}

}  // namespace
}  // namespace dangol::adapters
