#pragma once

#include "contexts/delivery/domain/delivery.hpp"

/// A delivery to try things with; for tests.
namespace dangol::delivery::trip::examples {

inline const OrderId order{"o1"};
inline const CafeId cafe{"c1"};
inline const AccountId customer{"a1"};
inline const RiderId kim{"kim"};
inline const RiderId lee{"lee"};

/// `minutes` after the order.
inline Timestamp at(int minutes) { return Timestamp{} + std::chrono::minutes(1'000'000 + minutes); }

inline DeliveryPlanned planned(std::string pin = "4711") {
    return {.order_id = order,
            .cafe_id = cafe,
            .customer_id = customer,
            .plan = {.cafe_name = {"단골 성수", "Dangol Seongsu"},
                     .cafe_place = {37.5445, 127.0557},
                     .drop_off =
                         {"서울 성동구 왕십리로 1", "101호", {37.5471, 127.0473}, "010-1234-5678", "문 앞"},
                     .call_number = "A-17",
                     .pin = std::move(pin),
                     .fee = {3000, "KRW"},
                     .qty = 2,
                     .order_date = at(0)},
            .terms = {}};
}

inline PlanDelivery plan(int minute = 0) { return {planned(), at(minute)}; }
inline OfferDelivery making(int minute = 1) { return {order, cafe, customer, at(minute)}; }
inline NoteReady made(int minute = 5) { return {order, cafe, customer, at(minute)}; }
inline CancelDelivery cancel(DeliveryCancelReason reason = DeliveryCancelReason::order_canceled) {
    return {order, cafe, customer, reason};
}

inline ForceConfirm force(std::string reason = "고객이 전화로 받았다고 확인") {
    return {at(60), std::move(reason)};
}

/// The state after `command`; a refused one changes nothing.
inline State after(State state, const Command& command) {
    const auto events = decide(state, command);
    if (!events) return state;
    for (const auto& event : *events) state = evolve(std::move(state), event);
    return state;
}
inline State after(const std::vector<Command>& commands) {
    State state;
    for (const auto& command : commands) state = after(std::move(state), command);
    return state;
}

}  // namespace dangol::delivery::trip::examples
