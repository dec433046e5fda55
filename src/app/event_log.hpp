#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "core/event.hpp"

namespace dangol::app {

/// A line for each event that was committed: what happened, to which order, in which trace.
void log_events(std::string_view context, std::span<const std::shared_ptr<const EventRecord>> events);

}  // namespace dangol::app
