#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>

#include "contracts/cafe.hpp"
#include "core/decision.hpp"
#include "core/ids.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

/// What only this context reads: private events of a ticket, free to change.
namespace dangol::cafe {

struct TicketOption {
    std::string id;
    Text name;
    bool operator==(const TicketOption&) const = default;
};
BOOST_DESCRIBE_STRUCT(TicketOption, (), (id, name))

/// One line of a ticket, as the bar reads it: no prices.
struct TicketLine {
    MenuId menu_id;
    Text name;
    int quantity = 1;
    std::vector<TicketOption> options;
    int units = 1;  ///< make-units of the whole line
    bool operator==(const TicketLine&) const = default;
};
BOOST_DESCRIBE_STRUCT(TicketLine, (), (menu_id, name, quantity, options, units))

/// The paid order has reached the café (AddCafeOrder).
struct CafeOrderAdded {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    int units = 0;            ///< make-units, all lines
    std::string call_number;  ///< what the café calls out
    Fulfilment fulfilment = Fulfilment::pickup;
    std::vector<TicketLine> lines;
    int qty = 0;  ///< drinks and other items, all lines
    std::string note;
    Timestamp order_date{};
    std::int64_t turn = 0;  ///< the order's; see turn_of
    bool operator==(const CafeOrderAdded&) const = default;
};
BOOST_DESCRIBE_STRUCT(CafeOrderAdded, (),
                      (order_id, cafe_id, customer_id, units, call_number, fulfilment, lines, qty, note,
                       order_date, turn))

/// Delivery: the rider has it. DeliveryStarted, as the bar sees it.
struct CollectedByRider {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
};
BOOST_DESCRIBE_STRUCT(CollectedByRider, (), (order_id, cafe_id, customer_id))

/// Delivery: the rider could not hand it over, and brings it back.
struct ReturnExpected {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
};
BOOST_DESCRIBE_STRUCT(ReturnExpected, (), (order_id, cafe_id, customer_id))

/// The order was canceled without asking the café (OrderCanceled: no rider, the operator's decision): the bar
/// makes it no more. Also recorded for an order that was canceled before its ticket came.
struct TicketVoided {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
};
BOOST_DESCRIBE_STRUCT(TicketVoided, (), (order_id, cafe_id, customer_id))

}  // namespace dangol::cafe

