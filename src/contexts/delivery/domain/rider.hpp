#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "contexts/delivery/events.hpp"
#include "core/result.hpp"

/// A rider's shift and the deliveries in hand. Its id is the rider's account id. The rider's place is no part
/// of it: it changes all the time, and a log of where somebody was is nothing to keep.
///
///   offline ◄──► online        GoOffline keeps the deliveries in hand: they are still to be brought
///   0 … active_max deliveries: TakeOn (online only), LetGo
namespace dangol::delivery {

struct Rider {
    bool online = false;
    std::vector<OrderId> active;  ///< claimed or on the way, oldest first
    std::optional<Timestamp> online_since = {};
};
BOOST_DESCRIBE_STRUCT(Rider, (), (online, active, online_since))

struct GoOnline {
    RiderId rider_id;
    Timestamp at{};
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
using RiderCommand = std::variant<GoOnline, GoOffline, TakeOn, LetGo>;
using RiderEvent = std::variant<RiderWentOnline, RiderWentOffline, RiderTookOn, RiderLetGo>;

/// Only TakeOn can be refused: 409 "not-on-shift", "too-many-deliveries". Empty: already so. Pure.
[[nodiscard]] Result<std::vector<RiderEvent>> decide(const Rider& state, const RiderCommand& command);
[[nodiscard]] Rider evolve(Rider state, const RiderEvent& event);

}  // namespace dangol::delivery
