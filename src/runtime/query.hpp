#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/calendar.hpp"
#include "core/geo.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "runtime/http.hpp"

/// The query parameters that several APIs take. Each function refuses a malformed one with 400 and says what
/// to send.
namespace dangol::runtime {

/// A page size from `?limit=`, 1…100, default 50.
[[nodiscard]] Result<std::size_t> limit_of(const Request& request);

/// An integer from `?name=`, from `min` to `max`; `otherwise` if it is absent.
[[nodiscard]] Result<std::int64_t> number_of(const Request& request, std::string_view name, std::int64_t min,
                                             std::int64_t max, std::int64_t otherwise);

/// Where a page of a list begins, from `?before=`: the `next` of the page before it. The largest number if it
/// is absent.
[[nodiscard]] Result<std::int64_t> before_of(const Request& request);

/// From `?lat=` and `?lng=`, in degrees; nullopt if both are absent.
[[nodiscard]] Result<std::optional<Place>> place_of(const Request& request);
/// The refusal of coordinates that are no place on earth.
[[nodiscard]] std::unexpected<Rejection> invalid_place();

/// The business day in `?day=`; the current one if it is absent.
[[nodiscard]] Result<BusinessDay> day_of(const Request& request, Timestamp now, const Calendar& calendar);

}  // namespace dangol::runtime
