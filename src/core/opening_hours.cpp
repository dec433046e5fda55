#include "core/opening_hours.hpp"

#include <algorithm>

#include "core/calendar.hpp"

namespace dangol {
namespace {

constexpr std::chrono::days one_day{1};
constexpr int days_a_week = 7;

int weekday_of(LocalDate date) { return static_cast<int>(std::chrono::weekday{date}.iso_encoding()) - 1; }

}  // namespace

bool is_open(const std::vector<OpeningHours>& hours, Timestamp time, std::string_view zone) {
    if (hours.empty()) return true;
    const auto today = local_date(time, zone);
    // Late hours reach into the next day.
    return std::ranges::any_of(hours, [&](const OpeningHours& span) {
        return std::ranges::any_of(std::vector{today - one_day, today}, [&](LocalDate date) {
            return weekday_of(date) == span.weekday && time >= instant_of(date, span.opens, zone) &&
                   time < instant_of(date, span.closes, zone);
        });
    });
}

std::optional<Timestamp> next_opening(const std::vector<OpeningHours>& hours, Timestamp time,
                                      std::string_view zone) {
    std::optional<Timestamp> next;
    const auto today = local_date(time, zone);
    for (const auto& span : hours) {
        // Today in a week is the last chance of hours that began earlier today.
        for (int ahead = 0; ahead <= days_a_week; ++ahead) {
            const auto date = today + std::chrono::days{ahead};
            if (weekday_of(date) != span.weekday) continue;
            const auto opens = instant_of(date, span.opens, zone);
            if (opens > time && (!next || opens < *next)) next = opens;
        }
    }
    return next;
}

}  // namespace dangol
