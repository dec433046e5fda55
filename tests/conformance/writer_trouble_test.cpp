// What the writer survives: kinds that it does not know, calls that keep failing, and what breaks around it.
#include "tests/conformance/counting_context.hpp"

namespace dangol::conformance {
namespace {

using WriterTroubles = WriterPromises;

// ── What this program does not know, and what keeps failing ──────────────────────────────────────────

TEST_F(WriterTroubles, an_effect_of_an_unknown_kind_is_parked_and_the_writer_goes_on) {
    Process process(*this);
    add(process, "a", 8);
    process.settle();
    EXPECT_EQ(parked(), Words{"effect fax:a"});
    EXPECT_TRUE(reported("no effect of kind fax is known"));
    EXPECT_FALSE(disk.next_effect().has_value()) << "it is not owed any more";
    EXPECT_EQ(process.writer.figures().parked, 1U);
    EXPECT_EQ(process.writer.figures().effects_running, 0U);
    add(process, "a", 1);
    process.settle();
    EXPECT_EQ(value("a"), 9);
}

TEST_F(WriterTroubles, a_later_program_takes_up_a_parked_effect) {
    {
        Process process(*this);
        add(process, "a", 8);
        process.settle();
    }
    knows_more = true;
    Process process(*this);
    process.writer.retry_dead_letters("effect", "fax:a", note());
    process.settle();
    EXPECT_EQ(answers.back(), "1");
    EXPECT_EQ(parked(), Words{});
    ASSERT_EQ(calls.size(), 1U);
    EXPECT_EQ(calls[0].kind, "fax");
    EXPECT_EQ(calls[0].subject, "a");
    EXPECT_EQ(calls[0].data, "the data");
    EXPECT_GT(calls[0].attempt, 1) << "an earlier attempt may have reached the outside";
    finishes.at(0)(adding("a", 10));
    process.settle();
    EXPECT_EQ(value("a"), 18);
    EXPECT_FALSE(disk.next_effect().has_value());
}

TEST_F(WriterTroubles, an_effect_that_is_given_up_never_comes_again) {
    Process process(*this);
    add(process, "a", 8);
    process.settle();
    process.writer.drop_dead_letters("effect", "fax:a", note());
    process.settle();
    EXPECT_EQ(answers.back(), "1");
    EXPECT_EQ(parked(), Words{});
    EXPECT_FALSE(disk.next_effect().has_value());
}

TEST_F(WriterTroubles, a_deadline_of_an_unknown_kind_is_parked_and_the_writer_goes_on) {
    Process process(*this);
    add(process, "a", 200);
    process.settle();
    wait(process, 10s);
    EXPECT_EQ(parked(), Words{"deadline never:a"});
    EXPECT_TRUE(reported("no deadline of kind never is known"));
    EXPECT_FALSE(process.writer.next_due().has_value());
    EXPECT_EQ(process.writer.figures().parked, 1U);
    add(process, "a", 1);
    process.settle();
    EXPECT_EQ(value("a"), 201);
}

TEST_F(WriterTroubles, a_later_program_meets_a_parked_deadline) {
    {
        Process process(*this);
        add(process, "a", 200);
        process.settle();
        wait(process, 10s);
    }
    knows_more = true;
    Process process(*this);
    process.writer.retry_dead_letters("deadline", "never:a", note());
    process.settle();
    EXPECT_EQ(answers.back(), "1");
    EXPECT_EQ(parked(), Words{});
    EXPECT_EQ(value("a"), 2200);
}

TEST_F(WriterTroubles, a_deadline_that_is_given_up_never_comes_again) {
    Process process(*this);
    add(process, "a", 200);
    process.settle();
    wait(process, 10s);
    process.writer.drop_dead_letters("deadline", "never:a", note());
    process.settle();
    EXPECT_EQ(answers.back(), "1");
    EXPECT_EQ(parked(), Words{});
    EXPECT_FALSE(process.writer.next_due().has_value());
    EXPECT_EQ(value("a"), 200);
}

TEST_F(WriterTroubles, a_deadline_that_cannot_be_met_comes_again_after_a_minute) {
    Process process(*this);
    add(process, "a", 100);
    process.settle();
    deadline_breaks = true;
    wait(process, 10s);
    EXPECT_TRUE(reported("deadline later:a: cannot be met"));
    deadline_breaks = false;
    wait(process, 59s);
    EXPECT_EQ(value("a"), 100);
    wait(process, 1s);
    EXPECT_EQ(value("a"), 1100);
}

TEST_F(WriterTroubles, an_effect_that_throws_is_tried_again_ever_later_and_parked_in_the_end) {
    Process process(*this);
    add(process, "a", 9);
    process.settle();
    EXPECT_EQ(calls.size(), 1U);
    EXPECT_TRUE(reported("effect broken:a: no answer that makes sense"));
    std::vector<Duration> delays;
    while (const auto due = disk.next_effect()) {
        delays.push_back(*due - clock.now());
        wait(process, delays.back() - 1ms);
        EXPECT_EQ(calls.size(), delays.size()) << "not before its time";
        wait(process, 1ms);
        ASSERT_EQ(calls.size(), delays.size() + 1);
        EXPECT_EQ(calls.back().attempt, static_cast<int>(calls.size()));
    }
    EXPECT_EQ(delays, (std::vector<Duration>{2s, 4s, 8s, 16s, 32s, 60s, 60s}));
    EXPECT_EQ(parked(), Words{"effect broken:a"});
    EXPECT_EQ(disk.dead_letters(9).front().reason, "no answer that makes sense");
    EXPECT_EQ(process.writer.figures().parked, 1U);
    EXPECT_EQ(process.writer.figures().effects_running, 0U);

    healed = true;
    process.writer.retry_dead_letters("effect", "broken:a", note());
    process.settle();
    ASSERT_EQ(calls.size(), 9U);
    finishes.at(0)(adding("a", 1));
    process.settle();
    EXPECT_EQ(value("a"), 10);
    EXPECT_EQ(parked(), Words{});
}

TEST_F(WriterTroubles, an_effect_whose_call_is_dropped_without_an_answer_is_tried_again) {
    Process process(*this);
    add(process, "a", 7);
    process.settle();
    finishes.clear();
    process.settle();
    EXPECT_TRUE(reported(Unanswered().what()));
    wait(process, 2s);
    ASSERT_EQ(calls.size(), 2U);
    finishes.at(0)(adding("a", 10));
    process.settle();
    EXPECT_EQ(value("a"), 17);
}

TEST_F(WriterTroubles, an_effect_whose_result_cannot_be_recorded_is_reported_and_comes_again) {
    Process process(*this);
    add(process, "a", 7);
    process.settle();
    finishes.at(0)([](Unit&) -> Result<void> { throw std::runtime_error("cannot be recorded"); });
    process.settle();
    EXPECT_TRUE(reported("cannot be recorded"));
    finishes.clear();
    wait(process, 1s);
    ASSERT_EQ(calls.size(), 2U);
    EXPECT_TRUE(calls[1].resumed) << "the first attempt has reached the outside";
    finishes.at(0)(adding("a", 10));
    process.settle();
    EXPECT_EQ(value("a"), 17);
}

// ── What breaks around the writer ────────────────────────────────────────────────────────────────────

TEST_F(WriterTroubles, a_view_that_throws_is_reported_and_changes_nothing_for_anyone_else) {
    Process process(*this);
    view_breaks = true;
    add(process, "a", 1);
    process.settle();
    EXPECT_EQ(answers, Words{"1"});
    EXPECT_TRUE(reported("view 1 of counting: a bug in the view"));
    EXPECT_EQ(viewed_beside, 1U);
    EXPECT_EQ(observed, 1U);
    view_breaks = false;
    add(process, "a", 1);
    process.settle();
    EXPECT_EQ(viewed, 1U);
    EXPECT_EQ(viewed_beside, 2U);
    EXPECT_EQ(observed, 2U);
    EXPECT_EQ(process.writer.figures().failed_commits, 0U);
}

TEST_F(WriterTroubles, a_view_that_cannot_be_restored_is_reported_and_the_repair_stands) {
    Process process(*this);
    view_breaks = true;
    Result<std::size_t> written;
    process.writer.amend(
        [] {
            Changes changes;
            changes.rows.emplace_back(Row{.view = "counters", .key = "b", .scope = "all", .data = {}});
            return changes;
        },
        [&](Result<std::size_t> count) { written = std::move(count); });
    process.settle();
    EXPECT_EQ(written, 1U);
    EXPECT_TRUE(reported("view 1 of counting: a bug in the view"));
    EXPECT_EQ(restored, 0);
    EXPECT_EQ(restored_beside, 1);
    EXPECT_EQ(process.writer.figures().failed_commits, 0U);
}

TEST_F(WriterTroubles, a_bus_that_throws_is_reported_and_the_commit_stands) {
    Process process(*this);
    bus.broken = true;
    add(process, "a", 1);
    process.settle();
    EXPECT_EQ(answers, Words{"1"});
    EXPECT_TRUE(reported("the bus is broken"));
    EXPECT_EQ(viewed, 1U);
    bus.broken = false;
    add(process, "a", 1);
    process.settle();
    EXPECT_EQ(answers, (Words{"1", "2"}));
    EXPECT_EQ(bus.announced, 1U);
}

TEST_F(WriterTroubles, a_store_that_throws_in_a_commit_costs_one_round) {
    Process process(*this);
    bus.publish("Bumped", "b");
    add(process, "a", 1);
    breaks.commit = 1;
    process.settle();
    EXPECT_EQ(answers, Words{"store-unavailable"});
    EXPECT_TRUE(reported("a bug in the store"));
    EXPECT_EQ(process.writer.figures().failed_commits, 1U);
    EXPECT_EQ(value("a"), 0);
    EXPECT_EQ(value("b"), 1) << "the event was taken again";
    add(process, "a", 1);
    process.settle();
    EXPECT_EQ(answers.back(), "1");
}

TEST_F(WriterTroubles, an_effect_outlives_a_commit_that_throws) {
    Process process(*this);
    add(process, "a", 7);
    process.settle();
    finishes.at(0)(adding("a", 10));
    finishes.clear();
    breaks.commit = 1;
    process.settle();
    EXPECT_EQ(value("a"), 7);
    wait(process, 1s);
    ASSERT_EQ(calls.size(), 2U);
    finishes.at(0)(adding("a", 10));
    process.settle();
    EXPECT_EQ(value("a"), 17);
}

TEST_F(WriterTroubles, what_is_committed_is_answered_once_and_announced_though_the_store_breaks_after_it) {
    Process process(*this);
    add(process, "a", 100);
    process.settle();
    clock.advance(10s);
    breaks.next_deadline = 1;  // asked for because the earliest one is canceled
    add(process, "a", 300);
    process.writer.step();
    EXPECT_EQ(answers, (Words{"1", "3"}));
    EXPECT_EQ(bus.announced, 3U) << "the deadline has come and is met in the same round";
    process.settle();
    EXPECT_EQ(value("a"), 1400);
    EXPECT_EQ(answers, (Words{"1", "3"}));
}

TEST_F(WriterTroubles, a_store_that_breaks_after_a_broken_command_refuses_the_rest) {
    Process process(*this);
    process.writer.submit(
        RequestContext{}, [](Unit&) -> Result<int> { throw std::runtime_error("a bug in a rule"); }, note());
    add(process, "a", 1);
    breaks.document = 1;
    process.settle();
    EXPECT_EQ(answers, (Words{"internal", "store-unavailable"}));
    EXPECT_TRUE(reported("a bug in a rule"));
    add(process, "a", 1);
    process.settle();
    EXPECT_EQ(answers.back(), "1");
}

}  // namespace
}  // namespace dangol::conformance
