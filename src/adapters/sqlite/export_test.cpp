#include "adapters/sqlite/export.hpp"

#include <gtest/gtest.h>

#include "tests/conformance/store_conformance.hpp"
#include "tests/conformance/temporary_folder.hpp"

namespace dangol::adapters {
namespace {

using conformance::at;
using conformance::document;
using conformance::event;
using runtime::Changes;

class SqliteExportTest : public testing::Test {
  protected:
    [[nodiscard]] std::unique_ptr<runtime::Store> open(const std::string& name) const {
        return open_sqlite_store({folder_.file(name), "order"});
    }
    [[nodiscard]] SqliteExport exported(std::int64_t now = 0) const {
        return {{folder_.file("old.db"), "order"}, at(now)};
    }

    conformance::TemporaryFolder folder_;
};

TEST_F(SqliteExportTest, its_pages_make_an_empty_store_the_same) {
    constexpr std::size_t many = 1'203;  // several pages
    Changes all{
        .rows = {runtime::Row{"queue", "k", "s", -5, "{}"}},
        .deadlines = {runtime::Deadline{"expire", at(9), "Expire", "o1"}},
        .effects = {runtime::Effect{"e1", "Refund", "o1", 3, at(4), "{}"}},
        .positions = {{.source = "cafe", .offset = 17}},
        .handled = {{"event-1", at(1)}},
        .answers = {{"kept", "f", "r", true, 201, "body", at(60'000)},
                    {"gone", "f", "r", true, 201, "", at(1)}},
        .dead_letters = {runtime::DeadLetter{"cafe", "s", 0, 16, event("9", "s"), "broken", 2, at(3)}}};
    for (std::size_t i = 0; i < many; ++i) {
        all.events.push_back(event(std::to_string(i), "o" + std::to_string(i % 7)));
        all.documents.push_back(document("d" + std::to_string(i), 0, i + 1, "{}"));
    }
    for (auto& one : all.events) one.time = at(0);
    ASSERT_TRUE(open("old.db")->commit(all));

    const auto copy = open("new.db");
    auto from = exported(10);
    auto counts = from.counts();
    EXPECT_EQ(counts["events"], many);
    EXPECT_EQ(counts["answers"], 1U);
    from.read([&](const Changes& page) {
        Changes again = page;
        ASSERT_TRUE(copy->commit(again));
        for (std::size_t i = 0; i < page.events.size(); ++i)
            EXPECT_EQ(again.events[i].position, page.events[i].position);
    });

    EXPECT_EQ(copy->last_position(), many);
    EXPECT_EQ(copy->events({.after = many - 1}).front().id, std::to_string(many - 1));
    EXPECT_EQ(copy->document("Order", "d1202")->version, many);
    EXPECT_EQ(copy->row("queue", "k")->rank, -5);
    EXPECT_EQ(copy->next_deadline(), at(9));
    const auto effects = copy->due_effects(at(4), 9);
    ASSERT_EQ(effects.size(), 1U);
    EXPECT_EQ(effects[0].attempt, 3);
    EXPECT_EQ(copy->positions().front().offset, 17U);
    EXPECT_EQ(copy->handled(std::vector<std::string>{"event-1"}).size(), 1U);
    EXPECT_EQ(copy->answer("kept")->body, "body");
    EXPECT_FALSE(copy->answer("gone"));
    EXPECT_EQ(copy->dead_letters(9).front().reason, "broken");
}

TEST_F(SqliteExportTest, it_knows_every_table_that_there_is) {
    static_cast<void>(open("old.db"));
    SqliteConnection connection(folder_.file("old.db"), SqliteConnection::Mode::read);
    Statement tables(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'");
    auto from = exported();
    const auto counts = from.counts();
    std::size_t found = 0;
    for (auto rows = tables.query(); rows.next(); ++found)
        EXPECT_TRUE(counts.contains(rows.text(0))) << rows.text(0);
    EXPECT_EQ(found, counts.size());
}

TEST_F(SqliteExportTest, a_store_that_is_being_written_is_not_read_and_the_other_way_round) {
    {
        const auto writing = open("old.db");
        EXPECT_THROW(static_cast<void>(exported()), runtime::StoreBroken);
    }
    const auto reading = exported();
    EXPECT_THROW(static_cast<void>(open("old.db")), runtime::StoreBroken);
}

}  // namespace
}  // namespace dangol::adapters
