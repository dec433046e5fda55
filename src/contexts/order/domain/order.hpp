#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>

#include "contracts/order.hpp"
#include "core/decision.hpp"
#include "core/ids.hpp"
#include "core/result.hpp"

/// Order: what the customer and the café agreed, and how it ended.
///
///     None ─RequestOrder─► PaymentPending ─ConfirmPaid─► Placed ─RequestCancel─► CancelRequested
///                                                          ▲                            │
///                                                          └──────── RefuseCancel ──────┘
///
///     in PaymentPending           FailPayment                 ──► PaymentFailed
///                                 Expire                      ──► Expired
///                                 RequestCancel, ForceCancel  ──► Canceled
///     in Placed, CancelRequested  GrantCancel                 ──► Canceled       the café had not begun
///                                 EndByCafe                   ──► Canceled       rejected, or making aborted
///                                 GiveUpDelivery              ──► Canceled       no rider
///                                 ForceCancel                 ──► Canceled       the operator, with a reason
///                                 Complete                    ──► Completed
///                                 FailDelivery                ──► Undelivered
///     in Placed                   AskCustomer                 ──► stays          once
///     in Canceled                 Complete, FailDelivery      ──► stays          OrderServedAfterCancel,
///     once
///
/// Payment refunds a payment that is approved after the order has ended; the order is never revived.
namespace dangol::order {

// ── Private events: what only this context reads, free to change ───────────────────────────────────

/// The personal part of a requested order: recorded right after OrderRequested, if there is any.
struct DestinationNoted {
    OrderId order_id;
    std::optional<Destination> destination;
    std::string note;  ///< the customer's, for the bar
};
BOOST_DESCRIBE_STRUCT(DestinationNoted, (), (order_id, destination, note))

// ── State ──────────────────────────────────────────────────────────────────────────────────────────

namespace stage {

struct None {};
struct PaymentPending {
    OrderDetails order;
};
struct Placed {
    OrderDetails order;
    bool asked = false;  ///< the customer was asked whether to wait
};
/// The café decides.
struct CancelRequested {
    OrderDetails order;
    bool asked = false;
    CancelReason reason = CancelReason::customer_request;
};
struct Canceled {
    OrderDetails order;
    CancelReason reason = CancelReason::customer_request;
    std::string note;     ///< the café's or the operator's
    bool served = false;  ///< all the same
};
struct Completed {
    OrderDetails order;
};
/// Made and picked up; the rider could not hand it over.
struct Undelivered {
    OrderDetails order;
    bool by_customer = true;
};
struct Expired {
    OrderDetails order;
};
struct PaymentFailed {
    OrderDetails order;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(None, (), ())
BOOST_DESCRIBE_STRUCT(PaymentPending, (), (order))
BOOST_DESCRIBE_STRUCT(Placed, (), (order, asked))
BOOST_DESCRIBE_STRUCT(CancelRequested, (), (order, asked, reason))
BOOST_DESCRIBE_STRUCT(Canceled, (), (order, reason, note, served))
BOOST_DESCRIBE_STRUCT(Completed, (), (order))
BOOST_DESCRIBE_STRUCT(Undelivered, (), (order, by_customer))
BOOST_DESCRIBE_STRUCT(Expired, (), (order))
BOOST_DESCRIBE_STRUCT(PaymentFailed, (), (order, reason))

}  // namespace stage

using State =
    std::variant<stage::None, stage::PaymentPending, stage::Placed, stage::CancelRequested, stage::Canceled,
                 stage::Completed, stage::Undelivered, stage::Expired, stage::PaymentFailed>;

// ── Commands ───────────────────────────────────────────────────────────────────────────────────────

struct RequestOrder {
    OrderDetails order;
};
struct ConfirmPaid {};
struct FailPayment {
    std::string reason;
};
struct Expire {};
struct AskCustomer {};
struct RequestCancel {
    CancelReason reason = CancelReason::customer_request;
};
struct GrantCancel {};
struct RefuseCancel {
    std::string ticket_state;
};
/// The operator ends the order without asking the café: an override. A ticket that arrives later is void.
struct ForceCancel {
    std::string reason;
};
/// The café rejected the ticket or gave up making.
struct EndByCafe {
    CancelReason reason = CancelReason::rejected;
    std::string note;
};
struct GiveUpDelivery {};
struct Complete {
    bool collected = true;
};

/// The rider could not hand it over: the customer was not there or not to be found (`by_customer`), or else.
struct FailDelivery {
    bool by_customer = true;
};

using Command =
    std::variant<RequestOrder, ConfirmPaid, FailPayment, Expire, AskCustomer, RequestCancel, GrantCancel,
                 RefuseCancel, ForceCancel, EndByCafe, GiveUpDelivery, Complete, FailDelivery>;

using Event = std::variant<OrderRequested, DestinationNoted, OrderPlaced, OrderPaymentFailed, OrderExpired,
                           OrderUnanswered, OrderCancelRequested, OrderCancelRefused, OrderCanceled,
                           OrderCompleted, OrderUndelivered, OrderServedAfterCancel>;

// ── The pure core ──────────────────────────────────────────────────────────────────────────────────

/// No events: the result of the command holds already.
[[nodiscard]] Result<std::vector<Event>> decide(const State& state, const Command& command);
[[nodiscard]] State evolve(State state, const Event& event);

// ── Properties of a state ──────────────────────────────────────────────────────────────────────────

/// PAYMENT_PENDING, PLACED, CANCEL_REQUESTED, CANCELED, COMPLETED, UNDELIVERED, EXPIRED or PAYMENT_FAILED;
/// NONE while there is no order.
[[nodiscard]] std::string_view status_of(const State& state);
/// Null while there is no order.
[[nodiscard]] const OrderDetails* order_of(const State& state);
/// The reason of a requested or granted cancel.
[[nodiscard]] std::optional<CancelReason> cancel_reason_of(const State& state);

/// The refusal of a cancel while the ticket is in `ticket_state`.
[[nodiscard]] Rejection cancel_refusal(const std::string& ticket_state);

}  // namespace dangol::order
