#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "marks.hpp"
#include "plan.hpp"

namespace dangol::simulation {

struct Outcome {
    std::optional<std::string> violation;
    std::string until;  ///< virtual time
    std::uint64_t hash = 0;
    std::uint64_t events = 0;
    std::uint64_t requests = 0;
    std::uint64_t commits = 0;
    int crashes = 0;
    Marks marks = {};
};

/// Plays the plan to its end, or to its first violation.
[[nodiscard]] Outcome run(const Plan& plan);

/// The command line that plays it again.
[[nodiscard]] std::string command_of(const Plan& plan);

/// Of a plan that ends with a violation, prints the one with the fewest orders and troubles that still does,
/// and its requests, events and crashes, each once.
void tell_shortest(const Plan& plan);

}  // namespace dangol::simulation
