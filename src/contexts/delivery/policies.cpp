// What orders, cafés and the clock lead to.
#include "contexts/delivery/policies.hpp"

#include <stdexcept>

#include "contexts/cafe/events.hpp"
#include "contexts/delivery/delivery_aggregates.hpp"
#include "contexts/order/events.hpp"
#include "runtime/policy.hpp"

namespace dangol::delivery {
namespace {

using runtime::Unit;
using Terms = const DispatchTerms&;

Result<void> tell(Unit& unit, const std::string& id, const DeliveryCommand& command) {
    if (auto version = unit.execute<DeliveryAggregate>(id, command); !version) {
        return std::unexpected(std::move(version.error()));
    }
    return {};
}

Result<void> plan(Unit& unit, const order::OrderPlaced& placed, Terms terms) {
    const auto& order = placed.order;
    if (order.fulfilment != order::Fulfilment::delivery) return {};
    if (!order.destination)
        throw std::runtime_error("order " + order.order_id.value + " has no place of delivery");
    const auto& to = *order.destination;
    const DeliveryPlan plan{.cafe_name = order.cafe_name,
                            .cafe_place = order.cafe_place,
                            .drop_off = {to.address, to.detail, to.place, to.phone, to.note},
                            .call_number = order.call_number,
                            .pin = to.pin,
                            .fee = order.delivery_fee,
                            .qty = order.qty,
                            .order_date = order.order_date};
    return tell(unit, order.order_id.value,
                PlanDelivery{{order.order_id, order.cafe_id, order.customer_id, plan, terms}, unit.now()});
}

Result<void> load_delivery_info(Unit& unit, const cafe::MakeStarted& made, Terms) {
    if (!made.for_delivery) return {};
    return tell(unit, made.order_id.value,
                OfferDelivery{made.order_id, made.cafe_id, made.customer_id, unit.now()});
}

Result<void> note_ready(Unit& unit, const cafe::MakeCompleted& made, Terms) {
    if (!made.for_delivery) return {};
    return tell(unit, made.order_id.value,
                NoteReady{made.order_id, made.cafe_id, made.customer_id, unit.now()});
}

/// OrderCanceled, OrderRejected, MakeAborted. They do not say how the order is fetched: a pick-up order that
/// is canceled leaves a note of a few bytes here.
template <class Ended>
Result<void> cancel(Unit& unit, const Ended& ended, Terms) {
    return tell(unit, ended.order_id.value,
                CancelDelivery{ended.order_id, ended.cafe_id, ended.customer_id,
                               DeliveryCancelReason::order_canceled});
}

const runtime::PolicyTable<Terms>& policies() {
    using runtime::on;
    static const runtime::PolicyTable<Terms> table{
        on<order::OrderPlaced, Terms>("order", plan),
        on<order::OrderCanceled, Terms>("order", cancel<order::OrderCanceled>),
        on<cafe::OrderRejected, Terms>("cafe", cancel<cafe::OrderRejected>),
        on<cafe::MakeStarted, Terms>("cafe", load_delivery_info),
        on<cafe::MakeCompleted, Terms>("cafe", note_ready),
        on<cafe::MakeAborted, Terms>("cafe", cancel<cafe::MakeAborted>),
    };
    return table;
}

}  // namespace

Result<void> react(Unit& unit, const EventRecord& event, const DispatchTerms& terms) {
    return policies().react(unit, event, terms);
}

Result<void> wake(Unit& unit, const std::string& id) {
    const auto due = next_due(unit.load<DeliveryAggregate>(id).state, unit.now());
    if (!due) return {};
    unit.correlate(id);
    if (due->at > unit.now()) {
        schedule(unit, id, due->at);
        return {};
    }
    return tell(unit, id, due->command);
}

}  // namespace dangol::delivery
