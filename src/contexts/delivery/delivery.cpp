// The delivery context on one page.
#include "contexts/delivery/delivery.hpp"

#include <algorithm>
#include <stdexcept>

#include "contexts/delivery/aggregates.hpp"
#include "contexts/delivery/api.hpp"
#include "contracts/cafe.hpp"
#include "contracts/identity.hpp"
#include "contracts/order.hpp"

namespace dangol::delivery {
namespace {

using runtime::Context, runtime::Limit, runtime::Per, runtime::Reader, runtime::Request, runtime::Unit;
using namespace std::chrono_literals;

constexpr Access riders{.rider = true};
constexpr Access operators{.operator_ = true};
constexpr Access riders_and_operators{.rider = true, .operator_ = true};
constexpr Access parties{.customer = true, .rider = true, .operator_ = true};

/// Of one delivery, whoever says them. A wrong PIN is counted in the delivery itself (trip::pin_tries_max).
constexpr Limit wrong_numbers{.name = "call-numbers",
                              .per = Per::target,
                              .rate = {.burst = 10, .each = 30s},
                              .failure = trip::wrong_call_number_code};

Result<void> plan(Unit& unit, const order::OrderDetails& order, const DispatchTerms& terms) {
    if (order.fulfilment != order::Fulfilment::delivery) return {};
    if (!order.destination)
        throw std::runtime_error("order " + order.order_id.value + " has no place of delivery");
    const auto& to = *order.destination;
    DeliveryPlan plan{.cafe_name = order.cafe_name,
                      .cafe_place = order.cafe_place,
                      .drop_off = {to.address, to.detail, to.place, to.phone, to.note},
                      .call_number = order.call_number,
                      .pin = to.pin,
                      .fee = order.delivery_fee,
                      .qty = order.qty,
                      .order_date = order.order_date};
    DANGOL_CHECK(unit.execute<Delivery>(
        order.order_id,
        trip::PlanDelivery{{order.order_id, order.cafe_id, order.customer_id, std::move(plan), terms},
                           unit.now()}));
    return {};
}

/// For MakeStarted and MakeCompleted.
template <class Command>
Result<void> tell_of_making(Unit& unit, const auto& event) {
    if (!event.for_delivery) return {};
    DANGOL_CHECK(unit.execute<Delivery>(
        event.order_id, Command{event.order_id, event.cafe_id, event.customer_id, unit.now()}));
    return {};
}

/// For OrderCanceled, OrderRejected and MakeAborted. They do not contain the fulfilment: a canceled
/// pick-up order leaves a record of a few bytes here.
constexpr auto cancel = [](Unit& unit, const auto& event) {
    return unit.execute<Delivery>(event.order_id,
                                  trip::CancelDelivery{event.order_id, event.cafe_id, event.customer_id,
                                                       DeliveryCancelReason::order_canceled});
};

/// Accounts of staff and operators are heard of too: that leaves a record of a few bytes here. What the rider
/// has claimed is offered again. What is picked up stays in the rider's hands; the operator can complete it
/// or end it as failed.
Result<void> take_off_duty(Unit& unit, const RiderId& rider) {
    const std::vector<OrderId> active = shift::active_of(unit.load<Rider>(rider).state);
    for (const auto& order : active) {
        if (!std::holds_alternative<trip::Claimed>(unit.load<Delivery>(order).state)) continue;
        DANGOL_CHECK(unit.execute<Delivery>(order, trip::Release{rider, false, unit.now()}));
    }
    DANGOL_CHECK(unit.execute<Rider>(rider, shift::Bar{rider}));
    if (unit.row(view::rider_places, rider.value)) {
        unit.drop_row(std::string(view::rider_places), rider.value);
    }
    return {};
}

}  // namespace

Context make(Settings settings) {
    Context delivery(std::type_identity<Contract>{});
    delivery.aggregate(Delivery{});
    delivery.aggregate(Rider{});
    delivery.audit_log<DeliveryConfirmed, DeliveryReleased, DeliveryFailed>();

    delivery.on<order::OrderPlaced>(
        [settings](Unit& unit, const order::OrderPlaced& e) { return plan(unit, e.order, settings); });
    delivery.on<cafe::MakeStarted>([](Unit& unit, const cafe::MakeStarted& e) {
        return tell_of_making<trip::OfferDelivery>(unit, e);  // LoadDeliveryInfo
    });
    delivery.on<cafe::MakeCompleted>(
        [](Unit& unit, const cafe::MakeCompleted& e) { return tell_of_making<trip::NoteReady>(unit, e); });
    delivery.on<order::OrderCanceled>(
        [](Unit& unit, const order::OrderCanceled& e) { return cancel(unit, e); });
    delivery.on<cafe::OrderRejected>(
        [](Unit& unit, const cafe::OrderRejected& e) { return cancel(unit, e); });
    delivery.on<cafe::MakeAborted>([](Unit& unit, const cafe::MakeAborted& e) { return cancel(unit, e); });
    // The drinks of a canceled delivery come back too: that changes nothing here.
    delivery.on<cafe::DrinksReturned>([](Unit& unit, const cafe::DrinksReturned& e) {
        return unit.execute<Delivery>(e.order_id, trip::NoteReturn{});
    });
    delivery.on<identity::AccountDisabled>([](Unit& unit, const identity::AccountDisabled& e) {
        return take_off_duty(unit, RiderId{e.account.value});
    });

    delivery.deadline(Delivery::deadline, wake);

    delivery.get("/deliveries", riders_and_operators, list_deliveries);
    delivery.get("/deliveries/offers", riders,
                 [reach = std::max(settings.radius_metres, settings.radius_max_metres)](
                     Reader& reader, const Request& request) { return list_offers(reader, request, reach); });
    delivery.get("/deliveries/{id}", parties, show_delivery);
    delivery.get("/deliveries/stream", riders, stream_deliveries);
    delivery.post("/deliveries/{id}/claim", riders,
                  [most = settings.active_max](Unit& unit, const Request& request) {
                      return claim(unit, request, most);
                  });
    delivery.post("/deliveries/{id}/release", riders_and_operators, release);
    delivery.post("/deliveries/{id}/start", riders, start).limited({wrong_numbers});
    delivery.post("/deliveries/{id}/confirm", riders_and_operators, confirm);
    delivery.post("/deliveries/{id}/fail", riders_and_operators, fail);

    delivery.get("/deliveries/shift", riders,
                 [most = settings.active_max](Reader& reader, const Request& request) {
                     return show_shift(reader, request, most);
                 });
    delivery.post("/deliveries/shift", riders,
                  [most = settings.active_max](Unit& unit, const Request& request) {
                      return change_shift(unit, request, most);
                  });
    delivery.get("/deliveries/earnings", riders,
                 [calendar = settings.riders_day](Reader& reader, const Request& request, Timestamp now) {
                     return show_earnings(reader, request, now, calendar);
                 });
    delivery.get("/deliveries/riders", operators, list_riders);
    return delivery;
}

}  // namespace dangol::delivery
