#include "runtime/query.hpp"

#include <charconv>
#include <functional>
#include <iterator>
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

/// "1795395723004.06dq3v9x2m8k7f4t1r5w0y6b3c"
std::optional<Cursor> cursor_in(std::string_view text) {
    const auto dot = text.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto rank = parsed<std::int64_t>(text.substr(0, dot));
    const auto key = text.substr(dot + 1);
    if (!rank || (!key.empty() && !is_id(key))) return std::nullopt;
    return Cursor{*rank, std::string(key)};
}

Cursor place_in_list(const Row& row) { return {row.rank, row.key}; }

}  // namespace

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

Result<PageQuery> page_of(const Request& request) {
    constexpr std::int64_t limit_max = 100;
    constexpr std::int64_t usual = 50;
    DANGOL_TRY(const auto limit, number_of(request, "limit", 1, limit_max, usual));
    PageQuery page{.limit = static_cast<std::size_t>(limit)};
    const auto asked = request.query.find("after");
    if (asked == request.query.end()) return page;
    page.after = cursor_in(asked->second);
    if (page.after) return page;
    return refuse(Refusal::invalid, "invalid-after",
                  {"after에는 앞 페이지의 next 값을 그대로 넣어 주세요. 처음부터 보려면 after를 빼 주세요.",
                   "after must be the value of next from the page before. Leave it out to begin with the "
                   "first page."});
}

std::string next_after(const Cursor& last) { return std::to_string(last.rank) + "." + last.key; }

EventQuery newest_events(const PageQuery& page, EventQuery query) {
    query.limit = page.limit + 1;
    query.newest_first = true;
    if (page.after) query.before = static_cast<std::uint64_t>(std::max<std::int64_t>(page.after->rank, 0));
    return query;
}

Cursor place_of_event(const EventRecord& event) { return {static_cast<std::int64_t>(event.position), {}}; }

RowPage rows_of(Reader& reader, RowQuery query, const std::vector<std::string>& scopes,
                const PageQuery& page) {
    query.limit = page.limit + 1;
    query.after = page.after;
    RowPage found;
    for (const auto& scope : scopes) {
        query.scope = scope;
        std::ranges::move(reader.rows(query), std::back_inserter(found.rows));
    }
    if (scopes.size() > 1) {
        if (query.descending) {
            std::ranges::sort(found.rows, std::greater{}, place_in_list);
        } else {
            std::ranges::sort(found.rows, {}, place_in_list);
        }
        // A row that moved from one scope to the other meanwhile was read in both.
        const auto doubles = std::ranges::unique(found.rows, {}, place_in_list);
        found.rows.erase(doubles.begin(), doubles.end());
    }
    found.next = cut(found.rows, page, place_in_list);
    return found;
}

}  // namespace dangol::runtime
