#include "runtime/query.hpp"

#include <charconv>
#include <limits>
#include <utility>

namespace dangol::runtime {
namespace {

template <class Number>
std::optional<Number> parsed(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<double> degrees_of(const Request& request, const std::string& name) {
    const auto asked = request.query.find(name);
    return asked == request.query.end() ? std::nullopt : parsed<double>(asked->second);
}

}  // namespace

Result<std::size_t> limit_of(const Request& request) {
    constexpr std::int64_t limit_max = 100;
    constexpr std::int64_t usual = 50;
    DANGOL_TRY(const auto limit, number_of(request, "limit", 1, limit_max, usual));
    return static_cast<std::size_t>(limit);
}

Result<std::int64_t> number_of(const Request& request, std::string_view name, std::int64_t min,
                               std::int64_t max, std::int64_t otherwise) {
    const auto asked = request.query.find(std::string(name));
    if (asked == request.query.end()) return otherwise;
    if (const auto number = parsed<std::int64_t>(asked->second); number && *number >= min && *number <= max) {
        return *number;
    }
    const auto lowest = std::to_string(min);
    const auto highest = std::to_string(max);
    return refuse(Refusal::invalid, "invalid-" + std::string(name),
                  {std::string(name) + "은(는) " + lowest + "에서 " + highest + " 사이의 정수여야 해요.",
                   std::string(name) + " must be an integer from " + lowest + " to " + highest + "."});
}

Result<std::int64_t> before_of(const Request& request) {
    const auto asked = request.query.find("before");
    if (asked == request.query.end()) return std::numeric_limits<std::int64_t>::max();
    if (const auto before = parsed<std::int64_t>(asked->second); before && *before >= 0) return *before;
    return refuse(Refusal::invalid, "invalid-before",
                  {"before에는 앞 페이지의 next 값을 그대로 넣어 주세요.",
                   "before must be the value of next from the page before."});
}

Result<std::optional<Place>> place_of(const Request& request) {
    if (!request.query.contains("lat") && !request.query.contains("lng")) return std::nullopt;
    const auto latitude = degrees_of(request, "lat");
    const auto longitude = degrees_of(request, "lng");
    if (!latitude || !longitude || !is_place({*latitude, *longitude})) return invalid_place();
    return Place{*latitude, *longitude};
}

std::unexpected<Rejection> invalid_place() {
    return refuse(
        Refusal::invalid, "invalid-place",
        {"위치가 올바르지 않아요. 위도(-90~90)와 경도(-180~180)를 함께 보내 주세요.",
         "These coordinates are not valid. Send a latitude (-90 to 90) and a longitude (-180 to 180)."});
}

Result<BusinessDay> day_of(const Request& request, Timestamp now, const Calendar& calendar) {
    const auto asked = request.query.find("day");
    if (asked == request.query.end()) return business_day_at(now, calendar);
    if (auto day = business_day_named(asked->second, calendar)) return std::move(*day);
    return refuse(Refusal::invalid, "invalid-day",
                  {"day는 2026-11-23처럼 적어 주세요.", "Write day like 2026-11-23."});
}

}  // namespace dangol::runtime
