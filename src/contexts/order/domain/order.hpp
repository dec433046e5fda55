#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "contexts/order/events.hpp"
#include "core/result.hpp"

/// The Order aggregate: what was agreed, and whether it came to a drink.
///
///            RequestOrder            ConfirmPaid
///     none ───────────────► payment_pending ──────────► placed ◄───────────── RefuseCancel ─┐
///                            │  │  │                      │ │ └── RequestCancel ──► cancel_requested
///             FailPayment ◄──┘  │  └─ RequestCancel       │ │                          │
///          (payment_failed)     Expire                    │ └─ EndByCafe, NoRider,     │ GrantCancel,
///                            (expired)                    │    ForceCancel             │ and as from placed
///                                                         │        └──► canceled ◄─────┘
///                                                         └─ Complete ──► completed
///
/// A payment that is approved after the order has ended is refunded by the payment context; the order is
/// never revived.
namespace dangol::order {

enum class Stage {
    none,
    payment_pending,
    placed,
    cancel_requested,
    canceled,
    completed,
    expired,
    payment_failed,
};
BOOST_DESCRIBE_ENUM(Stage, none, payment_pending, placed, cancel_requested, canceled, completed, expired,
                    payment_failed)

struct State {
    Stage stage = Stage::none;
    OrderDetails order;
    std::optional<CancelReason> cancel_reason;  ///< requested or final
    std::string reason;                         ///< why the payment failed, or the café's note
    bool asked = false;                         ///< the customer was asked whether to wait
};
BOOST_DESCRIBE_STRUCT(State, (), (stage, order, cancel_reason, reason, asked))

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
/// The operator ends the order without asking the café; a ticket that arrives later is void.
struct ForceCancel {
    std::string note;
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

using Command = std::variant<RequestOrder, ConfirmPaid, FailPayment, Expire, AskCustomer, RequestCancel,
                             GrantCancel, RefuseCancel, ForceCancel, EndByCafe, GiveUpDelivery, Complete>;
using Event = std::variant<OrderRequested, OrderPlaced, OrderPaymentFailed, OrderExpired, OrderUnanswered,
                           OrderCancelRequested, OrderCancelRefused, OrderCanceled, OrderCompleted>;

/// Pure. No events means "already so".
[[nodiscard]] Result<std::vector<Event>> decide(const State& state, const Command& command);
/// Never refuses: the event has happened.
[[nodiscard]] State evolve(State state, const Event& event);

/// Why a customer's cancel is refused when the ticket is in `ticket_state`.
[[nodiscard]] Rejection cancel_refusal(const std::string& ticket_state);

}  // namespace dangol::order
