#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include <boost/describe/class.hpp>

#include "core/time.hpp"

/// Local time: zones by name, and business days. The rules of the zones are the system's (the Debian package
/// tzdata); otherwise everything here is pure, and any thread may call it.
///
/// A local time that the clocks skip is as much later as they skip: 02:30 is 03:30 on the night on which
/// 03:00 follows 02:00. Of a local time that comes twice, the first is meant (RFC 5545).
///
/// What takes a zone throws std::runtime_error if the system does not know it: ask `is_time_zone` first where
/// somebody types it.
namespace dangol {

/// Whether the tz database of this system has the name: "Asia/Seoul", "America/New_York", "UTC". Names
/// without a region ("EST", "Korea") do not count. Throws std::runtime_error if the system has no tz
/// database.
[[nodiscard]] bool is_time_zone(std::string_view name);

/// A date where somebody is; it has no time and no zone.
using LocalDate = std::chrono::local_days;

[[nodiscard]] LocalDate local_date(Timestamp time, std::string_view zone);
/// Minutes since the local midnight by the clock on the wall, 0 … 1439.
[[nodiscard]] int local_minute(Timestamp time, std::string_view zone);
/// The time at which the clock on the wall shows `minute` of the local day `date`; 1,500 is 01:00 of the
/// next.
[[nodiscard]] Timestamp instant_of(LocalDate date, int minute, std::string_view zone);

/// "05:00" for 300. `minute`: 0 … 1439.
[[nodiscard]] std::string clock_words(int minute);
/// What the clock on the wall shows, for people: "14:05".
[[nodiscard]] std::string clock_words(Timestamp time, std::string_view zone);

/// How a place divides its time into days. Work after midnight belongs to the day before, until `day_starts`.
struct Calendar {
    std::string time_zone = "Asia/Seoul";  ///< IANA name
    int day_starts = 300;                  ///< minute of the local day, 0 … 1439
    bool operator==(const Calendar&) const = default;
};
BOOST_DESCRIBE_STRUCT(Calendar, (), (time_zone, day_starts))

/// From `begins` to just before `ends`, when the next one begins: each instant is in exactly one business
/// day. Where the clocks change it has 23 or 25 hours.
struct BusinessDay {
    std::string name;  ///< the local date on which it begins: "2026-11-23"
    Timestamp begins{};
    Timestamp ends{};
    bool operator==(const BusinessDay&) const = default;
};
BOOST_DESCRIBE_STRUCT(BusinessDay, (), (name, begins, ends))

[[nodiscard]] BusinessDay business_day_at(Timestamp time, const Calendar& calendar);
/// nullopt if the name is no date such as "2026-11-23".
[[nodiscard]] std::optional<BusinessDay> business_day_named(std::string_view name, const Calendar& calendar);

}  // namespace dangol
