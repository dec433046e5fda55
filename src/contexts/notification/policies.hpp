#pragma once

#include "core/event.hpp"
#include "runtime/unit.hpp"

namespace dangol::notification {

/// What a step of an order, its payment, its ticket or its delivery leads to: messages.
Result<void> react(runtime::Unit& unit, const EventRecord& event);

}  // namespace dangol::notification
