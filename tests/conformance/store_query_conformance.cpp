// Store port: how rows and events are found, and what is remembered for later.
#include <algorithm>
#include <map>

#include <rapidcheck.h>

#include "tests/conformance/store_conformance.hpp"

namespace dangol::conformance {
namespace {

using namespace dangol::runtime;

std::string keys(const std::vector<Row>& rows) {
    std::string all;
    for (const auto& row : rows) all += row.key;
    return all;
}

std::string ids(const std::vector<EventRecord>& events) {
    std::string all;
    for (const auto& event : events) all += event.id;
    return all;
}

TEST_P(StoreConformance, rows_are_listed_by_rank_then_key_within_view_and_scope) {
    commit({.rows = {Row{"v", "c", "s", 1, ""}, Row{"v", "a", "s", 2, ""}, Row{"v", "b", "s", 1, ""},
                     Row{"v", "d", "s", -5, ""}, Row{"v", "x", "s2", 0, ""}, Row{"v2", "y", "s", 0, ""}}});
    EXPECT_EQ(keys(store().rows({.view = "v", .scope = "s"})), "dbca");
    EXPECT_EQ(keys(store().rows({.view = "v", .scope = "s", .descending = true})), "acbd");
    EXPECT_EQ(keys(store().rows({.view = "v", .scope = "s", .limit = 2})), "db");
    EXPECT_EQ(keys(store().rows({.view = "v", .scope = "s", .limit = 2, .descending = true})), "ac");
    EXPECT_EQ(keys(store().rows({.view = "v", .scope = "s", .rank_min = 1})), "bca");
    EXPECT_EQ(keys(store().rows({.view = "v", .scope = "s", .rank_max = 1, .descending = true})), "cbd");
    EXPECT_EQ(keys(store().rows({.view = "v", .scope = "s", .rank_min = 0, .rank_max = 0})), "");
    EXPECT_EQ(keys(store().rows({.view = "v", .scope = ""})), "");
    EXPECT_EQ(keys(store().rows({.view = "v", .scope = "s", .limit = 0})), "");
}

TEST_P(StoreConformance, rows_after_a_cursor_begin_with_the_next_key_of_its_rank) {
    commit({.rows = {Row{"v", "a", "s", 1, ""}, Row{"v", "b", "s", 1, ""}, Row{"v", "c", "s", 1, ""},
                     Row{"v", "d", "s", 2, ""}, Row{"v", "e", "s", -1, ""}, Row{"v", "x", "s2", 1, ""}}});
    const auto from = [&](std::int64_t rank, std::string key, bool descending) {
        return keys(store().rows(
            {.view = "v", .scope = "s", .descending = descending, .after = Cursor{rank, std::move(key)}}));
    };
    EXPECT_EQ(from(1, "a", false), "bcd");
    EXPECT_EQ(from(1, "c", true), "bae");
    EXPECT_EQ(from(1, "bb", false), "cd");  // an entry that is gone
    EXPECT_EQ(from(1, "bb", true), "bae");
    EXPECT_EQ(from(-9, "z", false), "eabcd");
    EXPECT_EQ(from(2, "d", false), "");
    EXPECT_EQ(from(-1, "e", true), "");
    const auto within = [&](bool descending, Cursor after) {
        return keys(store().rows({.view = "v",
                                  .scope = "s",
                                  .rank_min = 0,
                                  .rank_max = 1,
                                  .descending = descending,
                                  .after = std::move(after)}));
    };
    EXPECT_EQ(within(false, {1, "a"}), "bc");
    EXPECT_EQ(within(true, {1, "b"}), "a");
    EXPECT_EQ(within(false, {-5, "z"}), "abc");
    EXPECT_EQ(within(true, {9, "a"}), "cba");
    EXPECT_EQ(within(false, {2, ""}), "");
}

/// While pages are read, other rows come and move; each that stays where it is comes exactly once.
TEST_P(StoreConformance, pages_of_any_size_lose_no_row_and_repeat_none) {
    for (const bool descending : {false, true}) {
        for (const std::size_t limit : {1U, 2U, 7U}) {
            Changes changes;
            for (int i = 0; i < 60; ++i)
                changes.rows.emplace_back(
                    Row{"v", std::string(1, static_cast<char>('A' + i)), "s", i < 40 ? 5 : i / 10, ""});
            commit(changes);
            std::string found;
            RowQuery query{.view = "v", .scope = "s", .limit = limit, .descending = descending};
            for (auto page = store().rows(query); !page.empty(); page = store().rows(query)) {
                found += keys(page);
                query.after = Cursor{page.back().rank, page.back().key};
                // Rows that were shown go to another list, and one comes at the beginning.
                Changes meanwhile;
                for (auto& row : page)
                    meanwhile.rows.emplace_back(Row{"v", row.key, "elsewhere", row.rank, ""});
                meanwhile.rows.emplace_back(Row{"v", "new", "s", descending ? 99 : -99, ""});
                commit(meanwhile);
            }
            EXPECT_EQ(found.size(), 60U) << limit << found;
            std::ranges::sort(found);
            EXPECT_EQ(std::ranges::unique(found).size(), 0U) << limit << found;
            commit({.rows = {DropRow{"v", "new"}}});
        }
    }
}

TEST_P(StoreConformance, a_row_that_moves_leaves_its_old_place) {
    commit({.rows = {Row{"v", "a", "s", 1, "old"}}});
    commit({.rows = {Row{"v", "a", "s2", 9, "new"}}});
    EXPECT_EQ(keys(store().rows({.view = "v", .scope = "s"})), "");
    EXPECT_EQ(keys(store().rows({.view = "v", .scope = "s2"})), "a");
    EXPECT_EQ(store().row("v", "a"), (Row{"v", "a", "s2", 9, "new"}));
}

TEST_P(StoreConformance, the_last_change_of_a_row_in_a_commit_wins) {
    commit({.rows = {Row{"v", "a", "s", 1, ""}, DropRow{"v", "a"}, DropRow{"v", "b"},
                     Row{"v", "b", "s", 1, "1"}, Row{"v", "b", "s", 2, "2"}}});
    EXPECT_FALSE(store().row("v", "a"));
    EXPECT_EQ(store().row("v", "b"), (Row{"v", "b", "s", 2, "2"}));
    commit({.rows = {DropRow{"v", "b"}, DropRow{"v", "never there"}}});
    EXPECT_FALSE(store().row("v", "b"));
    EXPECT_TRUE(store().rows({.view = "v", .scope = "s"}).empty());
}

TEST_P(StoreConformance, events_are_found_after_a_position_by_subject_and_by_scope) {
    commit({.events = {event("1", "a", "x"), event("2", "b", "x"), event("3", "a", "y"), event("4", "c"),
                       event("5", "a", "x")}});
    EXPECT_EQ(ids(store().events({})), "12345");
    EXPECT_EQ(ids(store().events({.after = 2})), "345");
    EXPECT_EQ(ids(store().events({.after = 2, .limit = 2})), "34");
    EXPECT_EQ(ids(store().events({.after = 5})), "");
    EXPECT_EQ(ids(store().events({.limit = 0})), "");
    EXPECT_EQ(ids(store().events({.subject = "a"})), "135");
    EXPECT_EQ(ids(store().events({.after = 1, .subject = "a"})), "35");
    EXPECT_EQ(ids(store().events({.limit = 1, .subject = "a"})), "1");
    EXPECT_EQ(ids(store().events({.scope = "x"})), "125");
    EXPECT_EQ(ids(store().events({.after = 1, .scope = "x"})), "25");
    EXPECT_EQ(ids(store().events({.subject = "a", .scope = "x"})), "15");
    EXPECT_EQ(ids(store().events({.subject = "nobody"})), "");
}

TEST_P(StoreConformance, the_newest_events_come_first_before_a_position) {
    commit(
        {.events = {event("1", "a", "x"), event("2", "b", "x"), event("3", "a", "y"), event("4", "a", "x")}});
    EXPECT_EQ(ids(store().events({.newest_first = true})), "4321");
    EXPECT_EQ(ids(store().events({.limit = 2, .newest_first = true})), "43");
    EXPECT_EQ(ids(store().events({.newest_first = true, .before = 3})), "21");
    EXPECT_EQ(ids(store().events({.subject = "a", .newest_first = true})), "431");
    EXPECT_EQ(ids(store().events({.limit = 1, .subject = "a", .newest_first = true, .before = 4})), "3");
    EXPECT_EQ(ids(store().events({.scope = "x", .newest_first = true, .before = 4})), "21");
    EXPECT_EQ(ids(store().events({.newest_first = true, .before = 1})), "");
    EXPECT_EQ(ids(store().events({.newest_first = true, .before = 0})), "");
}

TEST_P(StoreConformance, deadlines_come_due_earliest_first_and_one_per_key) {
    commit({.deadlines = {Deadline{"late", at(30), "k", "1"}, Deadline{"soon", at(10), "k", "2"},
                          Deadline{"moved", at(5), "k", "3"}, Deadline{"gone", at(1), "k", "4"}}});
    EXPECT_EQ(store().next_deadline(), at(1));
    commit({.deadlines = {Deadline{"moved", at(20), "kind", "data"}, CancelDeadline{"gone"},
                          CancelDeadline{"never there"}}});
    EXPECT_EQ(store().next_deadline(), at(10));
    EXPECT_TRUE(store().due_deadlines(at(9), 10).empty());
    const auto due = store().due_deadlines(at(20), 10);
    ASSERT_EQ(due.size(), 2U);
    EXPECT_EQ(due[0].key, "soon");
    EXPECT_EQ(due[1].key, "moved");
    EXPECT_EQ(due[1].due, at(20));
    EXPECT_EQ(due[1].kind, "kind");
    EXPECT_EQ(due[1].data, "data");
    EXPECT_EQ(store().due_deadlines(at(100), 1).size(), 1U);
    commit({.deadlines = {CancelDeadline{"soon"}, Deadline{"soon", at(3), "k", ""}}});
    EXPECT_EQ(store().next_deadline(), at(3));
}

TEST_P(StoreConformance, an_effect_stays_owed_until_it_is_finished) {
    commit(
        {.effects = {
             Effect{.id = "b", .kind = "pay", .subject = "order", .attempt = 1, .due = at(10), .data = "{}"},
             Effect{.id = "a", .kind = "refund", .subject = "order", .due = at(5), .resumed = true}}});
    EXPECT_EQ(store().next_effect(), at(5));
    auto due = store().due_effects(at(10), 10);
    ASSERT_EQ(due.size(), 2U);
    EXPECT_EQ(due[0].id, "a");
    EXPECT_FALSE(due[0].resumed);
    EXPECT_EQ(due[1].kind, "pay");
    EXPECT_EQ(due[1].subject, "order");
    EXPECT_EQ(due[1].data, "{}");
    // Tried again later, in the commit that also ended the first attempt.
    commit({.effects = {FinishEffect{"b"},
                        Effect{.id = "b", .kind = "pay", .subject = "order", .attempt = 2, .due = at(40)},
                        FinishEffect{"a"}, FinishEffect{"never there"}}});
    reopen();
    EXPECT_TRUE(store().due_effects(at(39), 10).empty());
    due = store().due_effects(at(40), 10);
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due[0].attempt, 2);
    commit({.effects = {FinishEffect{"b"}}});
    EXPECT_FALSE(store().next_effect());
}

TEST_P(StoreConformance, everything_can_be_read_page_by_page) {
    Changes changes;
    for (const auto* kind : {"B", "A"}) {
        for (const auto* id : {"3", "1", "2"}) {
            changes.documents.push_back({kind, id, 4, 0, std::string(kind) + id});
            changes.rows.emplace_back(Row{kind, id, "scope", 7, id});
        }
    }
    commit(changes);
    std::string documents;
    std::string rows;
    for (auto page = store().scan_documents({}, {}, 2); !page.empty();
         page = store().scan_documents(page.back().kind, page.back().id, 2)) {
        for (const auto& one : page) documents += one.data + std::to_string(one.version) + " ";
    }
    for (auto page = store().scan_rows({}, {}, 4); !page.empty();
         page = store().scan_rows(page.back().view, page.back().key, 4)) {
        for (const auto& one : page) rows += one.view + one.key + one.scope + std::to_string(one.rank) + " ";
    }
    EXPECT_EQ(documents, "A14 A24 A34 B14 B24 B34 ");
    EXPECT_EQ(rows, "A1scope7 A2scope7 A3scope7 B1scope7 B2scope7 B3scope7 ");
}

TEST_P(StoreConformance, positions_are_kept_for_each_source_and_partition) {
    commit({.positions = {{"cafe", 0, 2}, {"order", 0, 5}, {"cafe", 1, 7}}});
    commit({.positions = {{"order", 0, 6, 5}}});
    reopen();
    const auto positions = store().positions();
    std::map<std::pair<std::string, int>, std::uint64_t> found;
    for (const auto& position : positions) found[{position.source, position.partition}] = position.offset;
    EXPECT_EQ(positions.size(), 3U);
    EXPECT_EQ((found[{"cafe", 0}]), 2U);
    EXPECT_EQ((found[{"cafe", 1}]), 7U);
    EXPECT_EQ((found[{"order", 0}]), 6U);
}

TEST_P(StoreConformance, an_answer_is_replaced_when_the_request_is_done) {
    commit({.answers = {{.key = "k", .fingerprint = "f", .resource = "order", .expires = at(50)}}});
    EXPECT_FALSE(store().answer("k")->done);
    commit({.answers = {{.key = "k",
                         .fingerprint = "f",
                         .resource = "order",
                         .done = true,
                         .status = 201,
                         .body = "{}",
                         .expires = at(60)}}});
    const auto answer = store().answer("k");
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->done);
    EXPECT_EQ(answer->status, 201);
    EXPECT_EQ(answer->body, "{}");
    EXPECT_EQ(answer->fingerprint, "f");
    EXPECT_EQ(answer->resource, "order");
    EXPECT_EQ(answer->expires, at(60));
    EXPECT_FALSE(store().answer("other"));
}

