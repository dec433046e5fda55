#include "runtime/waiting.hpp"

#include <gtest/gtest.h>

#include <initializer_list>

#include "tests/support/manual_ports.hpp"

namespace dangol::runtime {
namespace {

using namespace std::chrono_literals;
using Types = std::vector<std::string>;

Task<std::string> next_type(Waiting& waiting, std::string subject, std::uint64_t version, Duration within) {
    const auto event =
        co_await call<Result<Waiting::Event>>([=, &waiting](Callback<Result<Waiting::Event>> done) {
            waiting.add(subject, version, {"Paid", "PaymentFailed"}, within, std::move(done));
        });
    if (!event) co_return event.error().code;
    co_return *event ? (*event)->type : "nothing";
}

Task<std::string> next_two_types(Waiting& waiting, std::string subject, std::uint64_t version,
                                 Duration within) {
    const auto first = co_await next_type(waiting, subject, version, within);
    co_return first + " " + co_await next_type(waiting, subject, version + 1, within);
}

struct WaitingTest : testing::Test {
    test::ManualClock clock;
    test::ManualTimers timers{clock};
    test::CountedIds ids;
    std::optional<Waiting> waiting{std::in_place, Environment{clock, ids, timers}};
    Types came;

    void wait_for(const std::string& subject, Duration within, std::uint64_t version = 1) {
        start(next_type(*waiting, subject, version, within),
              [this](Outcome<std::string> outcome) { came.push_back(std::move(outcome).take()); });
    }
    /// One commit: events about `subject` from `version` on.
    void commit(const std::string& subject, std::uint64_t version, std::initializer_list<std::string> types) {
        std::vector<Waiting::Event> events;
        for (const auto& type : types) {
            EventRecord event;
            event.type = type;
            event.subject = subject;
            event.version = version++;
            events.push_back(std::make_shared<const EventRecord>(std::move(event)));
        }
        waiting->committed(events);
    }
};

TEST_F(WaitingTest, all_that_wait_for_a_subject_get_its_event_once) {
    wait_for("a", 1s);
    wait_for("a", 2s);
    wait_for("b", 1s);
    commit("a", 2, {"Paid"});
    EXPECT_EQ(came, (Types{"Paid", "Paid"}));
    commit("a", 3, {"Paid"});
    EXPECT_EQ(came.size(), 2U);
    commit("b", 2, {"PaymentFailed"});
    EXPECT_EQ(came.back(), "PaymentFailed");
}

TEST_F(WaitingTest, nothing_comes_when_the_time_is_up) {
    wait_for("a", 1s);
    wait_for("a", 2s);
    timers.run_for(1s - 1ms);
    EXPECT_TRUE(came.empty());
    timers.run_for(1ms);
    EXPECT_EQ(came, Types{"nothing"});
    commit("a", 2, {"Paid"});
    EXPECT_EQ(came, (Types{"nothing", "Paid"}));
    timers.run_for(5s);
    EXPECT_EQ(came.size(), 2U);
}

TEST_F(WaitingTest, a_wall_clock_that_is_set_neither_prolongs_nor_ends_a_wait) {
    for (const Duration by : {-288s, 15min + 0s}) {
        wait_for("a", 1s);
        const auto before = came.size();
        clock.set(by);
        timers.run_for(1s - 1ms);
        EXPECT_EQ(came.size(), before);
        timers.run_for(1ms);
        EXPECT_EQ(came.size(), before + 1);
    }
}

TEST_F(WaitingTest, a_shorter_wait_that_comes_later_ends_in_time) {
    wait_for("a", 10s);
    wait_for("b", 1s);
    timers.run_for(1s);
    EXPECT_EQ(came, Types{"nothing"});
    timers.run_for(9s);
    EXPECT_EQ(came, (Types{"nothing", "nothing"}));
}

TEST_F(WaitingTest, other_types_and_older_versions_do_not_count) {
    wait_for("a", 1s, 3);
    commit("a", 2, {"Paid", "Paid"});
    commit("a", 4, {"PaymentUnknown"});
    EXPECT_TRUE(came.empty());
    commit("a", 5, {"Paid"});
    EXPECT_EQ(came, Types{"Paid"});
}

TEST_F(WaitingTest, of_several_events_in_a_commit_the_last_one_counts) {
    wait_for("a", 1s);
    commit("a", 2, {"Paid", "PaymentFailed", "PaymentUnknown"});
    EXPECT_EQ(came, Types{"PaymentFailed"});
}

TEST_F(WaitingTest, a_task_may_wait_again_at_once) {
    Types both;
    start(next_two_types(*waiting, "a", 1, 1s),
          [&](Outcome<std::string> outcome) { both.push_back(std::move(outcome).take()); });
    commit("a", 2, {"Paid"});
    EXPECT_TRUE(both.empty());
    commit("a", 3, {"PaymentFailed"});
    EXPECT_EQ(both, Types{"Paid PaymentFailed"});
}

TEST_F(WaitingTest, one_timer_serves_all_that_wait) {
    for (int i = 0; i < 100; ++i) wait_for("order " + std::to_string(i), 1s + i * 10ms);
    EXPECT_EQ(timers.asked(), 1U);
    timers.run_for(1s);
    EXPECT_EQ(came.size(), 1U);
    EXPECT_EQ(timers.asked(), 2U) << "set again for the next one that is due";
    for (int i = 1; i < 100; ++i) commit("order " + std::to_string(i), 2, {"Paid"});
    timers.run_for(10s);
    EXPECT_EQ(came.size(), 100U);
    EXPECT_EQ(timers.asked(), 2U) << "nobody waits any more";
}

TEST_F(WaitingTest, a_stop_ends_all_that_wait_and_whoever_comes_later) {
    wait_for("a", 1s);
    wait_for("b", 2s);
    waiting->stop();
    EXPECT_EQ(came, (Types{"stopping", "stopping"}));
    wait_for("a", 1s);
    EXPECT_EQ(came.size(), 3U);
    EXPECT_EQ(came.back(), "stopping");
    commit("a", 2, {"Paid"});
    timers.run_for(3s);
    EXPECT_EQ(came.size(), 3U);
}

TEST_F(WaitingTest, a_task_that_would_wait_again_after_a_stop_ends) {
    Types both;
    start(next_two_types(*waiting, "a", 1, 1s),
          [&](Outcome<std::string> outcome) { both.push_back(std::move(outcome).take()); });
    waiting->stop();
    EXPECT_EQ(both, Types{"stopping stopping"});
}

TEST_F(WaitingTest, at_the_end_nobody_waits_any_more) {
    wait_for("a", 1s);
    waiting.reset();
    EXPECT_EQ(came, Types{"stopping"});
    timers.run_for(2s);
    EXPECT_EQ(came.size(), 1U);
}

}  // namespace
}  // namespace dangol::runtime
