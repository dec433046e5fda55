#pragma once

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "contexts/delivery/events.hpp"
#include "core/result.hpp"

/// One delivery, from the order to the door. Its id is the order id.
///
///          PlanDelivery   OfferDelivery     Claim        DeliveryStart         DeliveryConfirm, ForceConfirm
///        (order placed)   (making began)  (one wins)  (ready, call number)    (PIN)
///   None ──────────► Planned ───────► Offered ─────► Claimed ──────────► Started ──────────► Confirmed
///     │                ▲ │  WidenOffer ↺ │ ▲            │ │
///     └─► Early ───────┘ │               │ └─ Release ──┘ │
///         (↺)            └───────────────┴────────────────┴── CancelDelivery ──► Canceled
///
/// NoteReady (made) changes no state's name, but nothing starts before it. The search for a rider ends by
/// itself, as does a claim without a pick-up: see next_due.
///
/// The order and the café are two sources, so their facts come in any order. What is known before the plan is
/// kept in Early and taken into account when the plan arrives. A fact that comes late or twice changes
/// nothing.
namespace dangol::delivery {

inline constexpr int pin_tries_max = 5;

// ── States
// ───────────────────────────────────────────────────────────────────────────────────────────────────────

struct None {};
BOOST_DESCRIBE_STRUCT(None, (), ())

/// Facts about an order that was not seen yet.
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
    Timestamp free_since{};  ///< since when nobody has it
    Timestamp widened_at{};
    int radius_metres = 0;
    RiderId released_by;  ///< who had it last, or empty
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
    Search search;  ///< goes on if the rider gives it back
    std::optional<Timestamp> ready_at;
    RiderId rider_id;
    Timestamp claimed_at{};
};
BOOST_DESCRIBE_STRUCT(Claimed, (), (planned, search, ready_at, rider_id, claimed_at))

/// When each step was taken; of what was recorded before that was kept, nothing.
struct Steps {
    std::optional<Timestamp> claimed_at;
    std::optional<Timestamp> picked_up_at;
    std::optional<Timestamp> delivered_at;
};
BOOST_DESCRIBE_STRUCT(Steps, (), (claimed_at, picked_up_at, delivered_at))

struct Started {
    DeliveryPlanned planned;
    RiderId rider_id;
    int wrong_pins = 0;
    Steps steps = {};
};
BOOST_DESCRIBE_STRUCT(Started, (), (planned, rider_id, wrong_pins, steps))

struct Confirmed {
    DeliveryPlanned planned;
    RiderId rider_id;
    Steps steps = {};
};
BOOST_DESCRIBE_STRUCT(Confirmed, (), (planned, rider_id, steps))

struct Canceled {
    DeliveryPlanned planned;
    RiderId rider_id;  ///< who had claimed it, or empty
    DeliveryCancelReason reason = DeliveryCancelReason::order_canceled;
};
BOOST_DESCRIBE_STRUCT(Canceled, (), (planned, rider_id, reason))

using Delivery = std::variant<None, Early, Planned, Offered, Claimed, Started, Confirmed, Canceled>;

// ── Commands. `at` is now
// ────────────────────────────────────────────────────────────────────────────────────────

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
/// The operator vouches for it, without a PIN.
struct ForceConfirm {
    Timestamp at{};
};

using DeliveryCommand = std::variant<PlanDelivery, OfferDelivery, NoteReady, CancelDelivery, WidenOffer,
                                     Claim, Release, DeliveryStart, DeliveryConfirm, ForceConfirm>;

// ── Events
// ───────────────────────────────────────────────────────────────────────────────────────────────────────

using DeliveryEvent = std::variant<DeliveryNoted, DeliveryPlanned, DeliveryOffered, OfferWidened,
                                   DeliveryClaimed, DeliveryReleased, DeliveryReady, DeliveryStarted,
                                   PinRefused, DeliveryConfirmed, DeliveryCanceled>;

/// What follows from `command`: the facts to record, or why none may be. Empty: already so. Pure.
[[nodiscard]] Result<std::vector<DeliveryEvent>> decide(const Delivery& state,
                                                        const DeliveryCommand& command);

/// The state after `event`. Never refuses: it has happened.
[[nodiscard]] Delivery evolve(Delivery state, const DeliveryEvent& event);

// ── What a state says
// ────────────────────────────────────────────────────────────────────────────────────────────

/// PLANNED, OFFERED, CLAIMED, PICKED_UP, DELIVERED or CANCELED; "" while there is no delivery.
[[nodiscard]] std::string_view status_of(const Delivery& state);

/// What it was planned with; null while there is no plan.
[[nodiscard]] const DeliveryPlanned* plan_of(const Delivery& state);

/// Who has it, or had it when it was delivered or canceled; empty if nobody.
[[nodiscard]] RiderId rider_of(const Delivery& state);

[[nodiscard]] Steps steps_of(const Delivery& state);

/// The drinks are ready, or gone with the rider.
[[nodiscard]] bool is_ready(const Delivery& state);

/// `place` rounded to the middle of a square of about 500 m.
[[nodiscard]] Place area_of(const Place& place);

/// When a delivery wants to be woken, and for which command: to widen, to give up, to end a lease.
struct Due {
    Timestamp at{};
    DeliveryCommand command;
};
/// The command carries `now`. Nullopt: nothing is awaited.
[[nodiscard]] std::optional<Due> next_due(const Delivery& state, Timestamp now);

}  // namespace dangol::delivery
