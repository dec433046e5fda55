#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "runtime/changes.hpp"

namespace dangol::runtime {

/// The position in that partition; a new one at 0 if there is none yet.
inline Position& position_of(std::vector<Position>& positions, const std::string& source, int partition) {
    const auto found = std::ranges::find_if(
        positions, [&](const Position& p) { return p.source == source && p.partition == partition; });
    if (found != positions.end()) return *found;
    return positions.emplace_back(Position{source, partition, 0});
}

}  // namespace dangol::runtime
