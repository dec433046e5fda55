#include "core/calendar.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dangol {
namespace {

using namespace std::chrono;

const std::string seoul = "Asia/Seoul";
const std::string new_york = "America/New_York";

Timestamp at(std::string_view text) { return parse_time(text).value(); }
LocalDate on(int y, unsigned m, unsigned d) { return LocalDate{year{y} / month{m} / day{d}}; }

TEST(Calendar, knows_time_zones_by_their_iana_names) {
    for (const char* name : {"Asia/Seoul", "America/New_York", "America/Argentina/Ushuaia", "UTC"}) {
        EXPECT_TRUE(is_time_zone(name)) << name;
    }
    for (const char* name : {"", "Mars/Base", "asia/seoul", "+09:00", "EST", "localtime", "Asia/",
                             "../../etc/passwd", "/usr/share/zoneinfo/Asia/Seoul", "Asia/Seoul "}) {
        EXPECT_FALSE(is_time_zone(name)) << name;
    }
    EXPECT_THROW(static_cast<void>(local_minute(at("2026-11-23T00:00:00Z"), "Mars/Base")),
                 std::runtime_error);
}

TEST(Calendar, the_clock_on_the_wall_follows_the_season) {
    EXPECT_EQ(clock_words(at("2026-11-23T16:30:59.999Z"), seoul), "01:30");
    EXPECT_EQ(local_date(at("2026-11-23T16:30:00Z"), seoul), on(2026, 11, 24));
    EXPECT_EQ(clock_words(at("2026-07-01T16:30:00Z"), new_york), "12:30");
    EXPECT_EQ(clock_words(at("2026-12-01T16:30:00Z"), new_york), "11:30");
    EXPECT_EQ(clock_words(at("1969-12-31T23:00:00Z"), "UTC"), "23:00");
    EXPECT_EQ(clock_words(at("2026-03-08T06:59:00Z"), new_york), "01:59");
    EXPECT_EQ(clock_words(at("2026-03-08T07:00:00Z"), new_york), "03:00");
    EXPECT_EQ(clock_words(at("2026-11-01T05:59:00Z"), new_york), "01:59");
    EXPECT_EQ(clock_words(at("2026-11-01T06:00:00Z"), new_york), "01:00");
}

TEST(Calendar, a_skipped_time_is_later_and_a_time_that_comes_twice_is_the_first) {
    EXPECT_EQ(instant_of(on(2026, 3, 8), 150, new_york), at("2026-03-08T07:30:00Z")) << "02:30 is 03:30";
    EXPECT_EQ(instant_of(on(2026, 11, 1), 90, new_york), at("2026-11-01T05:30:00Z")) << "the first 01:30";
    EXPECT_EQ(instant_of(on(2026, 11, 1), 120, new_york), at("2026-11-01T07:00:00Z")) << "02:00 comes once";
    EXPECT_EQ(instant_of(on(2026, 3, 7), 1500, new_york), at("2026-03-08T06:00:00Z")) << "01:00 of the next";
}

struct DayCase {
    const char* zone;
    int starts;
    const char* time;
    const char* name;
    const char* begins;
    const char* ends;
};

TEST(Calendar, a_business_day_ends_at_its_cut_off_by_the_clock_on_the_wall) {
    const std::vector<DayCase> cases{
        {"Asia/Seoul", 300, "2026-11-23T16:30:00Z", "2026-11-23", "2026-11-22T20:00:00Z",
         "2026-11-23T20:00:00Z"},  // 01:30 at night
        {"Asia/Seoul", 300, "2026-11-23T20:00:00Z", "2026-11-24", "2026-11-23T20:00:00Z",
         "2026-11-24T20:00:00Z"},  // 05:00 sharp
        {"Asia/Seoul", 0, "2026-11-23T15:00:00Z", "2026-11-24", "2026-11-23T15:00:00Z",
         "2026-11-24T15:00:00Z"},
        {"America/New_York", 300, "2026-07-04T08:59:59Z", "2026-07-03", "2026-07-03T09:00:00Z",
         "2026-07-04T09:00:00Z"},
        {"America/New_York", 300, "2026-12-04T09:59:59Z", "2026-12-03", "2026-12-03T10:00:00Z",
         "2026-12-04T10:00:00Z"},
        // 23 and 25 hours long
        {"America/New_York", 300, "2026-03-08T08:30:00Z", "2026-03-07", "2026-03-07T10:00:00Z",
         "2026-03-08T09:00:00Z"},
        {"America/New_York", 300, "2026-11-01T09:30:00Z", "2026-10-31", "2026-10-31T09:00:00Z",
         "2026-11-01T10:00:00Z"},
        // the cut-off is skipped, and comes twice
        {"America/New_York", 150, "2026-03-08T07:29:59Z", "2026-03-07", "2026-03-07T07:30:00Z",
         "2026-03-08T07:30:00Z"},
        {"America/New_York", 90, "2026-11-01T06:15:00Z", "2026-11-01", "2026-11-01T05:30:00Z",
         "2026-11-02T06:30:00Z"},
        // a date that the island skipped
        {"Pacific/Apia", 300, "2011-12-30T15:30:00Z", "2011-12-31", "2011-12-30T15:00:00Z",
         "2011-12-31T15:00:00Z"},
    };
    for (const auto& one : cases) {
        const auto day = business_day_at(at(one.time), {one.zone, one.starts});
        EXPECT_EQ(day, (BusinessDay{one.name, at(one.begins), at(one.ends)}))
            << one.zone << " " << one.time << ": " << day.name << " " << format_time(day.begins) << " "
            << format_time(day.ends);
    }
}

TEST(Calendar, a_business_day_is_found_by_its_name) {
    EXPECT_EQ(business_day_named("2026-03-08", {new_york, 300}),
              business_day_at(at("2026-03-08T12:00:00Z"), {new_york, 300}));
    for (const char* name : {"", "today", "2026-02-30", "2026-11-2", "2026-11-23T00", "20261123"}) {
        EXPECT_FALSE(business_day_named(name, {})) << name;
    }
}

Calendar any_calendar() {
    return {*rc::gen::element<std::string>("Asia/Seoul", "America/New_York", "Europe/London",
                                           "Australia/Lord_Howe", "America/St_Johns", "Antarctica/Troll",
                                           "Asia/Kathmandu", "Pacific/Apia", "Africa/Casablanca", "UTC"),
            *rc::gen::inRange(0, 1440)};
}

RC_GTEST_PROP(Calendar, each_instant_is_in_one_business_day_and_days_are_contiguous, ()) {
    const auto calendar = any_calendar();
    const auto time = Timestamp{seconds{*rc::gen::inRange<std::int64_t>(0, 2'100'000'000)}};
    const auto day = business_day_at(time, calendar);
    RC_ASSERT(day.begins <= time);
    RC_ASSERT(time < day.ends);
    RC_ASSERT(business_day_named(day.name, calendar) == day);
    RC_ASSERT(business_day_at(day.begins, calendar) == day);
    const auto next = business_day_at(day.ends, calendar);
    RC_ASSERT(next.begins == day.ends);
    RC_ASSERT(next.name > day.name);
    RC_ASSERT(business_day_at(day.ends - milliseconds{1}, calendar) == day);
}

}  // namespace
}  // namespace dangol