/// CafeOrder: the ticket of one paid order at the bar.
///
///     NotThere ─AddCafeOrder─► Received ─OrderApprove─► Approved ─MakeStart─► Making ─MakeComplete─► Made
///
///     in Received, Approved     OrderReject              ──► Rejected
///                               DecideCancel: granted    ──► Void               (1)
///     in Making, Made           AbortMaking              ──► Aborted
///                               DecideCancel: refused    ──► stays
///     in any of these four      VoidTicket               ──► Void               the café is not asked
///     in Made, for pick-up      HandOver                 ──► HandedOver
///                               GiveUpWaiting            ──► NotCollected       not collected in time
///     in Made, for a delivery   CollectByRider           ──► Collected
///     in NotCollected           HandOver                 ──► HandedOver         late, but it is paid
///     in Collected, Void,       ExpectReturn             ──► Returning          the rider brings it back
///        Aborted
///     in Returning              TakeBack                 ──► Returned           or lost
///     in NotThere               DecideCancel, VoidTicket ──► VoidBeforeArrival  what arrives later stays
///     void
///
///     (1) A café that has approved has answered: in Approved a cancel because of `unanswered` is refused.
///
/// A cancel and MakeStart contend for the ticket: exactly one of them wins. Any other command is refused
/// with the state and the commands that it allows; a command whose outcome already holds changes nothing.
namespace dangol::cafe::ticket {

// ── State ──────────────────────────────────────────────────────────────────────────────────────────

struct Ticket {
    CafeOrderAdded order;  ///< as it came in; it never changes
    std::optional<Timestamp> promised_at;
    std::optional<Timestamp> started_at;
    std::optional<Timestamp> made_at;
    std::optional<Timestamp> collect_by;
    bool operator==(const Ticket&) const = default;
};
BOOST_DESCRIBE_STRUCT(Ticket, (), (order, promised_at, started_at, made_at, collect_by))

/// Ascending in the order in which the branch's orders were placed. Those of before turns were given have
/// their order date.
[[nodiscard]] inline std::int64_t turn_of(const CafeOrderAdded& order) {
    return order.turn != 0 ? order.turn : order.order_date.time_since_epoch().count();
}

struct NotThere {};
struct VoidBeforeArrival {};
struct Received {
    Ticket ticket;
};
struct Approved {
    Ticket ticket;
};
struct Making {
    Ticket ticket;
};
struct Made {
    Ticket ticket;
};
struct HandedOver {
    Ticket ticket;
};
struct Collected {
    Ticket ticket;
};
struct NotCollected {
    Ticket ticket;
};
/// The drinks are on the way back to the bar.
struct Returning {
    Ticket ticket;
};
struct Returned {
    Ticket ticket;
    bool lost = false;  ///< they never came
};
struct Void {
    Ticket ticket;
};
struct Rejected {
    Ticket ticket;
};
struct Aborted {
    Ticket ticket;
};
BOOST_DESCRIBE_STRUCT(NotThere, (), ())
BOOST_DESCRIBE_STRUCT(VoidBeforeArrival, (), ())
BOOST_DESCRIBE_STRUCT(Received, (), (ticket))
BOOST_DESCRIBE_STRUCT(Approved, (), (ticket))
BOOST_DESCRIBE_STRUCT(Making, (), (ticket))
BOOST_DESCRIBE_STRUCT(Made, (), (ticket))
BOOST_DESCRIBE_STRUCT(HandedOver, (), (ticket))
BOOST_DESCRIBE_STRUCT(Collected, (), (ticket))
BOOST_DESCRIBE_STRUCT(NotCollected, (), (ticket))
BOOST_DESCRIBE_STRUCT(Returning, (), (ticket))
BOOST_DESCRIBE_STRUCT(Returned, (), (ticket, lost))
BOOST_DESCRIBE_STRUCT(Void, (), (ticket))
BOOST_DESCRIBE_STRUCT(Rejected, (), (ticket))
BOOST_DESCRIBE_STRUCT(Aborted, (), (ticket))

using State = std::variant<NotThere, VoidBeforeArrival, Received, Approved, Making, Made, HandedOver,
                           Collected, NotCollected, Returning, Returned, Void, Rejected, Aborted>;

// ── Commands ───────────────────────────────────────────────────────────────────────────────────────

/// The ids in every event of another context about an order.
struct Parties {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
};

struct AddCafeOrder {
    CafeOrderAdded order;
};
struct OrderApprove {
    Timestamp at{};
    int ready_in_minutes = 0;  ///< 0 … 180; 0: no promise
};
struct OrderReject {
    CafeReason reason = CafeReason::other;
    std::string note;
};
struct MakeStart {
    Timestamp at{};
};
struct MakeComplete {
    Timestamp at{};
    Duration collect_within{};  ///< how long a pick-up is kept
};
inline constexpr std::string_view wrong_call_number = "wrong-call-number";  ///< the code of the refusal
struct HandOver {
    std::string call_number;  ///< as the customer shows it; empty: not checked
};
struct AbortMaking {
    CafeReason reason = CafeReason::other;
    std::string note;
};
/// A cancel was requested: grant or refuse it.
struct DecideCancel {
    Parties parties;
    CafeReason reason = CafeReason::customer_request;
};
/// The order is canceled; there is no decision to make.
struct VoidTicket {
    Parties parties;
};
struct CollectByRider {};
struct GiveUpWaiting {};
/// A rider who has picked it up is on the way back with it.
struct ExpectReturn {};
/// The drinks are back at the bar, or will not come (`lost`).
struct TakeBack {
    bool lost = false;
};

using Command =
    std::variant<AddCafeOrder, OrderApprove, OrderReject, MakeStart, MakeComplete, HandOver, AbortMaking,
                 DecideCancel, VoidTicket, CollectByRider, GiveUpWaiting, ExpectReturn, TakeBack>;

using Event = std::variant<CafeOrderAdded, OrderApproved, OrderRejected, MakeStarted, MakeCompleted,
                           cafe::HandedOver, CollectedByRider, cafe::NotCollected, CancelGranted,
                           CancelRefused, TicketVoided, MakeAborted, ReturnExpected, DrinksReturned>;

// ── The pure core ──────────────────────────────────────────────────────────────────────────────────

[[nodiscard]] Result<std::vector<Event>> decide(const State& state, const Command& command);
[[nodiscard]] State evolve(State state, const Event& event);

// ── Properties of a state ──────────────────────────────────────────────────────────────────────────

/// Nothing where there is no ticket (NotThere, VoidBeforeArrival).
[[nodiscard]] const Ticket* ticket_of(const State& state);

/// "RECEIVED", "APPROVED", "MAKING", "MADE", "HANDED_OVER", "NOT_COLLECTED", "RETURNING", "RETURNED", "LOST",
/// "VOID", "REJECTED", "ABORTED". A delivery that its rider has taken is HANDED_OVER too. Empty where there
/// is no ticket.
[[nodiscard]] std::string_view status_of(const State& state);

/// The columns of the bar's screen.
enum class Lane { none, to_do, making, ready, done };
[[nodiscard]] Lane lane_of(const State& state);

/// The rejection of a command that `state` does not allow: the reason, and the allowed commands.
[[nodiscard]] std::unexpected<Rejection> refusal_in(const State& state);

}  // namespace dangol::cafe::ticket
