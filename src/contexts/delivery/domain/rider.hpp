#pragma once

#include <variant>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/decision.hpp"
#include "core/ids.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

/// The events of a rider; the subject is the account id. They are private.
namespace dangol::delivery {

struct RiderWentOnline {
    RiderId rider_id;
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(RiderWentOnline, (), (rider_id, at))

struct RiderWentOffline {
    RiderId rider_id;
};
BOOST_DESCRIBE_STRUCT(RiderWentOffline, (), (rider_id))

/// One more delivery in the rider's hands.
struct RiderTookOn {
    RiderId rider_id;
    OrderId order_id;
};
BOOST_DESCRIBE_STRUCT(RiderTookOn, (), (rider_id, order_id))

/// One fewer: delivered, released or canceled.
struct RiderLetGo {
    RiderId rider_id;
    OrderId order_id;
};
BOOST_DESCRIBE_STRUCT(RiderLetGo, (), (rider_id, order_id))

/// The account was disabled: no shift begins any more.
struct RiderBarred {
    RiderId rider_id;
};
BOOST_DESCRIBE_STRUCT(RiderBarred, (), (rider_id))

}  // namespace dangol::delivery

/// Rider: the shift, and the deliveries in hand. Its id is the rider's account id. The rider's location is no
/// part of it: it changes all the time, and a history of a person's locations must not be kept.
///
///     Offline ◄─ GoOnline, GoOffline ─► Online       GoOffline keeps the deliveries in hand: they are still
///                                                    to be brought
///     Bar     in both ─► Barred, for good: what was picked up is still to be brought
///     TakeOn  Online only, up to active_max deliveries
///     LetGo   in all three
namespace dangol::delivery::shift {

struct Offline {
    std::vector<OrderId> active;  ///< claimed or on the way, oldest first
};
struct Online {
    Timestamp since{};
    std::vector<OrderId> active;
};
/// Off duty for good.
struct Barred {
    std::vector<OrderId> active;
};
BOOST_DESCRIBE_STRUCT(Offline, (), (active))
BOOST_DESCRIBE_STRUCT(Online, (), (since, active))
BOOST_DESCRIBE_STRUCT(Barred, (), (active))

using State = std::variant<Offline, Online, Barred>;

struct GoOnline {
    RiderId rider_id;
    Timestamp at{};
};
struct Bar {
    RiderId rider_id;
};
struct GoOffline {
    RiderId rider_id;
};
struct TakeOn {
    RiderId rider_id;
    OrderId order_id;
    int active_max = 3;
};
struct LetGo {
    RiderId rider_id;
    OrderId order_id;
};

using Command = std::variant<GoOnline, GoOffline, TakeOn, LetGo, Bar>;
using Event = std::variant<RiderWentOnline, RiderWentOffline, RiderTookOn, RiderLetGo, RiderBarred>;

/// Only TakeOn can be refused: 409 "not-on-shift", "too-many-deliveries".
[[nodiscard]] Result<std::vector<Event>> decide(const State& state, const Command& command);
[[nodiscard]] State evolve(State state, const Event& event);

[[nodiscard]] bool is_online(const State& state);
[[nodiscard]] const std::vector<OrderId>& active_of(const State& state);

}  // namespace dangol::delivery::shift
