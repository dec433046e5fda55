#include "runtime/limits.hpp"

#include <gtest/gtest.h>

#include <array>
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/manual_ports.hpp"

namespace dangol::runtime {
namespace {

using namespace std::chrono_literals;

constexpr Rate three_then_each_10s{.burst = 3, .each = 10s};

class ALimiter : public testing::Test {
  protected:
    Duration take(const std::string& key, Rate rate = three_then_each_10s) {
        return limiter_.take(std::array{Limiter::Share{key, rate}}).wait;
    }
    int taken_at_once(const std::string& key, Rate rate = three_then_each_10s) {
        int taken = 0;
        while (take(key, rate) == 0ms) ++taken;
        return taken;
    }

    test::ManualClock clock_;
    Limiter limiter_{clock_};
};

TEST_F(ALimiter, grants_a_burst_and_then_one_at_a_time) {
    EXPECT_EQ(taken_at_once("a"), 3);
    EXPECT_EQ(take("a"), 10s);
    clock_.advance(9'999ms);
    EXPECT_EQ(take("a"), 1ms);
    clock_.advance(1ms);
    EXPECT_EQ(taken_at_once("a"), 1);
    clock_.advance(20s);
    EXPECT_EQ(taken_at_once("a"), 2);
}

TEST_F(ALimiter, never_grants_more_than_the_burst_however_long_it_was_quiet) {
    EXPECT_EQ(take("a"), 0ms);
    clock_.advance(24h);
    EXPECT_EQ(taken_at_once("a"), 3);
}

TEST_F(ALimiter, lets_whoever_waits_as_long_as_told_in) {
    for (int i = 0; i < 50; ++i) {
        const auto wait = take("a", {.burst = 4, .each = 333ms});
        clock_.advance(wait);
        if (wait > 0ms) EXPECT_EQ(take("a", {.burst = 4, .each = 333ms}), 0ms);
    }
}

TEST_F(ALimiter, neither_frees_nor_blocks_anybody_when_the_wall_clock_is_set) {
    while (take("a") == 0ms) {
    }
    const auto wait = take("a");
    for (const Duration by : {15min + 0s, -288s}) {
        clock_.set(by);
        EXPECT_EQ(take("a"), wait);
    }
}

TEST_F(ALimiter, counts_each_key_by_itself) {
    EXPECT_EQ(taken_at_once("a"), 3);
    EXPECT_EQ(taken_at_once("b"), 3);
}

TEST_F(ALimiter, does_not_count_what_it_refuses) {
    EXPECT_EQ(taken_at_once("a"), 3);
    for (int i = 0; i < 100; ++i) EXPECT_EQ(take("a"), 10s);
    clock_.advance(10s);
    EXPECT_EQ(take("a"), 0ms);
}

TEST_F(ALimiter, takes_all_or_nothing_and_names_the_slowest) {
    const std::array both{Limiter::Share{"wide", {.burst = 100, .each = 1s}},
                          Limiter::Share{"narrow", {.burst = 1, .each = 60s}}};
    EXPECT_EQ(limiter_.take(both).wait, 0ms);
    const auto refused = limiter_.take(both);
    EXPECT_EQ(refused.wait, 60s);
    EXPECT_EQ(refused.slowest, 1U);
    EXPECT_EQ(taken_at_once("wide", {.burst = 100, .each = 1s}), 99);
}

TEST_F(ALimiter, forgets_what_is_given_back) {
    EXPECT_EQ(taken_at_once("a"), 3);
    limiter_.give_back({"a", three_then_each_10s});
    EXPECT_EQ(taken_at_once("a"), 1);
    clock_.advance(1h);
    limiter_.give_back({"a", three_then_each_10s});
    limiter_.give_back({"never taken", three_then_each_10s});
    EXPECT_EQ(taken_at_once("a"), 3);
}

TEST_F(ALimiter, remembers_no_key_whose_burst_is_whole_again) {
    for (int i = 0; i < 100; ++i) EXPECT_EQ(take(std::to_string(i)), 0ms);
    EXPECT_EQ(limiter_.size(), 100U);
    clock_.advance(10s);
    EXPECT_EQ(take("another"), 0ms);
    EXPECT_EQ(limiter_.size(), 1U);
}

TEST(ASmallLimiter, pushes_out_the_least_recently_used_key) {
    constexpr std::size_t keys_max = 10;
    test::ManualClock clock;
    Limiter limiter(clock, keys_max);
    const auto take = [&](const std::string& key) {
        return limiter.take(std::array{Limiter::Share{key, {.burst = 1, .each = 1h}}}).wait;
    };
    EXPECT_EQ(take("old"), 0ms);
    for (std::size_t i = 1; i < keys_max; ++i) EXPECT_EQ(take("key " + std::to_string(i)), 0ms);
    EXPECT_EQ(take("old"), 1h);
    EXPECT_EQ(take("one more"), 0ms);
    EXPECT_EQ(limiter.size(), keys_max);
    EXPECT_EQ(take("old"), 0ms);
    EXPECT_EQ(take("key 2"), 1h);
    for (int i = 0; i < 1'000; ++i) EXPECT_EQ(take("flood " + std::to_string(i)), 0ms);
    EXPECT_EQ(limiter.size(), keys_max);
}

TEST(ASmallLimiter, keeps_a_key_that_is_used_again) {
    constexpr std::size_t keys_max = 10;
    test::ManualClock clock;
    Limiter limiter(clock, keys_max);
    const auto take = [&](const std::string& key) {
        return limiter.take(std::array{Limiter::Share{key, {.burst = 2, .each = 1h}}}).wait;
    };
    for (std::size_t i = 0; i < keys_max; ++i) EXPECT_EQ(take("key " + std::to_string(i)), 0ms);
    EXPECT_EQ(take("key 0"), 0ms);
    EXPECT_EQ(take("one more"), 0ms);
    EXPECT_EQ(take("key 0"), 1h);
}

TEST(ALimiterOfManyThreads, grants_no_more_than_the_burst) {
    test::ManualClock clock;
    Limiter limiter(clock);
    constexpr int burst = 200'000;
    std::vector<int> taken(4);
    std::latch all_there(4);
    {
        std::vector<std::jthread> threads;
        for (auto& mine : taken) {
            threads.emplace_back([&limiter, &all_there, &mine] {
                const std::array share{Limiter::Share{"a", {.burst = burst, .each = 1s}}};
                all_there.arrive_and_wait();
                for (int i = 0; i < burst; ++i) {
                    if (limiter.take(share).wait == 0ms) ++mine;
                }
            });
        }
    }
    EXPECT_EQ(taken[0] + taken[1] + taken[2] + taken[3], burst);
}

}  // namespace
}  // namespace dangol::runtime
