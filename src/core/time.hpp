#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace dangol {

/// Wall time, UTC, milliseconds. It is for showing and for expiring; versions order things, not clocks.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;
using Duration = std::chrono::milliseconds;

/// RFC 3339 with milliseconds and `Z`: "2026-11-23T01:02:03.004Z".
[[nodiscard]] std::string format_time(Timestamp time);
/// The same at `into`, which has room for `time_length` characters.
void write_time(Timestamp time, char* into);
inline constexpr std::size_t time_length = 24;

/// Reads what `format_time` writes; the fraction may be absent or have 1 to 9 digits, and the offset must be
/// `Z` or
/// `+hh:mm`/`-hh:mm`. Anything else is nullopt.
[[nodiscard]] std::optional<Timestamp> parse_time(std::string_view text);

}  // namespace dangol
