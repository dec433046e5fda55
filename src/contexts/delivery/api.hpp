#pragma once

#include "contexts/delivery/delivery.hpp"

/// The HTTP API, in three files: commands (api.cpp), questions (queries.cpp), the riders' stream
/// (stream.cpp).
namespace dangol::delivery {

[[nodiscard]] std::vector<runtime::Route> delivery_routes(runtime::Host host, const Settings& settings);

/// GET /deliveries, /deliveries/offers, /deliveries/shift, /deliveries/{id}
[[nodiscard]] std::vector<runtime::Route> delivery_queries(runtime::Host host, const Settings& settings);

/// GET /deliveries/stream: offers near the rider, and all that happens to the rider's own deliveries.
[[nodiscard]] runtime::Route delivery_stream(runtime::Host host);

/// The rider's place from ?lat=&lng=; nullopt if there is none, 400 if it is no place.
[[nodiscard]] Result<std::optional<Place>> place_asked_from(const runtime::Request& request);
[[nodiscard]] std::unexpected<Rejection> bad_place();

}  // namespace dangol::delivery
