// How deliveries are found again, and what follows from their events.
#include "contexts/delivery/delivery_aggregates.hpp"

#include "core/assert.hpp"

namespace dangol::delivery {
namespace {

void let_go(runtime::Unit& unit, const RiderId& rider, const OrderId& order) {
    if (rider.empty()) return;
    const auto done = unit.execute<RiderAggregate>(rider.value, LetGo{rider, order});
    DANGOL_INVARIANT(done.has_value());
}

void free_the_rider(runtime::Unit& unit, const DeliveryEvent& event) {
    std::visit(Overloaded{
                   [](const DeliveryNoted&) {},
                   [](const DeliveryPlanned&) {},
                   [](const DeliveryOffered&) {},
                   [](const OfferWidened&) {},
                   [](const DeliveryClaimed&) {},
                   [&](const DeliveryReleased& e) { let_go(unit, e.rider_id, e.order_id); },
                   [](const DeliveryReady&) {},
                   [](const DeliveryStarted&) {},
                   [](const PinRefused&) {},
                   [&](const DeliveryConfirmed& e) { let_go(unit, e.rider_id, e.order_id); },
                   [&](const DeliveryCanceled& e) { let_go(unit, e.rider_id, e.order_id); },
               },
               event);
}

/// Before the offer there was nothing to be late for, so there is no deadline to cancel.
bool may_have_a_deadline(const DeliveryEvent& event) {
    return !std::holds_alternative<DeliveryNoted>(event) && !std::holds_alternative<DeliveryPlanned>(event);
}

bool is_under_way(const Delivery& state) {
    return plan_of(state) != nullptr && !std::holds_alternative<Confirmed>(state) &&
           !std::holds_alternative<Canceled>(state);
}

}  // namespace

std::string rider_scope(const RiderId& rider, std::string_view status) {
    return rider.value + "/" + std::string(status);
}

void schedule(runtime::Unit& unit, const std::string& id, Timestamp due) {
    unit.schedule({.key = id, .due = due, .kind = "delivery", .data = id});
}

std::vector<runtime::Row> DeliveryAggregate::index(const std::string& id, const State& state) {
    const auto* planned = plan_of(state);
    if (planned == nullptr) return {};
    const auto rank = planned->plan.order_date.time_since_epoch().count();
    std::vector<runtime::Row> rows;
    if (is_under_way(state)) {
        rows.push_back({std::string(view::under_way), id, std::string(status_of(state)), rank, {}});
    }
    if (std::holds_alternative<Offered>(state)) {
        rows.push_back({std::string(view::offers), id, cell_of(planned->plan.drop_off.place), rank, {}});
    }
    if (const auto rider = rider_of(state); !rider.empty()) {
        rows.push_back(
            {std::string(view::riders_deliveries), id, rider_scope(rider, status_of(state)), rank, {}});
    }
    return rows;
}

std::vector<runtime::Row> RiderAggregate::index(const std::string& id, const State& state) {
    if (!state.online && state.active.empty()) return {};
    return {{std::string(view::riders), id, std::string(view::on_shift), 0, {}}};
}

void DeliveryAggregate::after(runtime::Unit& unit, const std::string& id, const Event& event,
                              const State& state) {
    free_the_rider(unit, event);
    if (!may_have_a_deadline(event)) return;
    if (const auto due = next_due(state, unit.now())) {
        schedule(unit, id, due->at);
    } else {
        unit.cancel_deadline(id);
    }
}

}  // namespace dangol::delivery
