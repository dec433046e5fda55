#include "traffic/client/basket.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dangol::traffic::client {
namespace {

std::size_t pick(std::size_t count, Random& random) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
}

}  // namespace

std::optional<order::BasketLine> random_line(const cafe::ItemResource& item, Random& random) {
    if (item.sold_out) return std::nullopt;
    order::BasketLine line{item.id, 1, {}};
    for (const auto& group : item.groups) {
        std::vector<std::string> there;
        for (const auto& option : group.options) {
            if (!option.sold_out) there.push_back(option.id);
        }
        if (std::ssize(there) < group.min) return std::nullopt;
        std::ranges::shuffle(there, random);
        const bool one_more = group.max > group.min && std::ssize(there) > group.min && pick(4, random) == 0;
        there.resize(static_cast<std::size_t>(group.min) + (one_more ? 1U : 0U));
        line.options.insert(line.options.end(), there.begin(), there.end());
    }
    return line;
}

std::vector<order::BasketLine> random_lines(const cafe::MenuResource& menu, std::size_t lines_max,
                                            Random& random) {
    std::vector<order::BasketLine> lines;
    if (menu.items.empty()) return lines;
    const auto wanted = 1 + pick(lines_max, random);
    for (std::size_t tries = 0; lines.size() < wanted && tries < 50; ++tries) {
        if (auto line = random_line(menu.items[pick(menu.items.size(), random)], random)) {
            lines.push_back(std::move(*line));
        }
    }
    return lines;
}

Place near(const Place& place, double metres, Random& random) {
    constexpr double metres_per_degree = 111'195;
    std::uniform_real_distribution<double> share(0, 1);
    const double distance = metres * std::sqrt(share(random));  // even over the circle's area
    const double direction = 2 * std::numbers::pi * share(random);
    const double north = distance * std::cos(direction) / metres_per_degree;
    const double east = distance * std::sin(direction) /
                        (metres_per_degree * std::cos(place.latitude * std::numbers::pi / 180));
    return {place.latitude + north, place.longitude + east};
}

}  // namespace dangol::traffic::client
