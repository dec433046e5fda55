#include "core/calendar.hpp"

#include <algorithm>
#include <stdexcept>

#include <date/tz.h>

namespace dangol {
namespace {

constexpr std::size_t date_size = 10;
constexpr int minutes_an_hour = 60;

const date::tzdb& database() {
    try {
        return date::get_tzdb();
    } catch (const std::exception& failure) {
        throw std::runtime_error(std::string("The tz database cannot be read (") + failure.what() +
                                 "). Install the package tzdata.");
    }
}

/// Null if there is none. Every name is in the database's list, so that none becomes a path.
const date::time_zone* find_zone(std::string_view name) {
    const auto& zones = database().zones;
    const auto found = std::ranges::lower_bound(
        zones, name, {}, [](const date::time_zone& zone) -> std::string_view { return zone.name(); });
    return found == zones.end() || found->name() != name ? nullptr : &*found;
}

const date::time_zone& zone_of(std::string_view name) {
    const auto* zone = find_zone(name);
    if (zone == nullptr) {
        throw std::runtime_error("This system does not know the time zone '" + std::string(name) +
                                 "'. Update the package tzdata.");
    }
    return *zone;
}

/// The clock on the wall, as a time since 1970 there.
std::chrono::milliseconds wall_time(Timestamp time, std::string_view zone) {
    return time.time_since_epoch() + zone_of(zone).get_info(date::floor<std::chrono::seconds>(time)).offset;
}

std::string name_of(LocalDate date) {
    return format_time(Timestamp{date.time_since_epoch()}).substr(0, date_size);
}

BusinessDay business_day_on(LocalDate date, const Calendar& calendar) {
    return {name_of(date), instant_of(date, calendar.day_starts, calendar.time_zone),
            instant_of(date + std::chrono::days{1}, calendar.day_starts, calendar.time_zone)};
}

}  // namespace

bool is_time_zone(std::string_view name) {
    return (name == "UTC" || name.contains('/')) && find_zone(name) != nullptr;
}

LocalDate local_date(Timestamp time, std::string_view zone) {
    return LocalDate{std::chrono::floor<std::chrono::days>(wall_time(time, zone))};
}

int local_minute(Timestamp time, std::string_view zone) {
    const auto wall = wall_time(time, zone);
    const auto midnight = std::chrono::floor<std::chrono::days>(wall);
    return static_cast<int>(std::chrono::floor<std::chrono::minutes>(wall - midnight).count());
}

Timestamp instant_of(LocalDate date, int minute, std::string_view zone) {
    const date::local_seconds local{date.time_since_epoch() + std::chrono::minutes{minute}};
    // What held before the clocks change: that makes skipped times later, and of two times the first.
    const auto offset = zone_of(zone).get_info(local).first.offset;
    return Timestamp{local.time_since_epoch() - offset};
}

std::string clock_words(int minute) {
    const auto two = [](int value) { return std::string(value < 10 ? "0" : "") + std::to_string(value); };
    return two(minute / minutes_an_hour) + ":" + two(minute % minutes_an_hour);
}

std::string clock_words(Timestamp time, std::string_view zone) {
    return clock_words(local_minute(time, zone));
}

BusinessDay business_day_at(Timestamp time, const Calendar& calendar) {
    auto date = local_date(time - std::chrono::minutes{calendar.day_starts}, calendar.time_zone);
    // On a night on which the clocks change, that may be a day off.
    while (time < instant_of(date, calendar.day_starts, calendar.time_zone)) date -= std::chrono::days{1};
    auto day = business_day_on(date, calendar);
    while (time >= day.ends) day = business_day_on(date += std::chrono::days{1}, calendar);
    return day;
}

std::optional<BusinessDay> business_day_named(std::string_view name, const Calendar& calendar) {
    if (name.size() != date_size) return std::nullopt;
    const auto midnight = parse_time(std::string(name) + "T00:00:00Z");
    if (!midnight) return std::nullopt;
    return business_day_on(LocalDate{std::chrono::floor<std::chrono::days>(midnight->time_since_epoch())},
                           calendar);
}

}  // namespace dangol