TEST_P(StoreConformance, expired_answers_are_forgotten_in_time_and_others_never) {
    Changes changes;
    for (int i = 0; i < 100; ++i) {
        changes.answers.push_back({.key = "old" + std::to_string(i), .expires = at(5)});
        changes.answers.push_back({.key = "new" + std::to_string(i), .expires = at(8)});
    }
    commit(changes);
    for (int i = 0; i < 50; ++i) commit({.events = {event(std::to_string(i), "a")}});  // at 7 ms
    for (int i = 0; i < 100; ++i) {
        EXPECT_FALSE(store().answer("old" + std::to_string(i)));
        EXPECT_TRUE(store().answer("new" + std::to_string(i)));
    }
}

TEST_P(StoreConformance, a_dead_letter_keeps_its_whole_event_until_it_is_dropped) {
    auto parked = event("e", "subject", "cafe-1");
    parked.source = "cafe";
    parked.position = 9;
    commit({.dead_letters = {DeadLetter{"cafe", "subject", 1, 9, parked, "why", 2, at(3)},
                             DeadLetter{"cafe", "subject", 0, 4, parked, "first", 1, at(2)}}});
    reopen();
    auto letters = store().dead_letters(10);
    ASSERT_EQ(letters.size(), 2U);
    EXPECT_EQ(letters[0].offset, 4U);
    const auto& letter = letters[1];
    EXPECT_EQ(std::tie(letter.source, letter.subject, letter.partition, letter.offset),
              std::make_tuple("cafe", "subject", 1, 9U));
    EXPECT_EQ(std::tie(letter.reason, letter.attempts, letter.parked_at), std::make_tuple("why", 2, at(3)));
    EXPECT_EQ(std::tie(letter.event.id, letter.event.type, letter.event.source, letter.event.subject,
                       letter.event.version, letter.event.position, letter.event.time, letter.event.scope),
              std::tie(parked.id, parked.type, parked.source, parked.subject, parked.version, parked.position,
                       parked.time, parked.scope));
    EXPECT_EQ(std::tie(letter.event.correlation, letter.event.causation, letter.event.traceparent,
                       letter.event.actor, letter.event.data),
              std::tie(parked.correlation, parked.causation, parked.traceparent, parked.actor, parked.data));
    EXPECT_EQ(store().dead_letters(1).size(), 1U);
    commit({.dead_letters = {DropDeadLetter{"cafe", 0, 4}, DropDeadLetter{"cafe", 0, 5}}});
    letters = store().dead_letters(10);
    ASSERT_EQ(letters.size(), 1U);
    EXPECT_EQ(letters[0].offset, 9U);
}

