#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "contexts/delivery/domain/delivery.hpp"
#include "contexts/delivery/domain/rider.hpp"
#include "runtime/unit.hpp"

/// The aggregates as the runtime knows them (runtime/aggregate.hpp), and the rows by which they are found.
///
///     view               key       scope                         rank        data
///     offers             order id  cell of the place of delivery order date  while it is offered
///     riders_deliveries  order id  "<rider id>/<status>"         order date; once delivered or failed, when
///     under_way          order id  the status                    order date  until its end, and the drinks'
///     return riders             rider id  "on_shift"                    0           online, or a delivery in
///     hand rider_places       rider id                                            Place, while on shift
namespace dangol::delivery {

namespace view {
inline constexpr std::string_view offers = "offers";
inline constexpr std::string_view riders_deliveries = "riders_deliveries";
inline constexpr std::string_view under_way = "under_way";
inline constexpr std::string_view riders = "riders";
inline constexpr std::string_view on_shift = "on_shift";
inline constexpr std::string_view rider_places = "rider_places";
}  // namespace view

/// The scope of all delivery events: riders' streams pick theirs by distance and by rider.
inline constexpr std::string_view stream_scope = "offers";

[[nodiscard]] std::string rider_scope(const RiderId& rider, std::string_view status);

struct Delivery {
    static constexpr std::string_view name = "Delivery";
    static constexpr std::string_view correlation = "order";
    using State = trip::State;
    using Command = trip::Command;
    using Event = trip::Event;

    [[nodiscard]] static std::string scope(const State&) { return std::string(stream_scope); }
    [[nodiscard]] static std::vector<runtime::Row> index(const std::string& id, const State& state);
    /// Sets the deadline of the new state, and takes the delivery out of the rider's hands when it
    /// ends.
    static void after(runtime::Unit& unit, const std::string& id, const Event& event, const State& state);

    /// The kind of a delivery's only deadline; its data is the order id.
    static constexpr std::string_view deadline = "delivery";
};

struct Rider {
    static constexpr std::string_view name = "Rider";
    using State = shift::State;
    using Command = shift::Command;
    using Event = shift::Event;

    [[nodiscard]] static std::vector<runtime::Row> index(const std::string& id, const State& state);
};

/// The deadline of a delivery has come: to widen its offer, to give up, to end a lease. If it is early, it is
/// set again.
[[nodiscard]] Result<std::uint64_t> wake(runtime::Unit& unit, const std::string& id);

}  // namespace dangol::delivery
