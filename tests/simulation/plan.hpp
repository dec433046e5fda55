#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>

namespace dangol::simulation {

/// What one run is to be: the same plan does the same on every machine.
struct Plan {
    std::uint64_t seed = 1;
    int orders = 200;
    std::set<int> only;                            ///< the numbers of the orders that are placed; none: all
    std::set<std::string> without;                 ///< of `troubles`: what the run is spared
    std::string bug;                               ///< planted_bug.hpp
    std::function<void(const std::string&)> tell;  ///< hears of every request, event and crash, if given
};

inline const std::set<std::string> troubles{"crashes", "failures", "unknown",  "repeats",    "delays",
                                            "splits",  "branches", "replicas", "rebalances", "redelivery",
                                            "clocks",  "stores",   "bank",     "upgrades",   "accounts",
                                            "answers", "copies",   "torn",     "messengers", "rush"};

}  // namespace dangol::simulation
