#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/time.hpp"

/// The week's opening hours, by the clock on the wall of a time zone (core/calendar.hpp). Pure.
namespace dangol {

/// Open from `opens` to `closes`, minutes of the local day; `closes` may be up to 1,800 (06:00 of the next
/// day).
struct OpeningHours {
    int weekday = 0;  ///< 0 = Monday … 6 = Sunday
    int opens = 0;
    int closes = 1440;
    bool operator==(const OpeningHours&) const = default;
};
BOOST_DESCRIBE_STRUCT(OpeningHours, (), (weekday, opens, closes))

/// No hours at all means always.
[[nodiscard]] bool is_open(const std::vector<OpeningHours>& hours, Timestamp time, std::string_view zone);

/// The next beginning of hours after `time`; nullopt if there are none.
[[nodiscard]] std::optional<Timestamp> next_opening(const std::vector<OpeningHours>& hours, Timestamp time,
                                                    std::string_view zone);

}  // namespace dangol
