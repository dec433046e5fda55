#include "contexts/mypage/views.hpp"

#include <gtest/gtest.h>

namespace dangol::mypage {
namespace {

using namespace std::chrono_literals;

const Timestamp noon{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 12h};
const CafeId cafe{"cafe"};

class PulseTest : public testing::Test {
  protected:
    Pulse pulse;

    void note(const std::string& id, const OrderSteps& steps) { pulse.note(id, steps, noon); }
    [[nodiscard]] PulseMinute minute(Duration ago, const std::optional<CafeId>& of = {}) const {
        return pulse.last(1, noon - ago, of).front();
    }
};

TEST_F(PulseTest, counts_each_step_in_the_minute_in_which_it_was_taken) {
    note("one", {cafe, noon - 5min, noon - 2min, noon, {}});
    note("two", {cafe, noon - 5min, {}, {}, noon - 2min});
    EXPECT_EQ(minute(5min).placed, 2);
    EXPECT_EQ(minute(2min).canceled, 1);
    EXPECT_EQ(minute(2min).wait_p50, 180);
    EXPECT_EQ(minute(0min).completed, 1);
    EXPECT_FALSE(minute(0min).wait_p50) << "nothing was made then";
}

TEST_F(PulseTest, counts_a_step_once_however_often_and_in_whatever_order_it_is_told) {
    note("one", {cafe, {}, noon - 1min, {}, {}});
    EXPECT_EQ(minute(1min).wait_p50, std::nullopt) << "since when was it waited for?";
    for (int i = 0; i < 3; ++i) note("one", {cafe, noon - 3min, noon - 1min, {}, {}});
    note("one", {cafe, noon - 3min, {}, {}, {}});
    EXPECT_EQ(minute(3min).placed, 1);
    EXPECT_EQ(minute(1min).wait_p50, 120);
    note("two", {cafe, noon - 1min, noon - 1min, {}, {}});
    EXPECT_EQ(minute(1min).wait_p50, 0) << "one of each";
}

TEST_F(PulseTest, an_order_that_never_was_placed_is_not_canceled_either) {
    note("declined", {cafe, {}, {}, {}, noon});
    EXPECT_EQ(minute(0min).canceled, 0);
}

TEST_F(PulseTest, tells_branches_apart) {
    note("one", {cafe, noon, {}, {}, {}});
    note("two", {CafeId{"elsewhere"}, noon, {}, {}, {}});
    EXPECT_EQ(minute(0min).placed, 2);
    EXPECT_EQ(minute(0min, cafe).placed, 1);
    EXPECT_EQ(minute(0min, CafeId{"nowhere"}).placed, 0);
}

TEST_F(PulseTest, shows_half_and_nine_tenths_of_those_who_waited) {
    for (int i = 1; i <= 11; ++i) {
        note("order" + std::to_string(i), {cafe, noon - std::chrono::seconds(i), noon, {}, {}});
    }
    EXPECT_EQ(minute(0min).wait_p50, 6);
    EXPECT_EQ(minute(0min).wait_p90, 10);
}

TEST_F(PulseTest, lists_the_minutes_in_order_the_quiet_ones_too) {
    note("one", {cafe, noon - 2min, {}, {}, {}});
    const auto last = pulse.last(3, noon + 30s, {});
    ASSERT_EQ(last.size(), 3U);
    EXPECT_EQ(last[0].at, noon - 2min);
    EXPECT_EQ(last[0].placed, 1);
    EXPECT_EQ(last[2].at, noon);
    EXPECT_EQ(last[2].placed, 0);
}

TEST_F(PulseTest, forgets_what_is_older_than_it_can_be_asked_for) {
    note("old", {cafe, noon - 4h, {}, {}, {}});
    note("in time", {cafe, noon - 179min, {}, {}, {}});
    EXPECT_EQ(minute(4h).placed, 0);
    EXPECT_EQ(minute(179min).placed, 1);
    pulse.note("new", {cafe, noon + 10min, {}, {}, {}}, noon + 10min);
    EXPECT_EQ(minute(179min).placed, 0);
}

}  // namespace
}  // namespace dangol::mypage
