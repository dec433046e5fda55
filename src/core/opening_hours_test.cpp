#include "core/opening_hours.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/calendar.hpp"

namespace dangol {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

const std::string seoul = "Asia/Seoul";
const std::string new_york = "America/New_York";
constexpr int monday = 0;
constexpr int saturday = 5;
constexpr int sunday = 6;

Timestamp at(std::string_view text) { return parse_time(text).value(); }

TEST(OpeningHours, none_means_always) {
    EXPECT_TRUE(is_open({}, at("2026-11-23T00:00:00Z"), seoul));
    EXPECT_FALSE(next_opening({}, at("2026-11-23T00:00:00Z"), seoul));
}

TEST(OpeningHours, hold_from_the_first_minute_to_before_the_last) {
    const std::vector<OpeningHours> hours{{monday, 8 * 60, 22 * 60}};
    EXPECT_FALSE(is_open(hours, at("2026-11-22T22:59:59Z"), seoul));
    EXPECT_TRUE(is_open(hours, at("2026-11-22T23:00:00Z"), seoul));
    EXPECT_TRUE(is_open(hours, at("2026-11-23T12:59:59Z"), seoul));
    EXPECT_FALSE(is_open(hours, at("2026-11-23T13:00:00Z"), seoul));
    EXPECT_FALSE(is_open(hours, at("2026-11-24T03:00:00Z"), seoul)) << "a Tuesday";
}

TEST(OpeningHours, of_sunday_night_reach_into_monday) {
    const std::vector<OpeningHours> hours{{sunday, 18 * 60, 26 * 60}};
    EXPECT_FALSE(is_open(hours, at("2026-11-21T16:59:59Z"), seoul)) << "Saturday's night";
    EXPECT_TRUE(is_open(hours, at("2026-11-22T09:00:00Z"), seoul));
    EXPECT_TRUE(is_open(hours, at("2026-11-22T16:59:59Z"), seoul));
    EXPECT_FALSE(is_open(hours, at("2026-11-22T17:00:00Z"), seoul)) << "02:00";
}

TEST(OpeningHours, follow_the_clock_on_the_wall_in_winter_and_in_summer) {
    const std::vector<OpeningHours> hours{{monday, 8 * 60, 22 * 60}};
    EXPECT_TRUE(is_open(hours, at("2026-07-06T12:00:00Z"), new_york));
    EXPECT_FALSE(is_open(hours, at("2026-12-07T12:00:00Z"), new_york)) << "07:00 in winter";
    EXPECT_TRUE(is_open(hours, at("2026-12-07T13:00:00Z"), new_york));
}

TEST(OpeningHours, of_the_nights_on_which_the_clocks_change_end_when_the_wall_says_so) {
    const std::vector<OpeningHours> hours{{saturday, 18 * 60, 26 * 60}};
    // In March 02:00 is skipped: the shift ends where the clocks jump to 03:00, after its usual 8 hours.
    EXPECT_TRUE(is_open(hours, at("2026-03-08T06:59:59Z"), new_york));
    EXPECT_FALSE(is_open(hours, at("2026-03-08T07:00:00Z"), new_york));
    // In November 01:00 to 02:00 comes twice, and the café is open through both.
    EXPECT_TRUE(is_open(hours, at("2026-11-01T05:30:00Z"), new_york));
    EXPECT_TRUE(is_open(hours, at("2026-11-01T06:59:59Z"), new_york));
    EXPECT_FALSE(is_open(hours, at("2026-11-01T07:00:00Z"), new_york));
}

TEST(OpeningHours, that_begin_next_are_found_within_a_week) {
    const auto next = [](const std::vector<OpeningHours>& hours, std::string_view time,
                         const std::string& zone) { return next_opening(hours, at(time), zone); };
    EXPECT_EQ(next({{monday, 690, 1320}}, "2026-11-23T01:02:03Z", seoul), at("2026-11-23T02:30:00Z"));
    EXPECT_EQ(next({{0, 450, 1320}, {2, 450, 1320}}, "2026-11-23T01:02:03Z", seoul),
              at("2026-11-24T22:30:00Z"));
    EXPECT_EQ(next({{monday, 450, 1320}}, "2026-11-23T01:02:03Z", seoul), at("2026-11-29T22:30:00Z"))
        << "in a week when this is the only day";
    // Over the change of the clocks.
    EXPECT_EQ(next({{sunday, 480, 1320}}, "2026-03-07T20:00:00Z", new_york), at("2026-03-08T12:00:00Z"));
    EXPECT_EQ(next({{sunday, 480, 1320}}, "2026-10-31T20:00:00Z", new_york), at("2026-11-01T13:00:00Z"));
    EXPECT_EQ(next({{sunday, 150, 1320}}, "2026-03-08T06:00:00Z", new_york), at("2026-03-08T07:30:00Z"))
        << "02:30 is skipped";
}

RC_GTEST_PROP(OpeningHours, hold_for_exactly_as_many_minutes_as_they_say, ()) {
    const int opens = *rc::gen::inRange(0, 1440);
    const OpeningHours hours{*rc::gen::inRange(0, 7), opens, *rc::gen::inRange(opens + 1, 1801)};
    int held = 0;
    auto time = at("2026-11-23T00:00:00Z");
    for (int minute = 0; minute < 7 * 1440; ++minute, time += 1min) held += is_open({hours}, time, seoul);
    RC_ASSERT(held == hours.closes - hours.opens);
}

RC_GTEST_PROP(OpeningHours, hold_at_the_next_opening_and_not_before, ()) {
    const std::string zone = *rc::gen::element<std::string>("Asia/Seoul", "America/New_York");
    const int opens = *rc::gen::inRange(0, 1440);
    const OpeningHours hours{*rc::gen::inRange(0, 7), opens, *rc::gen::inRange(opens + 61, 1801 + 61)};
    const auto time = at("2026-01-01T00:00:00Z") + minutes{*rc::gen::inRange(0, 525'600)};
    const auto next = next_opening({hours}, time, zone);
    RC_ASSERT(next.has_value());
    RC_ASSERT(*next > time);
    RC_ASSERT(is_open({hours}, *next, zone));
    RC_ASSERT(!is_open({hours}, *next - 1ms, zone) || is_open({hours}, time, zone));
}

}  // namespace
}  // namespace dangol
