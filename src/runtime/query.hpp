#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.hpp"
#include "core/geo.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "runtime/http.hpp"
#include "runtime/store.hpp"

/// The query parameters that several APIs take. Each function refuses a malformed one with 400 and says what
/// to send.
namespace dangol::runtime {

/// An integer from `?name=`, from `min` to `max`; `otherwise` if it is absent.
[[nodiscard]] Result<std::int64_t> number_of(const Request& request, std::string_view name, std::int64_t min,
                                             std::int64_t max, std::int64_t otherwise);

/// From `?lat=` and `?lng=`, in degrees; nullopt if both are absent.
[[nodiscard]] Result<std::optional<Place>> place_of(const Request& request);
/// The refusal of coordinates that are no place on earth.
[[nodiscard]] std::unexpected<Rejection> invalid_place();

/// The business day in `?day=`; the current one if it is absent.
[[nodiscard]] Result<BusinessDay> day_of(const Request& request, Timestamp now, const Calendar& calendar);

// ── Pages of lists ─────────────────────────────────────────────────────────────────────────────────
//
// Every list answers {items, next}. `next` is opaque, and absent on the last page; as `?after=` it asks for
// what follows. Each entry that stays where it is in the list's order comes exactly once, whatever comes and
// goes between two pages.

/// A page as `?limit=` (1…100, default 50) and `?after=` ask for it.
struct PageQuery {
    std::size_t limit = 50;
    std::optional<Cursor> after = {};
};
[[nodiscard]] Result<PageQuery> page_of(const Request& request);

/// `next` of a page that ends at `last`, whose key is an id or empty.
[[nodiscard]] std::string next_after(const Cursor& last);

/// Cuts what was found after the page's cursor, one more than its limit or all, to the limit. Answers `next`.
/// `at` gives an entry's Cursor.
template <class T, class At>
[[nodiscard]] std::optional<std::string> cut(std::vector<T>& found, const PageQuery& page, At at) {
    if (found.size() <= page.limit) return std::nullopt;
    found.erase(found.begin() + static_cast<std::ptrdiff_t>(page.limit), found.end());
    return next_after(at(found.back()));
}

/// The page of a list that is known as a whole, in any order: sorts it by `at`, and cuts it at both ends.
template <class T, class At>
[[nodiscard]] std::optional<std::string> cut_whole(std::vector<T>& all, const PageQuery& page, At at) {
    std::ranges::sort(all, {}, at);
    if (page.after) std::erase_if(all, [&](const T& one) { return at(one) <= *page.after; });
    return cut(all, page, at);
}

/// For the page of events, the newest first, which `query` narrows down: one more than the page has.
[[nodiscard]] EventQuery newest_events(const PageQuery& page, EventQuery query);
[[nodiscard]] Cursor place_of_event(const EventRecord& event);

struct RowPage {
    std::vector<Row> rows;
    std::optional<std::string> next;
};
/// The page of all rows of `scopes` as one list, in the ranks and the direction of `query`.
[[nodiscard]] RowPage rows_of(Reader& reader, RowQuery query, const std::vector<std::string>& scopes,
                              const PageQuery& page);

/// Calls `see` with every row of the query; `query.limit` are read at a time.
template <class See>
void for_each_row(Reader& reader, RowQuery query, See see) {
    for (;;) {
        const auto page = reader.rows(query);
        for (const auto& row : page) see(row);
        if (page.size() < query.limit) return;
        query.after = Cursor{page.back().rank, page.back().key};
    }
}

}  // namespace dangol::runtime
