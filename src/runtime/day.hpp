#pragma once

#include <chrono>
#include <string>

#include "core/result.hpp"
#include "core/time.hpp"
#include "runtime/http.hpp"

namespace dangol::runtime {

/// A day in a place that is `offset` ahead of UTC: from `begins` to just before `ends`.
struct Day {
    std::string name;  ///< "2026-11-23"
    Timestamp begins{};
    Timestamp ends{};
};

/// The day that `?day=` asks for, or the one that it is now. 400 for what is no day.
[[nodiscard]] Result<Day> day_of(const Request& request, Timestamp now, std::chrono::minutes offset);

/// The offset of a place that nobody has told: Korea's.
inline constexpr std::chrono::minutes usual_offset{540};

}  // namespace dangol::runtime
