#include "adapters/system/paced_time.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace dangol::adapters {
namespace {

using namespace std::chrono_literals;

struct PacedTimeTest : testing::Test {
    PacedTime::Reading machine{.wall = 1'000'000s, .steady = 50s};
    std::vector<PacedTime::Jump> jumps;
    PacedTime time{[this] { return machine; }, [this](PacedTime::Jump jump) { jumps.push_back(jump); }};

    void pass(PacedTime::Nanoseconds duration) {
        machine.wall += duration;
        machine.steady += duration;
    }
    /// Asks every second, as a program that serves does.
    void serve(std::chrono::seconds duration) {
        for (auto second = 0s; second < duration; ++second) {
            pass(1s);
            const auto before = last;
            last = time.now();
            ASSERT_GT(last, before);
        }
    }
    PacedTime::Nanoseconds last{};
};

TEST_F(PacedTimeTest, is_the_wall_clock_while_nobody_sets_it) {
    EXPECT_EQ(time.now(), 1'000'000s);
    pass(3h);
    EXPECT_EQ(time.now(), 1'000'000s + 3h);
    EXPECT_TRUE(jumps.empty());
}

TEST_F(PacedTimeTest, does_not_jump_forward_and_makes_up_for_it) {
    pass(3h);
    const auto before = time.now();
    machine.wall += 15min;
    EXPECT_EQ(time.now(), before);
    serve(10s);
    EXPECT_EQ(last, before + 12s);
    serve(75min);
    EXPECT_EQ(time.now(), machine.wall);
    ASSERT_EQ(jumps.size(), 1U);
    EXPECT_EQ(jumps[0].by, 15min);
    EXPECT_FALSE(jumps[0].followed);
    EXPECT_EQ(jumps[0].made_up, 75min);
}

TEST_F(PacedTimeTest, never_goes_back) {
    serve(1s);
    machine.wall -= 288s;
    serve(10s);
    EXPECT_EQ(last, 1'000'000s + 1s + 8s + 200ms) << "its first reading only notices the jump";
    serve(25min);
    EXPECT_EQ(time.now(), machine.wall);
    ASSERT_EQ(jumps.size(), 1U);
    EXPECT_EQ(jumps[0].by, -288s);
}

TEST_F(PacedTimeTest, a_clock_that_is_set_to_and_fro_leaves_no_trace) {
    for (int i = 0; i < 50; ++i) {
        machine.wall += i % 2 == 0 ? 288s : -288s;
        serve(2s);
    }
    EXPECT_EQ(jumps.size(), 50U);
    EXPECT_LE(std::chrono::abs(time.now() - machine.wall), 2ms);
}

TEST_F(PacedTimeTest, a_machine_that_did_not_know_the_time_is_followed_at_once) {
    for (const auto by : {PacedTime::Nanoseconds(24h * 365), PacedTime::Nanoseconds(-31min)}) {
        machine.wall += by;
        EXPECT_EQ(time.now(), machine.wall);
        EXPECT_TRUE(jumps.back().followed);
        EXPECT_EQ(jumps.back().made_up, 0ms);
    }
    EXPECT_EQ(jumps.size(), 2U);
}

TEST_F(PacedTimeTest, a_thread_put_aside_between_the_two_clocks_sees_no_jump) {
    int aside = 0;
    PacedTime late{[&] {
                       auto reading = machine;
                       if (aside > 0) {
                           --aside;
                           pass(5s);
                           reading.steady = machine.steady;
                       }
                       return reading;
                   },
                   [&](PacedTime::Jump jump) { jumps.push_back(jump); }};
    for (const int times : {1, 2, 3}) {
        aside = times;
        EXPECT_EQ(late.now(), machine.wall) << times << " times in a row";
    }
    EXPECT_TRUE(jumps.empty());
}

}  // namespace
}  // namespace dangol::adapters
