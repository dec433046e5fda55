#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "core/event.hpp"

namespace dangol::adapters {

/// A line for each event that was committed: what happened, to what, in which trace. `correlationId` is the
/// order's id in all that one order causes.
void log_events(std::string_view context, std::span<const std::shared_ptr<const EventRecord>> events);

}  // namespace dangol::adapters
