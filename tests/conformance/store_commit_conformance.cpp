// Store port: what a commit does, and what it does not.
#include <algorithm>
#include <ranges>

#include "tests/conformance/store_conformance.hpp"

namespace dangol::conformance {
namespace {

using namespace dangol::runtime;

/// One change of every kind, all belonging to `id`.
Changes one_of_each(const std::string& id, std::uint64_t expected_version, std::uint64_t offset = 41) {
    Changes changes;
    changes.events.push_back(event("event-" + id, id, "cafe-1"));
    changes.documents.push_back(document(id, expected_version, expected_version + 1, "{}"));
    changes.rows.emplace_back(Row{"orders", id, "cafe-1", 5, "{}"});
    changes.deadlines.emplace_back(Deadline{id, at(10), "expire", "{}"});
    changes.effects.emplace_back(Effect{.id = id, .kind = "pay", .subject = id, .due = at(20), .data = "{}"});
    changes.positions.push_back({"payment", 2, offset, offset == 41 ? 0 : offset - 1});
    changes.handled.push_back({"handled-" + id, at(7)});
    changes.answers.push_back({.key = id, .fingerprint = "f", .resource = id, .expires = at(1'000)});
    changes.dead_letters.emplace_back(
        DeadLetter{.source = "cafe", .subject = id, .offset = 9, .event = event("e", id), .reason = "why"});
    return changes;
}

void expect_all_of(Store& store, const std::string& id, bool there) {
    const std::size_t count = there ? 1 : 0;
    EXPECT_EQ(store.events({.subject = id}).size(), count);
    EXPECT_EQ(store.document("Order", id).has_value(), there);
    EXPECT_EQ(store.row("orders", id).has_value(), there);
    EXPECT_EQ(store.rows({.view = "orders", .scope = "cafe-1"}).size(), count);
    EXPECT_EQ(store.due_deadlines(at(100), 10).size(), count);
    EXPECT_EQ(store.due_effects(at(100), 10).size(), count);
    EXPECT_EQ(store.positions().size(), count);
    EXPECT_EQ(store.handled(std::vector{"handled-" + id}).size(), count);
    EXPECT_EQ(store.answer(id).has_value(), there);
    EXPECT_EQ(store.dead_letters(10).size(), count);
}

TEST_P(StoreConformance, a_new_store_is_empty) {
    expect_all_of(store(), "a", false);
    EXPECT_EQ(store().last_position(), 0U);
    EXPECT_FALSE(store().next_deadline());
    EXPECT_FALSE(store().next_effect());
}

TEST_P(StoreConformance, a_commit_writes_every_kind_of_change_and_a_restart_keeps_it) {
    commit(one_of_each("a", 0));
    expect_all_of(store(), "a", true);
    reopen();
    expect_all_of(store(), "a", true);
    EXPECT_EQ(store().last_position(), 1U);
}

TEST_P(StoreConformance, a_version_conflict_writes_nothing_at_all) {
    auto changes = one_of_each("a", 4);
    const auto committed = store().commit(changes);
    ASSERT_FALSE(committed);
    EXPECT_EQ(committed.error().kind, CommitError::Kind::conflict);
    expect_all_of(store(), "a", false);
    reopen();
    expect_all_of(store(), "a", false);
}

TEST_P(StoreConformance, one_conflict_undoes_the_documents_before_it) {
    commit({.documents = {document("old", 0, 1, "before")}});
    Changes changes{.documents = {document("old", 1, 2, "after"), document("new", 0, 1, "{}"),
                                  document("other", 7, 8, "{}")}};
    const auto committed = store().commit(changes);
    ASSERT_FALSE(committed);
    EXPECT_EQ(committed.error().kind, CommitError::Kind::conflict);
    EXPECT_EQ(store().document("Order", "old")->data, "before");
    EXPECT_EQ(store().document("Order", "old")->version, 1U);
    EXPECT_FALSE(store().document("Order", "new"));
}

TEST_P(StoreConformance, after_a_conflict_the_store_commits_again) {
    Changes wrong{.documents = {document("a", 1, 2, "{}")}};
    ASSERT_FALSE(store().commit(wrong));
    commit(one_of_each("a", 0));
    expect_all_of(store(), "a", true);
}

TEST_P(StoreConformance, a_document_is_created_once) {
    commit({.documents = {document("a", 0, 1, "first")}});
    Changes again{.documents = {document("a", 0, 1, "second")}};
    EXPECT_FALSE(store().commit(again));
    EXPECT_EQ(store().document("Order", "a")->data, "first");
}

TEST_P(StoreConformance, a_document_moves_only_from_the_version_that_is_stored) {
    commit({.documents = {document("a", 0, 3, "three")}});
    for (const std::uint64_t stale : {1U, 2U, 4U}) {
        Changes changes{.documents = {document("a", stale, 9, "stale")}};
        EXPECT_FALSE(store().commit(changes)) << stale;
    }
    commit({.documents = {document("a", 3, 5, "five")}});
    const auto stored = store().document("Order", "a");
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->version, 5U);
    EXPECT_EQ(stored->expected_version, 5U);
    EXPECT_EQ(stored->data, "five");
}

TEST_P(StoreConformance, a_position_moves_only_from_the_offset_that_is_stored) {
    commit({.positions = {{"cafe", 0, 4, 0}, {"cafe", 1, 9, 0}}});
    for (const std::uint64_t stale : {0U, 3U, 5U}) {
        Changes changes{.events = {event("late", "a")}, .positions = {{"cafe", 0, 8, stale}}};
        const auto committed = store().commit(changes);
        ASSERT_FALSE(committed) << stale;
        EXPECT_EQ(committed.error().kind, CommitError::Kind::conflict);
    }
    EXPECT_EQ(store().last_position(), 0U);
    commit({.positions = {{"cafe", 0, 2, 4}}});  // a source that was made anew counts from the start
    EXPECT_EQ(store().positions().front().offset, 2U);
}

TEST_P(StoreConformance, an_event_is_handled_once) {
    commit({.handled = {{"e1", at(1)}, {"e2", at(1)}}});
    Changes again{.events = {event("effect", "a")}, .handled = {{"e3", at(2)}, {"e2", at(2)}}};
    const auto committed = store().commit(again);
    ASSERT_FALSE(committed);
    EXPECT_EQ(committed.error().kind, CommitError::Kind::conflict);
    EXPECT_EQ(store().last_position(), 0U);
    const std::vector<std::string> asked{"e1", "e2", "e3"};
    auto known = store().handled(asked);
    std::ranges::sort(known);
    EXPECT_EQ(known, (std::vector<std::string>{"e1", "e2"}));
}

TEST_P(StoreConformance, handled_events_are_remembered_for_a_month) {
    const auto days = [](int count) { return at(0) + std::chrono::days{count}; };
    commit({.handled = {{"old", days(0)}, {"younger", days(20)}}});
    commit({.handled = {{"new", days(31)}}});
    const std::vector<std::string> asked{"old", "younger", "new"};
    auto known = store().handled(asked);
    std::ranges::sort(known);
    EXPECT_EQ(known, (std::vector<std::string>{"new", "younger"}));
}

TEST_P(StoreConformance, a_deadline_is_met_once_and_only_as_it_was_read) {
    commit({.deadlines = {Deadline{"d", at(10), "expire", "a"}}});
    for (const auto& wrong : {MeetDeadline{"d", at(11)}, MeetDeadline{"other", at(10)}}) {
        Changes changes{.events = {event("late", "a")}, .deadlines = {wrong}};
        const auto committed = store().commit(changes);
        ASSERT_FALSE(committed);
        EXPECT_EQ(committed.error().kind, CommitError::Kind::conflict);
    }
    commit({.deadlines = {MeetDeadline{"d", at(10)}}});
    EXPECT_FALSE(store().next_deadline());
    Changes again{.deadlines = {MeetDeadline{"d", at(10)}}};
    EXPECT_FALSE(store().commit(again));
}

TEST_P(StoreConformance, a_deadline_that_was_put_off_in_the_same_commit_is_not_met) {
    commit({.deadlines = {Deadline{"d", at(10), "expire", "a"}}});
    commit({.deadlines = {Deadline{"d", at(20), "expire", "a"}, MeetDeadline{"d", at(10)}}});
    EXPECT_EQ(store().next_deadline(), at(20));
}

TEST_P(StoreConformance, a_met_deadline_may_be_set_again_in_the_same_commit) {
    commit({.deadlines = {Deadline{"d", at(10), "expire", "a"}}});
    commit({.deadlines = {MeetDeadline{"d", at(10)}, Deadline{"d", at(20), "expire", "a"}}});
    EXPECT_EQ(store().next_deadline(), at(20));
}

TEST_P(StoreConformance, documents_of_different_kinds_may_share_an_id) {
    commit({.documents = {{"Order", "a", 1, 0, "order"}, {"Payment", "a", 1, 0, "payment"}}});
    EXPECT_EQ(store().document("Order", "a")->data, "order");
    EXPECT_EQ(store().document("Payment", "a")->data, "payment");
}

TEST_P(StoreConformance, events_get_growing_positions_in_the_order_of_the_changes) {
    Changes first{.events = {event("1", "a"), event("2", "b")}};
    ASSERT_TRUE(store().commit(first));
    reopen();
    Changes second{.events = {event("3", "a")}};
    ASSERT_TRUE(store().commit(second));
    EXPECT_GT(first.events[0].position, 0U);
    EXPECT_GT(first.events[1].position, first.events[0].position);
    EXPECT_GT(second.events[0].position, first.events[1].position);
    EXPECT_EQ(store().last_position(), second.events[0].position);
}

TEST_P(StoreConformance, an_event_comes_back_as_it_went) {
    Changes changes{.events = {event("1", "a", "cafe-1")}};
    ASSERT_TRUE(store().commit(changes));
    const auto events = store().events({});
    ASSERT_EQ(events.size(), 1U);
    const auto& stored = events[0];
    const auto sent = event("1", "a", "cafe-1");
    EXPECT_EQ(std::tie(stored.id, stored.type, stored.source, stored.subject, stored.version, stored.time),
              std::tie(sent.id, sent.type, sent.source, sent.subject, sent.version, sent.time));
    EXPECT_EQ(std::tie(stored.scope, stored.correlation, stored.causation, stored.traceparent, stored.data),
              std::tie(sent.scope, sent.correlation, sent.causation, sent.traceparent, sent.data));
    EXPECT_EQ(stored.actor, sent.actor);
    EXPECT_EQ(stored.position, changes.events[0].position);
}

/// Anything but U+0000, which PostgreSQL cannot store and the HTTP rim lets nobody send.
TEST_P(StoreConformance, texts_may_hold_anything_printable_or_not) {
    const std::string odd = "quote ' \" backslash \\ {NULL} \x01\x7f , \n\t한글 🍵";
    commit({.documents = {document(odd, 0, 1, odd)}, .rows = {Row{odd, odd, odd, 1, odd}}});
    EXPECT_EQ(store().document("Order", odd)->data, odd);
    const auto rows = store().rows({.view = odd, .scope = odd});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0], (Row{odd, odd, odd, 1, odd}));
}

TEST_P(StoreConformance, a_large_batch_is_one_commit) {
    constexpr int count = 5'000;
    Changes changes;
    for (int i = 0; i < count; ++i) {
        const auto id = "id-" + std::to_string(i);
        changes.events.push_back(event(id, id));
        changes.documents.push_back(document(id, 0, 1, std::string(2'000, 'x')));
        changes.rows.emplace_back(Row{"orders", id, "cafe-1", i, "{}"});
    }
    commit(changes);
    reopen();
    EXPECT_EQ(store().last_position(), static_cast<std::uint64_t>(count));
    EXPECT_EQ(store().rows({.view = "orders", .scope = "cafe-1", .limit = 10'000}).size(), 5'000U);
    changes.documents.push_back(document("id-0", 99, 100, "conflict"));
    for (auto& document : changes.documents | std::views::take(count)) {
        document.expected_version = 1;
        document.version = 2;
    }
    EXPECT_FALSE(store().commit(changes));
    EXPECT_EQ(store().document("Order", "id-4999")->version, 1U);
    EXPECT_EQ(store().last_position(), static_cast<std::uint64_t>(count));
}

TEST_P(StoreConformance, a_reader_sees_every_commit_that_returned) {
    const auto reader = store().reader();
    EXPECT_EQ(reader->last_position(), 0U);
    for (int i = 1; i <= 20; ++i) {
        const auto id = std::to_string(i);
        commit(one_of_each(id, 0, 40 + static_cast<std::uint64_t>(i)));
        ASSERT_EQ(reader->last_position(), static_cast<std::uint64_t>(i));
        ASSERT_TRUE(reader->document("Order", id));
        ASSERT_TRUE(reader->row("orders", id));
        ASSERT_TRUE(reader->answer(id));
    }
    EXPECT_EQ(reader->rows({.view = "orders", .scope = "cafe-1"}).size(), 20U);
    EXPECT_EQ(reader->positions().size(), 1U);
    EXPECT_EQ(reader->dead_letters(10).size(), 1U);
}

TEST_P(StoreConformance, a_second_writer_of_the_same_context_is_refused_unless_the_store_is_shared) {
    if (store().shared()) {
        const auto second = place().open();
        commit(one_of_each("a", 0));
        expect_all_of(*second, "a", true);
        return;
    }
    try {
        static_cast<void>(place().open());
        FAIL() << "two writers at once";
    } catch (const StoreBroken& refused) {
        EXPECT_NE(std::string(refused.what()).find("already being written"), std::string::npos)
            << refused.what();
    }
    commit(one_of_each("a", 0));
}

}  // namespace
}  // namespace dangol::conformance
