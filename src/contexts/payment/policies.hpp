#pragma once

#include "core/event.hpp"
#include "core/result.hpp"
#include "runtime/unit.hpp"

namespace dangol::payment {

/// What other contexts' events mean for the money:
///   order  OrderCanceled, OrderExpired, OrderPaymentFailed → CancelPayment;  OrderCompleted → Settle
///   cafe   OrderRejected, MakeAborted → CancelPayment
/// A rejection means that the money has gone another way already. Throws if the event cannot be read, or if a
/// completed order's money cannot be settled although it should be there: a person must look.
[[nodiscard]] Result<void> react(runtime::Unit& unit, const EventRecord& event);

}  // namespace dangol::payment
