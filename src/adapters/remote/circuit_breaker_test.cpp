#include "adapters/remote/circuit_breaker.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dangol::adapters {
namespace {

using namespace std::chrono_literals;

struct Breaker : testing::Test {
    CallTime now{};
    std::vector<std::string> changes;
    CircuitBreaker breaker{
        {}, [this](BreakerState from, BreakerState to) {
            changes.push_back(std::string(name_of(from)) + " to " + std::string(name_of(to)));
        }};

    bool call(bool failed, std::chrono::milliseconds took = 10ms) {
        const auto permit = breaker.admit(now);
        if (permit.admitted) breaker.report(permit, failed, took, now);
        return permit.admitted;
    }
    void fail_until_open() {
        while (breaker.state() == BreakerState::closed) call(true);
    }
    void succeed(int calls) {
        for (int i = 0; i < calls; ++i) ASSERT_TRUE(call(false));
    }
};

TEST_F(Breaker, three_failures_in_a_row_open_it_however_few_calls_there_are) {
    call(true);
    call(true);
    EXPECT_EQ(breaker.state(), BreakerState::closed);
    call(true);
    EXPECT_EQ(breaker.state(), BreakerState::open);
    EXPECT_FALSE(call(false)) << "refused at once";
    EXPECT_EQ(changes, std::vector<std::string>{"closed to open"});
}

TEST_F(Breaker, half_of_the_calls_failing_opens_it_once_enough_are_seen) {
    for (int i = 0; i < 4; ++i) {
        call(true);
        call(false);
    }
    EXPECT_EQ(breaker.state(), BreakerState::closed) << "eight calls say nothing yet";
    call(true);
    call(false);
    EXPECT_EQ(breaker.state(), BreakerState::open);
}

TEST_F(Breaker, less_than_half_of_the_window_failing_leaves_it_closed) {
    for (int i = 0; i < 100; ++i) ASSERT_TRUE(call(i % 3 == 0));
    EXPECT_EQ(breaker.state(), BreakerState::closed);
}

TEST_F(Breaker, only_the_last_calls_count) {
    succeed(1'000);
    for (int i = 0; i < 20 && breaker.state() == BreakerState::closed; ++i) call(i % 3 != 2);
    EXPECT_EQ(breaker.state(), BreakerState::open);
}

TEST_F(Breaker, slow_answers_open_it_too) {
    for (int i = 0; i < 10; ++i) call(false, i % 2 == 0 ? 3'001ms : 3'000ms);
    EXPECT_EQ(breaker.state(), BreakerState::open);
}

TEST_F(Breaker, after_its_time_three_probes_go_through_and_close_it) {
    fail_until_open();
    now += 1'999ms;
    EXPECT_FALSE(call(false));
    now += 1ms;
    std::vector<CircuitBreaker::Permit> probes;
    for (int i = 0; i < 3; ++i) probes.push_back(breaker.admit(now));
    for (const auto& probe : probes) EXPECT_TRUE(probe.admitted);
    EXPECT_FALSE(breaker.admit(now).admitted) << "until they are back";
    EXPECT_EQ(breaker.state(), BreakerState::half_open);
    for (const auto& probe : probes) breaker.report(probe, false, 10ms, now);
    EXPECT_EQ(breaker.state(), BreakerState::closed);
    EXPECT_EQ(changes,
              (std::vector<std::string>{"closed to open", "open to half-open", "half-open to closed"}));
}

TEST_F(Breaker, a_failed_probe_opens_it_for_twice_as_long_up_to_ten_seconds) {
    fail_until_open();
    for (const auto wait : {2s, 4s, 8s, 10s, 10s}) {
        now += wait - 1ms;
        EXPECT_FALSE(call(true));
        now += 1ms;
        EXPECT_TRUE(call(true)) << "a probe";
        EXPECT_EQ(breaker.state(), BreakerState::open);
    }
    now += 10s;
    succeed(3);
    fail_until_open();
    now += 2s;
    EXPECT_TRUE(call(false)) << "having been closed, it begins with two seconds again";
}

TEST_F(Breaker, an_answer_from_before_the_change_says_nothing_of_the_present) {
    const auto late = breaker.admit(now);
    fail_until_open();
    now += 2s;
    ASSERT_TRUE(breaker.admit(now).admitted);
    breaker.report(late, true, 6s, now);
    EXPECT_EQ(breaker.state(), BreakerState::half_open);
}

}  // namespace
}  // namespace dangol::adapters