/// Any sequence of row changes leaves what a plain map would hold, listed in order.
TEST_P(StoreConformance, rows_behave_like_a_map_under_any_changes) {
    std::map<std::string, Row> model;
    EXPECT_TRUE(rc::check([&] {
        Changes changes;
        const auto steps = *rc::gen::inRange(1, 20);
        for (int i = 0; i < steps; ++i) {
            const auto key = std::string(1, static_cast<char>('a' + *rc::gen::inRange(0, 8)));
            if (*rc::gen::inRange(0, 3) == 0) {
                changes.rows.emplace_back(DropRow{"v", key});
                model.erase(key);
            } else {
                const Row row{"v", key, *rc::gen::element(std::string("s"), std::string("t")),
                              *rc::gen::inRange(-2, 3), *rc::gen::element(std::string(), std::string("{}"))};
                changes.rows.emplace_back(row);
                model.insert_or_assign(key, row);
            }
        }
        RC_ASSERT(store().commit(changes).has_value());
        for (const char* scope : {"s", "t"}) {
            std::vector<Row> expected;
            for (const auto& [_, row] : model) {
                if (row.scope == scope) expected.push_back(row);
            }
            std::ranges::stable_sort(expected, {}, &Row::rank);
            RC_ASSERT(store().rows({.view = "v", .scope = scope}) == expected);
            std::ranges::reverse(expected);
            RC_ASSERT(store().rows({.view = "v", .scope = scope, .descending = true}) == expected);
            if (expected.empty()) continue;
            const auto last = expected.front();
            expected.erase(expected.begin());
            RC_ASSERT(store().rows({.view = "v",
                                    .scope = scope,
                                    .descending = true,
                                    .after = Cursor{last.rank, last.key}}) == expected);
        }
    }));
}

}  // namespace
}  // namespace dangol::conformance
