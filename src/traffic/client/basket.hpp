#pragma once

#include <optional>
#include <random>

#include "contexts/cafe/api.hpp"
#include "contexts/order/api.hpp"

/// What somebody who looks at a menu may order.
namespace dangol::traffic::client {

using Random = std::mt19937_64;

/// One of an item, with as many options of each group as it wants and now and then one more. Nullopt if it,
/// or too many of its options, are sold out.
[[nodiscard]] std::optional<order::BasketLine> random_line(const cafe::ItemResource& item, Random& random);

/// One to `lines_max` lines of a menu; none if all is sold out.
[[nodiscard]] std::vector<order::BasketLine> random_lines(const cafe::MenuResource& menu,
                                                          std::size_t lines_max, Random& random);

/// Somewhere within `metres` of a place.
[[nodiscard]] Place near(const Place& place, double metres, Random& random);

}  // namespace dangol::traffic::client
