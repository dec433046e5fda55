#include "core/time.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dangol {
namespace {

using namespace std::chrono;

TEST(Time, is_written_as_rfc_3339_in_utc) {
    EXPECT_EQ(format_time(Timestamp{sys_days{year{2026} / 11 / 23} + hours{1} + milliseconds{4}}),
              "2026-11-23T01:00:00.004Z");
}

TEST(Time, offsets_and_fractions_are_understood) {
    const auto expected = parse_time("2026-11-23T01:02:03.500Z");
    ASSERT_TRUE(expected.has_value());
    EXPECT_EQ(parse_time("2026-11-23T10:02:03.5+09:00"), expected);
    EXPECT_EQ(parse_time("2026-11-22T20:32:03.500999-04:30"), expected);
    EXPECT_EQ(parse_time("2026-11-23T01:02:03Z"), *expected - milliseconds{500});
}

TEST(Time, what_is_no_time_is_refused) {
    for (const char* text :
         {"", "2026-11-23", "2026-11-23T01:02:03", "2026-02-30T01:02:03Z", "2026-11-23T24:00:00Z",
          "2026-11-23T01:02:03.Z", "2026-11-23T01:02:03Zx", "2026-11-23 01:02:03Z",
          "2026-11-23T01:02:03+9:00", "20261123T010203Z",
          // These would need a year of five digits, or one before 0.
          "9999-12-31T23:59:60Z", "9999-12-31T23:59:59-00:01", "0000-01-01T00:00:00+00:01"}) {
        EXPECT_FALSE(parse_time(text).has_value()) << text;
    }
}

RC_GTEST_PROP(Time, survives_the_round_trip, ()) {
    const auto time = Timestamp{milliseconds{*rc::gen::inRange<std::int64_t>(0, 4'000'000'000'000)}};
    RC_ASSERT(parse_time(format_time(time)) == time);
}

}  // namespace
}  // namespace dangol
