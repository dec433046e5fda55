// Store port, several writers of one context: one of two is first, and the other learns of it.
#include "tests/conformance/shared_store_conformance.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

namespace dangol::conformance {
namespace {

using namespace dangol::runtime;

/// Only a server's store is shared: the suite runs in tests/distributed.
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(SharedStoreConformance);

TEST_P(SharedStoreConformance, one_of_two_writers_of_a_document_is_first) {
    EXPECT_TRUE(one().shared());
    commit(one(), {.documents = {document("a", 0, 1, "one")}});
    Changes late{.events = {event("late", "a")},
                 .documents = {document("b", 0, 1, "{}"), document("a", 0, 1, "other")}};
    const auto committed = other().commit(late);
    ASSERT_FALSE(committed);
    EXPECT_EQ(committed.error().kind, CommitError::Kind::conflict);
    const std::vector<std::pair<std::string, std::string>> stale{{"Order", "a"}};
    EXPECT_EQ(committed.error().stale, stale);
    EXPECT_EQ(other().document("Order", "a")->data, "one");
    EXPECT_FALSE(other().document("Order", "b"));
    EXPECT_EQ(other().last_position(), 0U);
}

TEST_P(SharedStoreConformance, what_a_decision_rests_on_must_still_be_so) {
    commit(one(), {.documents = {document("a", 0, 1, "{}")},
                   .rows = {Row{"counters", "c", "", 1, "{}"}},
                   .answers = {{.key = "k", .fingerprint = "f", .expires = at(9'000)}}});
    const auto row = other().row("counters", "c");
    const auto answer = other().answer("k");
    ASSERT_TRUE(row && answer);
    const Premise on_document{Premise::Of::document, "Order", "a", 1};
    const Premise on_row{Premise::Of::row, "counters", "c", row->revision};
    const Premise on_answer{Premise::Of::answer, {}, "k", answer->revision};
    commit(other(), {.premises = {on_document, on_row, on_answer}});
    commit(other(), {.events = {event("e", "a")}, .premises = {on_document, on_row, on_answer}});

    commit(one(), {.documents = {document("a", 1, 2, "{}")},
                   .rows = {Row{"counters", "c", "", 2, "{}"}},
                   .answers = {{.key = "k", .fingerprint = "f", .done = true, .expires = at(9'000)}}});
    for (const auto& premise : {on_document, on_row, on_answer}) {
        expect_conflict(other(), {.premises = {premise}});
        expect_conflict(other(), {.events = {event("late", "a")}, .premises = {premise}});
    }
    EXPECT_EQ(other().last_position(), 1U);
}

TEST_P(SharedStoreConformance, what_was_not_there_must_still_be_absent) {
    const Premise no_document{Premise::Of::document, "Order", "a", 0};
    const Premise no_row{Premise::Of::row, "counters", "c", 0};
    const Premise no_answer{Premise::Of::answer, {}, "k", 0};
    commit(other(), {.premises = {no_document, no_row, no_answer}});
    commit(one(), {.documents = {document("a", 0, 1, "{}")},
                   .rows = {Row{"counters", "c", "", 1, "{}"}},
                   .answers = {{.key = "k", .fingerprint = "f", .expires = at(9'000)}}});
    for (const auto& premise : {no_document, no_row, no_answer}) {
        expect_conflict(other(), {.premises = {premise}});
    }
}

TEST_P(SharedStoreConformance, a_position_is_moved_by_one_replica_only) {
    commit(one(), {.positions = {{"cafe", 0, 5, 0}}});
    expect_conflict(other(), {.events = {event("late", "a")}, .positions = {{"cafe", 0, 4, 0}}});
    commit(other(), {.positions = {{"cafe", 0, 9, 5}}});
    expect_conflict(one(), {.positions = {{"cafe", 0, 6, 5}}});
}

TEST_P(SharedStoreConformance, an_event_is_handled_by_one_replica_only) {
    commit(one(), {.handled = {{"e", at(1)}}});
    expect_conflict(other(), {.events = {event("late", "a")}, .handled = {{"e", at(1)}}});
    EXPECT_EQ(other().last_position(), 0U);
}

TEST_P(SharedStoreConformance, a_deadline_is_met_by_one_replica_only) {
    commit(one(), {.deadlines = {Deadline{"d", at(1), "expire", "a"}}});
    ASSERT_EQ(other().due_deadlines(at(5), 10).size(), 1U);
    commit(one(), {.deadlines = {MeetDeadline{"d", at(1)}}});
    expect_conflict(other(), {.events = {event("late", "a")}, .deadlines = {MeetDeadline{"d", at(1)}}});
}

TEST_P(SharedStoreConformance, an_effect_belongs_to_who_took_it_on_and_comes_back_to_it_after_a_restart) {
    const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    commit(other(),
           {.effects = {Effect{.id = "x", .kind = "pay", .subject = "a", .due = now, .data = "{}"}}});
    EXPECT_TRUE(one().due_effects(now, 10).empty());
    ASSERT_TRUE(one().next_effect());
    EXPECT_GT(*one().next_effect(), now) << "it is not one's to do before the lease ends";
    restart_other();
    EXPECT_EQ(other().due_effects(now, 10).size(), 1U);
    EXPECT_TRUE(one().due_effects(now, 10).empty());
    commit(other(), {.effects = {FinishEffect{"x"}}});
    EXPECT_FALSE(one().next_effect());
}

/// Two writers at full speed: whatever a reader sees, nothing before it may appear later.
TEST_P(SharedStoreConformance, positions_become_visible_in_order) {
    constexpr int commits = 150;
    std::atomic<int> writing{2};
    const auto write = [&](Store& store, const std::string& name) {
        for (int i = 0; i < commits; ++i) {
            const auto id = name + std::to_string(i);
            Changes changes{.events = {event(id + "a", id), event(id + "b", id)}};
            EXPECT_TRUE(store.commit(changes));
        }
        --writing;
    };
    const auto reader = one().reader();
    std::thread first([&] { write(one(), "one"); });
    std::thread second([&] { write(other(), "other"); });
    std::uint64_t at = 0;
    for (bool last_look = false; !last_look;) {
        last_look = writing == 0;
        for (const auto& seen : reader->events({.after = at})) {
            EXPECT_EQ(seen.position, at + 1) << "a gap that may be filled later";
            at = seen.position;
        }
    }
    first.join();
    second.join();
    while (!reader->events({.after = at, .limit = 1}).empty()) ++at;
    EXPECT_EQ(at, 4U * commits);
}

}  // namespace
}  // namespace dangol::conformance
