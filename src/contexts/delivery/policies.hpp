#pragma once

#include "contexts/delivery/events.hpp"
#include "runtime/unit.hpp"

namespace dangol::delivery {

/// What a foreign event leads to. New deliveries are planned with `terms`.
Result<void> react(runtime::Unit& unit, const EventRecord& event, const DispatchTerms& terms);

/// The deadline of a delivery has come: to widen its offer, to give up, to end a lease.
Result<void> wake(runtime::Unit& unit, const std::string& id);

}  // namespace dangol::delivery
