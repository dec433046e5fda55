#pragma once

#include <cstdint>
#include <optional>

#include "core/time.hpp"

namespace dangol::runtime {

/// What still waits to be carried on.
struct Backlog {
    std::uint64_t events = 0;
    std::optional<Timestamp> oldest = {};  ///< when the first of them was decided; none: nothing waits
};

}  // namespace dangol::runtime
