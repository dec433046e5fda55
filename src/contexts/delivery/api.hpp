#pragma once

#include "contexts/delivery/delivery.hpp"

/// The HTTP API: commands (api.cpp), questions (queries.cpp), the riders' stream (stream.cpp), who is on
/// shift (riders.cpp), what a rider earned (earnings.cpp).
namespace dangol::delivery {

[[nodiscard]] std::vector<runtime::Route> delivery_routes(runtime::Host host, const Settings& settings);

/// GET /deliveries, /deliveries/offers, /deliveries/shift, /deliveries/{id}
[[nodiscard]] std::vector<runtime::Route> delivery_queries(runtime::Host host, const Settings& settings);

/// GET /deliveries/stream: offers near the rider, and all that happens to the rider's own deliveries.
[[nodiscard]] runtime::Route delivery_stream(runtime::Host host);

/// GET /deliveries/riders
[[nodiscard]] runtime::Route riders_route(runtime::Host host);

/// GET /deliveries/earnings
[[nodiscard]] runtime::Route earnings_route(runtime::Host host);

/// The rider's place from ?lat=&lng=; nullopt if there is none, 400 if it is no place.
[[nodiscard]] Result<std::optional<Place>> place_asked_from(const runtime::Request& request);
[[nodiscard]] std::unexpected<Rejection> bad_place();

}  // namespace dangol::delivery
