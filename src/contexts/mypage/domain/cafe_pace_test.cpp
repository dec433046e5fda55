#include "contexts/mypage/domain/cafe_pace.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace dangol::mypage {
namespace {

using namespace std::chrono_literals;

TEST(CafePace, is_set_by_the_newest_version_of_the_branch_only) {
    const auto set = [](const PaceState& state, std::uint64_t version, Pace pace, Calendar calendar = {}) {
        return decide(state, SetPace{CafeId{"cafe"}, pace, version, calendar}).value();
    };
    const auto first = set(PaceUnknown{}, 3, Pace{60, 2});
    ASSERT_EQ(first.size(), 1U);
    const auto known = evolve(PaceUnknown{}, first.front());
    EXPECT_TRUE(set(known, 4, Pace{60, 2}).empty()) << "the same";
    EXPECT_TRUE(set(known, 2, Pace{90, 1}).empty()) << "older";
    EXPECT_EQ(set(known, 4, Pace{90, 1}).size(), 1U);
    EXPECT_EQ(set(known, 4, Pace{60, 2}, {"Asia/Tokyo", 300}).size(), 1U) << "its time has changed";
}

TEST(Wait, without_tickets_is_what_the_branch_says_of_itself) {
    // 10 ahead and 1 own at 2 stations: 6 rounds of 60 s, −20 % … +40 %.
    EXPECT_EQ(wait_for(10, 1, Pace{60, 2}, {}), (Wait{288s, 504s}));
}

TEST(Wait, a_cookie_still_waits_for_one_round) {
    EXPECT_EQ(wait_for(0, 0, Pace{60, 2}, {}), (Wait{48s, 84s}));
}

TEST(Wait, follows_what_the_bar_really_does) {
    RoundTimes slow;
    for (int i = 0; i < 10; ++i) slow.add(1, 2, 180s);
    // Ten tickets weigh as much as the branch's own word.
    EXPECT_EQ(round_time(Pace{60, 2}, slow), (Wait{114s, 132s}));
}

TEST(Wait, the_spread_leaves_out_the_fastest_and_the_slowest_fifth) {
    RoundTimes seen;
    for (const auto time : {10s, 20s, 30s, 40s, 50s, 60s}) seen.add(1, 1, time);
    EXPECT_EQ(seen.spread(), (Wait{20s, 50s}));
}

TEST(Wait, a_forgotten_tap_is_nobodys_pace) {
    RoundTimes seen;
    seen.add(1, 1, 3h);
    seen.add(1, 1, 1s);
    EXPECT_EQ(seen.count(), 0U);
}

TEST(Wait, only_the_last_tickets_count) {
    RoundTimes seen;
    for (std::size_t i = 0; i < RoundTimes::kept; ++i) seen.add(1, 1, 600s);
    for (std::size_t i = 0; i < RoundTimes::kept; ++i) seen.add(1, 1, 30s);
    EXPECT_EQ(seen.spread(), (Wait{30s, 30s}));
}

RC_GTEST_PROP(Wait, grows_with_the_work_ahead_and_is_a_range, ()) {
    const Pace pace{*rc::gen::inRange(0, 600), *rc::gen::inRange(0, 8)};
    RoundTimes seen;
    for (const auto second : *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 4'000))) {
        seen.add(*rc::gen::inRange(0, 10), pace.stations, std::chrono::seconds(second));
    }
    const int ahead = *rc::gen::inRange(0, 500);
    const auto wait = wait_for(ahead, 2, pace, seen);
    RC_ASSERT(wait.low > 0s);
    RC_ASSERT(wait.low <= wait.high);
    RC_ASSERT(wait.high <= wait_for(ahead + 1, 2, pace, seen).high);
}

}  // namespace
}  // namespace dangol::mypage
