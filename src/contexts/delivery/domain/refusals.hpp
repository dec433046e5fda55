#pragma once

#include "contexts/delivery/domain/delivery.hpp"

/// The noes of a delivery, in words that tell a rider what to do.
namespace dangol::delivery {

[[nodiscard]] std::unexpected<Rejection> no_such_delivery();         ///< 404
[[nodiscard]] std::unexpected<Rejection> not_your_delivery();        ///< 403
[[nodiscard]] std::unexpected<Rejection> wrong_call_number();        ///< 422
[[nodiscard]] std::unexpected<Rejection> wrong_pin(int tries_left);  ///< 422

/// 409s that name the state and what it allows.
[[nodiscard]] std::unexpected<Rejection> not_offered(const Delivery& state);
[[nodiscard]] std::unexpected<Rejection> already_claimed(const Delivery& state);
[[nodiscard]] std::unexpected<Rejection> not_claimed(const Delivery& state);
[[nodiscard]] std::unexpected<Rejection> not_ready(const Delivery& state);
[[nodiscard]] std::unexpected<Rejection> not_picked_up(const Delivery& state);
[[nodiscard]] std::unexpected<Rejection> already_picked_up(const Delivery& state);
[[nodiscard]] std::unexpected<Rejection> already_delivered(const Delivery& state);
[[nodiscard]] std::unexpected<Rejection> is_canceled(const Delivery& state);
[[nodiscard]] std::unexpected<Rejection> pin_locked(const Delivery& state);

}  // namespace dangol::delivery
