#pragma once

#include "traffic/demo/phone.hpp"

/// The simulated people. Each goes on for ever; `town` and `key` must outlive them.
namespace dangol::traffic::demo {

/// Now and then orders at some café, mostly waits for it, sometimes cancels, sometimes cannot pay.
[[nodiscard]] Task<void> live_as_customer(Town& town);

/// Takes the orders of a branch, makes them, hands them over; now and then something runs out.
[[nodiscard]] Task<void> work_as_barista(Town& town, client::Key& key);

/// Waits near the cafés, claims what is offered nearby, brings it to the door.
[[nodiscard]] Task<void> work_as_rider(Town& town, client::Key& key);

/// Vouches for deliveries at doors where no simulated customer says a PIN: people's own orders, and those of
/// an earlier run of the demo.
[[nodiscard]] Task<void> watch_as_operator(Town& town, client::Key& key);

}  // namespace dangol::traffic::demo
