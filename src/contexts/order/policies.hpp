#pragma once

#include "contexts/order/replicas.hpp"
#include "core/event.hpp"
#include "runtime/unit.hpp"

namespace dangol::order {

/// Whenever … then …: what other contexts' events lead to here.
Result<void> react(runtime::Unit& unit, const EventRecord& event, Replicas& replicas);

}  // namespace dangol::order
