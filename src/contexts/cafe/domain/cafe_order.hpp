#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/cafe/events.hpp"
#include "core/ids.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

/// CafeOrder: the ticket of one paid order at the bar.
///
///     NotThere ─AddCafeOrder─► Received ─OrderApprove─► Approved ─MakeStart─► Making ─MakeComplete─► Made
///
///     in Received, Approved     OrderReject              ──► Rejected
///                               DecideCancel: granted    ──► Void               (1)
///     in Making, Made           AbortMaking              ──► Aborted
///                               DecideCancel: refused    ──► stays
///     in any of these four      VoidTicket               ──► Void               nobody asked the café
///     in Made, for pick-up      HandOver                 ──► HandedOver
///                               GiveUpWaiting            ──► NotCollected       nobody came in time
///     in Made, for a delivery   CollectByRider           ──► Collected
///     in NotCollected           HandOver                 ──► HandedOver         late, but it is paid
///     in NotThere               DecideCancel, VoidTicket ──► VoidBeforeArrival  what arrives later stays
///     void
///
///     (1) A café that has approved has answered: in Approved a cancel because of `unanswered` is refused.
///
/// A cancel and MakeStart contend for the ticket: exactly one of them wins. Whatever does not stand above is
/// refused with the state and what it does allow; a command whose outcome already holds changes nothing.
namespace dangol::cafe::ticket {

// ── State ───────────────────────────────────────────────────────────────────────────────────────

struct Ticket {
    CafeOrderAdded order;  ///< as it came in; it never changes
    std::optional<Timestamp> promised_at;
    std::optional<Timestamp> started_at;
    std::optional<Timestamp> made_at;
    std::optional<Timestamp> collect_by;
    bool operator==(const Ticket&) const = default;
};
BOOST_DESCRIBE_STRUCT(Ticket, (), (order, promised_at, started_at, made_at, collect_by))

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
BOOST_DESCRIBE_STRUCT(Void, (), (ticket))
BOOST_DESCRIBE_STRUCT(Rejected, (), (ticket))
BOOST_DESCRIBE_STRUCT(Aborted, (), (ticket))

using State = std::variant<NotThere, VoidBeforeArrival, Received, Approved, Making, Made, HandedOver,
                           Collected, NotCollected, Void, Rejected, Aborted>;

/// Answers several states (or events) in one lambda while naming each: `[](const OneOf<Void, Rejected>
/// auto&)`. Unlike a bare `auto` it does not swallow an alternative that is added later.
template <class T, class... Ts>
concept OneOf = (std::same_as<T, Ts> || ...);

// ── Commands ────────────────────────────────────────────────────────────────────────────────────

/// Whose order a message from outside is about.
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
struct HandOver {
    std::string call_number;  ///< what the customer shows; empty: not asked
};
struct AbortMaking {
    CafeReason reason = CafeReason::other;
    std::string note;
};
/// Somebody wants to cancel: may they?
struct DecideCancel {
    Parties parties;
    CafeReason reason = CafeReason::customer_request;
};
/// The order is canceled; nobody asks.
struct VoidTicket {
    Parties parties;
};
struct CollectByRider {};
struct GiveUpWaiting {};

using Command = std::variant<AddCafeOrder, OrderApprove, OrderReject, MakeStart, MakeComplete, HandOver,
                             AbortMaking, DecideCancel, VoidTicket, CollectByRider, GiveUpWaiting>;

using Event = std::variant<CafeOrderAdded, OrderApproved, OrderRejected, MakeStarted, MakeCompleted,
                           cafe::HandedOver, CollectedByRider, cafe::NotCollected, CancelGranted,
                           CancelRefused, TicketVoided, MakeAborted>;

// ── The pure core ───────────────────────────────────────────────────────────────────────────────

[[nodiscard]] Result<std::vector<Event>> decide(const State& state, const Command& command);
[[nodiscard]] State evolve(const State& state, const Event& event);

// ── What a state says of itself ─────────────────────────────────────────────────────────────────

/// Nothing where there is no ticket (NotThere, VoidBeforeArrival).
[[nodiscard]] const Ticket* ticket_of(const State& state);

/// "RECEIVED", "APPROVED", "MAKING", "MADE", "HANDED_OVER", "NOT_COLLECTED", "VOID", "REJECTED", "ABORTED". A
/// delivery that its rider has taken is HANDED_OVER too. Empty where there is no ticket.
[[nodiscard]] std::string_view status_of(const State& state);

/// The columns of the bar's screen.
enum class Lane { none, to_do, making, ready, done };
[[nodiscard]] Lane lane_of(const State& state);

/// The refusal of a command that `state` does not allow: why, and what it does allow.
[[nodiscard]] std::unexpected<Rejection> refusal_in(const State& state);

}  // namespace dangol::cafe::ticket
