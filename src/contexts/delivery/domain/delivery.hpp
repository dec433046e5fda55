#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "contracts/delivery.hpp"
#include "core/decision.hpp"
#include "core/geo.hpp"
#include "core/ids.hpp"
#include "core/money.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

/// What only this context reads: private events of a delivery, free to change.
namespace dangol::delivery {

/// Where the customer waits.
struct DropOff {
    std::string address;
    std::string detail;  ///< floor, door
    Place place;
    std::string phone;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(DropOff, (), (address, detail, place, phone, note))

/// All that a rider needs, as the order was agreed.
struct DeliveryPlan {
    Text cafe_name;
    Place cafe_place;
    DropOff drop_off;
    std::string call_number;  ///< the rider names it at the café
    std::string pin;          ///< the customer tells it to the rider at the door; empty: none is required
    Money fee;
    int qty = 0;
    Timestamp order_date{};
};
BOOST_DESCRIBE_STRUCT(DeliveryPlan, (),
                      (cafe_name, cafe_place, drop_off, call_number, pin, fee, qty, order_date))

/// How the search for a rider works. Each delivery keeps the terms it was planned with.
struct DispatchTerms {
    Duration lease = std::chrono::minutes(10);          ///< to pick up, from the later of claim and ready
    Duration widen_after = std::chrono::minutes(3);     ///< without a claim, the radius grows
    Duration give_up_after = std::chrono::minutes(20);  ///< from the later of the first offer and ready
    int radius_metres = 3'000;  ///< riders this near the place of delivery see the offer
    int widen_by_metres = 1'500;
    int radius_max_metres = 7'500;
};
BOOST_DESCRIBE_STRUCT(DispatchTerms, (),
                      (lease, widen_after, give_up_after, radius_metres, widen_by_metres, radius_max_metres))

/// What became known of an order before the order itself.
enum class EarlyFact { making, made, canceled };
BOOST_DESCRIBE_ENUM(EarlyFact, making, made, canceled)
struct DeliveryNoted {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    EarlyFact fact = EarlyFact::making;
};
BOOST_DESCRIBE_STRUCT(DeliveryNoted, (), (order_id, cafe_id, customer_id, fact))

/// A delivery will be needed; riders do not see it yet.
struct DeliveryPlanned {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    DeliveryPlan plan{};
    DispatchTerms terms{};
};
BOOST_DESCRIBE_STRUCT(DeliveryPlanned, (), (order_id, cafe_id, customer_id, plan, terms))

/// There was no claim yet: riders farther away can see it too.
struct OfferWidened {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Money fee;
    Offer offer{};
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(OfferWidened, (), (order_id, cafe_id, customer_id, fee, offer, at))

/// A wrong PIN at the door.
struct PinRefused {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    RiderId rider_id;
    int tries = 0;  ///< wrong ones so far, this one included
};
BOOST_DESCRIBE_STRUCT(PinRefused, (), (order_id, cafe_id, customer_id, rider_id, tries))

/// What the rider, or the operator, adds to the reason of a failure. Kept here: it may name a person or a
/// door.
struct FailureNoted {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(FailureNoted, (), (order_id, cafe_id, customer_id, note))

/// The café has the drinks of a failed delivery back, or expects them no more.
struct ReturnNoted {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    RiderId rider_id;
};
BOOST_DESCRIBE_STRUCT(ReturnNoted, (), (order_id, cafe_id, customer_id, rider_id))

}  // namespace dangol::delivery

/// Delivery: one trip from the café to the door. Its id is the order id.
///
///          PlanDelivery   OfferDelivery     Claim        DeliveryStart         DeliveryConfirm, ForceConfirm
///        (order placed)   (making began)  (one wins)  (ready, call number)     (PIN)       (a reason)
///   None ──────────► Planned ───────► Offered ─────► Claimed ──────────► Started ──────────► Confirmed
///     │                ▲ │  WidenOffer ↺ │ ▲            │ │                 │
///     └─► Early ───────┘ │               │ └─ Release ──┘ │                 ├── Fail (a reason) ─► Failed
///         (↺)            └───────────────┴────────────────┴─ CancelDelivery ┴──────────────────► Canceled
///
/// In Failed, NoteReturn ends the way of the drinks back to the café.
///
/// NoteReady (made) changes no state's name, but nothing starts before it. The search for a rider ends by
/// itself, as does a claim without a pick-up: see next_due.
///
/// The order and the café are two sources, so their events arrive in any order. What is known before the plan
/// is kept in Early and taken into account when the plan arrives. A fact that comes late or twice changes
/// nothing.
namespace dangol::delivery::trip {

inline constexpr int pin_tries_max = 5;

// ── State ──────────────────────────────────────────────────────────────────────────────────────────

struct None {};
BOOST_DESCRIBE_STRUCT(None, (), ())

/// Facts about an order whose plan has not arrived.
struct Early {
    bool making = false;
    bool made = false;
    bool canceled = false;
};
BOOST_DESCRIBE_STRUCT(Early, (), (making, made, canceled))

struct Planned {
    DeliveryPlanned planned;
};
BOOST_DESCRIBE_STRUCT(Planned, (), (planned))

/// The search for a rider.
struct Search {
    Timestamp first_offered_at{};
    Timestamp free_since{};  ///< since when no rider has it; not renewed by one who lets it go again
    Timestamp widened_at{};
    int radius_metres = 0;
    RiderId released_by;  ///< the rider who had it last, or empty
};
BOOST_DESCRIBE_STRUCT(Search, (), (first_offered_at, free_since, widened_at, radius_metres, released_by))

struct Offered {
    DeliveryPlanned planned;
    Search search;
    std::optional<Timestamp> ready_at;
};
BOOST_DESCRIBE_STRUCT(Offered, (), (planned, search, ready_at))

struct Claimed {
    DeliveryPlanned planned;
    Search search;  ///< continues if the rider gives it back
    std::optional<Timestamp> ready_at;
    RiderId rider_id;
    Timestamp claimed_at{};
};
BOOST_DESCRIBE_STRUCT(Claimed, (), (planned, search, ready_at, rider_id, claimed_at))

struct Started {
    DeliveryPlanned planned;
    RiderId rider_id;
    Timestamp claimed_at{};
    Timestamp picked_up_at{};
    int wrong_pins = 0;
};
BOOST_DESCRIBE_STRUCT(Started, (), (planned, rider_id, claimed_at, picked_up_at, wrong_pins))

struct Confirmed {
    DeliveryPlanned planned;
    RiderId rider_id;
    Timestamp claimed_at{};
    Timestamp picked_up_at{};
    Timestamp delivered_at{};
};
BOOST_DESCRIBE_STRUCT(Confirmed, (), (planned, rider_id, claimed_at, picked_up_at, delivered_at))

struct Failed {
    DeliveryPlanned planned;
    RiderId rider_id;
    Timestamp claimed_at{};
    Timestamp picked_up_at{};
    Timestamp failed_at{};
    DeliveryFailure reason = DeliveryFailure::customer_absent;
    bool returning = false;  ///< the drinks are on the way back to the café
    std::string note;
};
BOOST_DESCRIBE_STRUCT(Failed, (),
                      (planned, rider_id, claimed_at, picked_up_at, failed_at, reason, returning, note))

struct Canceled {
    DeliveryPlanned planned;
    RiderId rider_id;  ///< the rider who had claimed it, or empty
    DeliveryCancelReason reason = DeliveryCancelReason::order_canceled;
};
BOOST_DESCRIBE_STRUCT(Canceled, (), (planned, rider_id, reason))

using State = std::variant<None, Early, Planned, Offered, Claimed, Started, Confirmed, Failed, Canceled>;

// ── Commands. `at` is now ──────────────────────────────────────────────────────────────────────────

struct PlanDelivery {
    DeliveryPlanned planned;
    Timestamp at{};
};
/// Making has begun (LoadDeliveryInfo).
struct OfferDelivery {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Timestamp at{};
};
struct NoteReady {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Timestamp at{};
};
struct CancelDelivery {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    DeliveryCancelReason reason = DeliveryCancelReason::order_canceled;
};
struct WidenOffer {
    Timestamp at{};
};
struct Claim {
    RiderId rider_id;
    Timestamp at{};
};
struct Release {
    RiderId rider_id;
    bool lease_expired = false;
    Timestamp at{};
};
/// Picked up at the café.
struct DeliveryStart {
    RiderId rider_id;
    std::string call_number;
    Timestamp at{};
};
/// Handed over at the door. A wrong PIN is recorded (PinRefused), so it is no rejection: look at the state
/// after it.
struct DeliveryConfirm {
    RiderId rider_id;
    std::string pin;
    Timestamp at{};
};
/// The operator completes it without a PIN: an override, which demands a reason.
struct ForceConfirm {
    Timestamp at{};
    std::string reason;
};

/// What was picked up cannot be handed over. `note` has at most 500 characters.
struct Fail {
    RiderId rider_id;
    DeliveryFailure reason{};
    std::string note;
    Timestamp at{};
};
struct NoteReturn {};

using Command = std::variant<PlanDelivery, OfferDelivery, NoteReady, CancelDelivery, WidenOffer, Claim,
                             Release, DeliveryStart, DeliveryConfirm, ForceConfirm, Fail, NoteReturn>;

using Event = std::variant<DeliveryNoted, DeliveryPlanned, DeliveryOffered, OfferWidened, DeliveryClaimed,
                           DeliveryReleased, DeliveryReady, DeliveryStarted, PinRefused, DeliveryConfirmed,
                           DeliveryFailed, FailureNoted, ReturnNoted, DeliveryCanceled>;

// ── The pure core ──────────────────────────────────────────────────────────────────────────────────

[[nodiscard]] Result<std::vector<Event>> decide(const State& state, const Command& command);
[[nodiscard]] State evolve(State state, const Event& event);

// ── Properties of a state ──────────────────────────────────────────────────────────────────────────

/// PLANNED, OFFERED, CLAIMED, PICKED_UP, DELIVERED, RETURNING or FAILED (the drinks of a failed one are on
/// the way back, or not), CANCELED; "" while there is no delivery.
[[nodiscard]] std::string_view status_of(const State& state);

/// Null while there is no plan.
[[nodiscard]] const DeliveryPlanned* plan_of(const State& state);

/// The rider who has it, or had it at its end; empty if there is none.
[[nodiscard]] RiderId rider_of(const State& state);

/// When each step was taken, as far as it has come.
struct Steps {
    std::optional<Timestamp> claimed_at;
    std::optional<Timestamp> picked_up_at;
    std::optional<Timestamp> delivered_at;
    std::optional<Timestamp> failed_at;
};
[[nodiscard]] Steps steps_of(const State& state);

/// What its rider earned with it, and when: delivered, or in vain through the customer. Nullopt: nothing.
struct Earned {
    Money fee;
    Timestamp at{};
};
[[nodiscard]] std::optional<Earned> earned_with(const State& state);

/// The drinks are ready, or gone with the rider.
[[nodiscard]] bool is_ready(const State& state);

/// `place` rounded to the middle of a square of about 500 m.
[[nodiscard]] Place area_of(const Place& place);

/// The next deadline of a delivery, and its command: to widen, to give up, to end a lease.
struct Due {
    Timestamp at{};
    Command command;
};
/// The command carries `at`. Nullopt: no deadline.
[[nodiscard]] std::optional<Due> next_due(const State& state, Timestamp now);

// ── Rejections, with what the rider can do ─────────────────────────────────────────────────────────

inline constexpr std::string_view wrong_call_number_code = "wrong-call-number";
[[nodiscard]] std::unexpected<Rejection> no_such_delivery();         ///< 404
[[nodiscard]] std::unexpected<Rejection> not_your_delivery();        ///< 403
[[nodiscard]] std::unexpected<Rejection> wrong_call_number();        ///< 422
[[nodiscard]] std::unexpected<Rejection> wrong_pin(int tries_left);  ///< 422
[[nodiscard]] std::unexpected<Rejection> note_too_long();            ///< 400

/// 409s that name the state and what it allows.
[[nodiscard]] std::unexpected<Rejection> not_offered(const State& state);
[[nodiscard]] std::unexpected<Rejection> already_claimed(const State& state);
[[nodiscard]] std::unexpected<Rejection> not_claimed(const State& state);
[[nodiscard]] std::unexpected<Rejection> not_ready(const State& state);
[[nodiscard]] std::unexpected<Rejection> not_picked_up(const State& state);
[[nodiscard]] std::unexpected<Rejection> already_picked_up(const State& state);
[[nodiscard]] std::unexpected<Rejection> not_failing(const State& state);  ///< not picked up: give it back
[[nodiscard]] std::unexpected<Rejection> already_delivered(const State& state);
[[nodiscard]] std::unexpected<Rejection> has_failed(const State& state);
[[nodiscard]] std::unexpected<Rejection> is_canceled(const State& state);
[[nodiscard]] std::unexpected<Rejection> pin_locked(const State& state);

}  // namespace dangol::delivery::trip
