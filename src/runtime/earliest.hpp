#pragma once

#include <optional>

#include "core/time.hpp"

namespace dangol::runtime {

inline void earliest(std::optional<Timestamp>& current, Timestamp candidate) {
    if (!current || candidate < *current) current = candidate;
}

}  // namespace dangol::runtime
