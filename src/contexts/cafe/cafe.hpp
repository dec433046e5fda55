#pragma once

#include <chrono>

#include "core/time.hpp"
#include "runtime/context.hpp"

/// The café context: branches with their menus, and the tickets at the bar. See README.md.
namespace dangol::cafe {

struct Settings {
    Duration collect_within = std::chrono::minutes(60);  ///< how long a made pick-up is kept
};

[[nodiscard]] runtime::Context make(Settings settings = {});

}  // namespace dangol::cafe
