#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "contexts/delivery/domain/delivery.hpp"
#include "contexts/delivery/domain/rider.hpp"
#include "runtime/unit.hpp"

/// The aggregates as the runtime knows them (runtime/unit.hpp, `Aggregate`), and the rows by which they are
/// found.
namespace dangol::delivery {

namespace view {
/// What riders may claim; scope: the cell of the place of delivery. A row exists only while it is offered.
inline constexpr std::string_view offers = "offers";
/// A rider's deliveries by status; scope: `rider_scope`, rank: the order date.
inline constexpr std::string_view riders_deliveries = "riders_deliveries";
/// What is not at its end; scope: the status, rank: the order date. For the operator.
inline constexpr std::string_view under_way = "under_way";
/// Riders who are online or have a delivery in hand; scope: `on_shift`.
inline constexpr std::string_view riders = "riders";
inline constexpr std::string_view on_shift = "on_shift";
/// Where a rider on shift was last; key: rider id, data: Place.
inline constexpr std::string_view rider_places = "rider_places";
}  // namespace view

/// The scope of all delivery events: riders' streams pick theirs by distance and by rider.
inline constexpr std::string_view stream_scope = "offers";

[[nodiscard]] std::string rider_scope(const RiderId& rider, std::string_view status);

struct DeliveryAggregate {
    static constexpr std::string_view name = "Delivery";
    static constexpr bool one_trace = true;
    using State = Delivery;
    using Command = DeliveryCommand;
    using Event = DeliveryEvent;

    static Result<std::vector<Event>> decide(const State& state, const Command& command) {
        return delivery::decide(state, command);
    }
    static State evolve(State state, const Event& event) { return delivery::evolve(std::move(state), event); }
    static std::string scope(const State&) { return std::string(stream_scope); }
    static std::vector<runtime::Row> index(const std::string& id, const State& state);
    /// Keeps the deadline that the state asks for, and takes the delivery out of the rider's hands when it
    /// ends.
    static void after(runtime::Unit& unit, const std::string& id, const Event& event, const State& state);
};

struct RiderAggregate {
    static constexpr std::string_view name = "Rider";
    using State = Rider;
    using Command = RiderCommand;
    using Event = RiderEvent;

    static Result<std::vector<Event>> decide(const State& state, const Command& command) {
        return delivery::decide(state, command);
    }
    static State evolve(State state, const Event& event) { return delivery::evolve(std::move(state), event); }
    static std::string scope(const State&) { return {}; }
    static std::vector<runtime::Row> index(const std::string& id, const State& state);
    static void after(runtime::Unit&, const std::string&, const Event&, const State&) {}
};

static_assert(runtime::Aggregate<DeliveryAggregate>);
static_assert(runtime::Aggregate<RiderAggregate>);

/// A delivery has at most one deadline; scheduling again replaces it.
void schedule(runtime::Unit& unit, const std::string& id, Timestamp due);

}  // namespace dangol::delivery
