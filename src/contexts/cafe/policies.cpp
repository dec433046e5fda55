// What the facts of other contexts, and the passing of time, lead to in the café.
//
//     OrderPlaced (order)            ──► AddCafeOrder
//     OrderCancelRequested (order)   ──► DecideCancel
//     OrderCanceled (order)          ──► VoidTicket
//     DeliveryStarted (delivery)     ──► CollectByRider
//     nobody came in time            ──► GiveUpWaiting
#include <stdexcept>

#include "contexts/cafe/cafe.hpp"
#include "contexts/cafe/cafe_aggregates.hpp"
#include "contexts/delivery/events.hpp"
#include "contexts/order/events.hpp"
#include "runtime/policy.hpp"

namespace dangol::cafe {
namespace {

Result<void> tell(runtime::Unit& unit, const OrderId& order, const ticket::Command& command) {
    auto version = unit.execute<CafeOrderAggregate>(order.value, command);
    if (!version) return std::unexpected(std::move(version.error()));
    return {};
}

ticket::Parties parties_of(const auto& event) { return {event.order_id, event.cafe_id, event.customer_id}; }

/// The order without what is not the bar's business: prices, the address, the PIN.
CafeOrderAdded as_ticket(const order::OrderDetails& order) {
    CafeOrderAdded ticket{.order_id = order.order_id,
                          .cafe_id = order.cafe_id,
                          .customer_id = order.customer_id,
                          .units = order.units,
                          .call_number = order.call_number,
                          .fulfilment = order.fulfilment == order::Fulfilment::delivery ? Fulfilment::delivery
                                                                                        : Fulfilment::pickup,
                          .lines = {},
                          .qty = order.qty,
                          .note = order.note,
                          .order_date = order.order_date};
    for (const auto& line : order.lines) {
        auto& shown =
            ticket.lines.emplace_back(TicketLine{line.menu_id, line.name, line.quantity, {}, line.units});
        for (const auto& option : line.options) shown.options.push_back({option.id, option.name});
    }
    return ticket;
}

CafeReason as_cafe_reason(order::CancelReason reason) {
    switch (reason) {
        case order::CancelReason::customer_request: return CafeReason::customer_request;
        case order::CancelReason::unanswered: return CafeReason::unanswered;
        case order::CancelReason::no_rider: return CafeReason::no_rider;
        case order::CancelReason::operator_decision: return CafeReason::operator_decision;
        case order::CancelReason::rejected:
        case order::CancelReason::make_aborted: return CafeReason::other;
    }
    return CafeReason::other;
}

const runtime::PolicyTable<>& policies() {
    using runtime::on, runtime::Unit;
    static const runtime::PolicyTable<> table{
        on<order::OrderPlaced>("order",
                               [](Unit& unit, const order::OrderPlaced& e) {
                                   return tell(unit, e.order.order_id,
                                               ticket::AddCafeOrder{as_ticket(e.order)});
                               }),
        on<order::OrderCancelRequested>(
            "order",
            [](Unit& unit, const order::OrderCancelRequested& e) {
                return tell(unit, e.order_id, ticket::DecideCancel{parties_of(e), as_cafe_reason(e.reason)});
            }),
        on<order::OrderCanceled>("order",
                                 [](Unit& unit, const order::OrderCanceled& e) {
                                     return tell(unit, e.order_id, ticket::VoidTicket{parties_of(e)});
                                 }),
        on<delivery::DeliveryStarted>("delivery",
                                      [](Unit& unit, const delivery::DeliveryStarted& e) {
                                          return tell(unit, e.order_id, ticket::CollectByRider{});
                                      }),
    };
    return table;
}

}  // namespace

Result<void> CafeContext::on_event(runtime::Unit& unit, const EventRecord& event) {
    return policies().react(unit, event);
}

Result<void> CafeContext::on_deadline(runtime::Unit& unit, const runtime::Deadline& deadline) {
    if (deadline.kind != CafeOrderAggregate::collect_deadline) {
        throw std::logic_error("the café has no deadline of kind " + deadline.kind);
    }
    return tell(unit, OrderId{deadline.data}, ticket::GiveUpWaiting{});
}

void CafeContext::on_effect(const runtime::Effect& effect, runtime::FinishEffectWith) {
    throw std::logic_error("the café owes no effect, least of all " + effect.kind);
}

}  // namespace dangol::cafe
