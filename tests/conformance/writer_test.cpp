// The writer's promises: one commit for what waits together, no answer before it, every event once.
#include "tests/conformance/counting_context.hpp"

namespace dangol::conformance {
namespace {

TEST_F(WriterPromises, commands_that_wait_together_share_one_commit_and_see_each_other) {
    Process process(*this);
    for (int i = 0; i < 5; ++i) add(process, "a", 1);
    process.settle();
    EXPECT_EQ(answers, (Words{"1", "2", "3", "4", "5"}));
    EXPECT_EQ(process.writer.figures().commits, 1U);
    EXPECT_EQ(value("a"), 5);
}

TEST_F(WriterPromises, a_refused_command_leaves_nothing_behind) {
    Process process(*this);
    add(process, "a", 1);
    add(process, "a", -1);
    add(process, "a", 1);
    process.settle();
    EXPECT_EQ(answers, (Words{"1", "negative", "2"}));
    EXPECT_EQ(disk.last_position(), 2U);
}

TEST_F(WriterPromises, nobody_is_answered_before_the_commit) {
    Process process(*this);
    add(process, "a", 1);
    fault = adapters::CommitFault::fail_before;
    process.settle();
    EXPECT_EQ(answers, (Words{"store-unavailable"}));
    EXPECT_EQ(value("a"), 0);
    add(process, "a", 1);
    process.settle();
    EXPECT_EQ(answers.back(), "1");
}

TEST_F(WriterPromises, an_unknown_commit_is_looked_up_before_going_on) {
    Process process(*this);
    add(process, "a", 1);
    fault = adapters::CommitFault::unknown_applied;
    process.settle();
    EXPECT_EQ(answers, (Words{"store-unavailable"}));
    add(process, "a", 1);
    process.settle();
    EXPECT_EQ(answers.back(), "2");
    EXPECT_EQ(value("a"), 2);
}

TEST_F(WriterPromises, an_event_has_its_effect_once_across_crashes) {
    bus.publish("Bumped", "a");
    bus.publish("Bumped", "a");
    {
        Process process(*this);
        fault = adapters::CommitFault::crash_after;
        EXPECT_THROW(process.settle(), adapters::SimulatedCrash);
    }
    {
        Process process(*this);
        process.settle();
    }
    EXPECT_EQ(value("a"), 2);
    bus.publish("Bumped", "a");
    {
        Process process(*this);
        fault = adapters::CommitFault::crash_before;
        EXPECT_THROW(process.settle(), adapters::SimulatedCrash);
    }
    Process process(*this);
    process.settle();
    EXPECT_EQ(value("a"), 3);
}

TEST_F(WriterPromises, a_failed_commit_takes_its_events_again) {
    Process process(*this);
    bus.publish("Bumped", "a");
    fault = adapters::CommitFault::fail_before;
    process.settle();
    process.settle();
    EXPECT_EQ(value("a"), 1);
}

TEST_F(WriterPromises, an_event_that_comes_again_at_another_offset_has_its_effect_once) {
    bus.repeats = true;
    bus.publish("Bumped", "a");
    bus.publish_again(0);
    {
        Process process(*this);
        process.settle();
        EXPECT_EQ(value("a"), 1) << "in one batch";
        bus.publish_again(0);
        bus.publish("Bumped", "a");
        process.settle();
        EXPECT_EQ(value("a"), 2) << "in a later one";
    }
    bus.publish_again(0);
    Process process(*this);
    process.settle();
    EXPECT_EQ(value("a"), 2) << "after a restart";
    EXPECT_EQ(process.writer.figures().consumed, 0U);
}

TEST_F(WriterPromises,
       events_that_lead_to_nothing_cause_no_commit_and_their_positions_come_with_the_next_one) {
    bus.publish("Nothing", "a");
    bus.publish("Nothing", "a");
    {
        Process process(*this);
        process.settle();
        EXPECT_EQ(process.writer.figures().commits, 0U);
        EXPECT_TRUE(disk.positions().empty());
        bus.publish("Bumped", "a");
        bus.publish("Nothing", "a");
        process.settle();
        EXPECT_EQ(process.writer.figures().commits, 1U);
        EXPECT_EQ(disk.positions().at(0).offset, 4U);
        bus.publish("Nothing", "a");
        process.settle();
        add(process, "b", 1);
        process.settle();
        EXPECT_EQ(disk.positions().at(0).offset, 5U) << "a command stores them too";
        bus.publish("Nothing", "a");
        process.settle();
    }
    Process process(*this);
    bus.publish("Bumped", "a");
    process.settle();
    EXPECT_EQ(process.writer.figures().consumed, 2U) << "after a restart they are read again";
    EXPECT_EQ(value("a"), 2);
    EXPECT_EQ(disk.positions().at(0).offset, 7U);
}

TEST_F(WriterPromises, positions_of_events_that_led_to_nothing_are_stored_after_a_second) {
    Process process(*this);
    bus.publish("Nothing", "a");
    process.settle();
    EXPECT_EQ(process.writer.next_due(), clock.now() + 1s);
    wait(process, 999ms);
    EXPECT_TRUE(disk.positions().empty());
    wait(process, 1ms);
    EXPECT_EQ(disk.positions().at(0).offset, 1U);
    EXPECT_FALSE(process.writer.next_due());
}

TEST_F(WriterPromises, a_commit_that_fails_does_not_lose_the_events_before_it) {
    Process process(*this);
    bus.publish("Nothing", "a");
    process.settle();
    bus.publish("Bumped", "a");
    fault = adapters::CommitFault::fail_before;
    process.settle();
    EXPECT_EQ(value("a"), 1);
    EXPECT_EQ(disk.positions().at(0).offset, 2U);
}

TEST_F(WriterPromises, the_positions_of_very_many_events_that_lead_to_nothing_are_stored) {
    Process process(*this);
    const auto many = WriterLimits{}.passed_over;
    for (std::uint64_t i = 1; i < many; ++i) bus.publish("Nothing", "a");
    process.settle();
    EXPECT_TRUE(disk.positions().empty());
    bus.publish("Nothing", "a");
    process.settle();
    EXPECT_EQ(disk.positions().at(0).offset, many);
    EXPECT_EQ(process.writer.figures().commits, 1U);
}

TEST_F(WriterPromises, while_the_store_is_away_commands_are_refused_and_events_wait) {
    Process process(*this);
    bus.publish("Bumped", "a");
    add(process, "a", 5);
    away = true;
    process.writer.step();
    EXPECT_EQ(answers, (Words{"store-unavailable"}));
    add(process, "a", 5);
    process.writer.step();
    EXPECT_EQ(answers.size(), 2U) << "nobody waits for the store to come back";
    EXPECT_EQ(value("a"), 0);
    away = false;
    add(process, "a", 5);
    process.settle();
    EXPECT_EQ(answers.back(), "2");
    EXPECT_EQ(value("a"), 6) << "the event has waited";
}

TEST_F(WriterPromises, what_cannot_be_read_as_an_event_is_parked) {
    Process process(*this);
    bus.publish(std::string(unreadable), "a");
    bus.publish("Bumped", "a");
    bus.publish("Bumped", "b");
    process.settle();
    EXPECT_EQ(value("a"), 0);
    EXPECT_EQ(value("b"), 1);
    EXPECT_EQ(disk.dead_letters(9).size(), 2U);
}

TEST_F(WriterPromises, a_poison_event_parks_its_subject_and_nobody_else) {
    Process process(*this);
    bus.publish("Poisoned", "a");
    bus.publish("Bumped", "a");
    bus.publish("Bumped", "b");
    process.settle();
    EXPECT_EQ(value("a"), 0);
    EXPECT_EQ(value("b"), 1);
    ASSERT_EQ(disk.dead_letters(9).size(), 2U);
    EXPECT_EQ(disk.dead_letters(9).front().reason, "cannot be handled");
}

TEST_F(WriterPromises, dead_letters_are_handled_in_order_once_the_cause_is_gone) {
    bus.publish("Poisoned", "a");
    bus.publish("Bumped", "a");
    {
        Process(*this).settle();
    }
    Process process(*this);
    healed = true;
    process.writer.retry_dead_letters("elsewhere", "a", note());
    process.settle();
    EXPECT_EQ(answers, (Words{"2"}));
    EXPECT_EQ(value("a"), 2);
    EXPECT_TRUE(disk.dead_letters(9).empty());
    bus.publish("Bumped", "a");
    process.settle();
    EXPECT_EQ(value("a"), 3);
}

TEST_F(WriterPromises, a_deadline_outlives_the_process) {
    {
        Process process(*this);
        add(process, "a", 100);
        process.settle();
    }
    clock.advance(9s);
    Process process(*this);
    process.settle();
    EXPECT_EQ(value("a"), 100);
    clock.advance(1s);
    process.settle();
    EXPECT_EQ(value("a"), 1100);
    clock.advance(60s);
    process.settle();
    EXPECT_EQ(value("a"), 1100);
    EXPECT_FALSE(process.writer.next_due().has_value());
}

TEST_F(WriterPromises, an_owed_call_comes_again_as_resumed_until_its_result_is_recorded) {
    {
        Process process(*this);
        add(process, "a", 7);
        process.settle();
        ASSERT_EQ(calls.size(), 1U);
        EXPECT_FALSE(calls[0].resumed);
    }
    finishes.clear();  // what that process waited for is gone with it
    {
        Process process(*this);
        process.settle();
        ASSERT_EQ(calls.size(), 2U);
        EXPECT_TRUE(calls[1].resumed);
        finishes.at(0)(adding("a", 10));
        process.settle();
        EXPECT_EQ(value("a"), 17);
    }
    Process process(*this);
    process.settle();
    EXPECT_EQ(calls.size(), 2U);
    EXPECT_EQ(troubles, Words{});
}

TEST_F(WriterPromises, a_stopped_writer_refuses_what_is_queued_and_what_comes) {
    Process process(*this);
    std::vector<std::string> repairs;
    const auto repair = [&] {
        process.writer.amend([] { return Changes{}; },
                             [&](const Result<std::size_t>& made) { repairs.push_back(made.error().code); });
    };
    add(process, "a", 1);
    repair();
    process.writer.stop();
    EXPECT_EQ(answers, Words{"stopping"});
    EXPECT_EQ(repairs, Words{"stopping"});
    add(process, "a", 1);
    repair();
    EXPECT_EQ(answers, (Words{"stopping", "stopping"}));
    EXPECT_EQ(repairs, (Words{"stopping", "stopping"}));
    EXPECT_EQ(value("a"), 0);
}

/// Decides in one writer, waits for an event of the other, and decides in the first again.
Task<std::string> across(Host first, Host second) {
    const auto count = [](Unit& unit) { return unit.execute<Counter>("a", Add{1}); };
    const auto begun = co_await first.decide({}, count);
    const auto event = co_await second.next_event<Added>("b", 0, 10s);
    const auto ended = co_await first.decide({}, count);
    co_return (begun ? "begun, " : "refused, ") + (event ? "told" : event.error().code) + ", " +
        (ended ? "ended" : ended.error().code);
}

TEST_F(WriterPromises, a_request_that_waits_for_another_writer_has_ended_when_the_first_one_goes) {
    struct NoReads final : Reads {
        void read(Question, Caller) override {}
    } reads;
    Live live;
    std::optional<Process> first{std::in_place, *this};
    adapters::MemoryDisk other_disk{"other"};
    Context other_context("other");
    other_context.aggregate(Counter{});
    const auto other_store = adapters::open_memory_store(other_disk);
    std::optional<Writer> other{std::in_place, other_context, *other_store, bus,
                                Environment{clock, ids, timers}};
    Words ends;
    start(across({first->writer, reads, live, {clock, ids, timers}},
                 {*other, reads, live, {clock, ids, timers}}),
          [&](Outcome<std::string> outcome) { ends.push_back(std::move(outcome).take()); });
    first->settle();
    EXPECT_EQ(ends, Words{});

    first->writer.stop();
    EXPECT_EQ(ends, Words{});
    other->stop();
    EXPECT_EQ(ends, Words{"begun, stopping, stopping"});
    first.reset();
    other.reset();
    timers.run_for(20s);
    EXPECT_EQ(ends.size(), 1U);
    EXPECT_EQ(value("a"), 1);
}

// ── The actor of a command ───────────────────────────────────────────────────────────────────────────

TEST_F(WriterPromises, an_event_names_the_account_that_gave_the_command_and_a_reaction_none) {
    Process process(*this);
    add(process, "a", 1, {{"someone"}, Role::staff});
    process.settle();
    bus.publish("Bumped", "a");
    process.settle();
    const auto events = process.store.events({.subject = "a"});
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].actor, "staff:someone");
    EXPECT_EQ(events[0].causation, "request");
    EXPECT_EQ(events[1].actor, "");
    EXPECT_EQ(events[1].causation, "event1");
}

}  // namespace
}  // namespace dangol::conformance
