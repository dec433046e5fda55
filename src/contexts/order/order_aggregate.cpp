// Index rows and timers of an order.
#include "contexts/order/order_aggregate.hpp"

namespace dangol::order {
namespace {

std::string pay_key_of(const std::string& order_id) { return "pay:" + order_id; }

}  // namespace

std::string answer_key_of(const std::string& order_id) { return "answer:" + order_id; }

std::vector<runtime::Row> OrderAggregate::index(const std::string& id, const State& state) {
    if (state.stage == Stage::none) return {};
    return {
        {"orders", id, state.order.customer_id.value, state.order.order_date.time_since_epoch().count(), {}}};
}

void OrderAggregate::after(runtime::Unit& unit, const std::string& id, const Event& event, const State&) {
    const auto stop_waiting = [&] { unit.cancel_deadline(answer_key_of(id)); };
    std::visit(
        Overloaded{
            [&](const OrderRequested&) {
                unit.schedule(
                    {pay_key_of(id), unit.now() + deadlines.pay_within, std::string(pay_deadline), id});
            },
            [&](const OrderPlaced&) {
                unit.cancel_deadline(pay_key_of(id));
                unit.schedule(
                    {answer_key_of(id), unit.now() + deadlines.ask_after, std::string(ask_deadline), id});
            },
            [&](const OrderPaymentFailed&) { unit.cancel_deadline(pay_key_of(id)); },
            [&](const OrderExpired&) {},
            [&](const OrderUnanswered&) {
                unit.schedule({answer_key_of(id), unit.now() + deadlines.cancel_after - deadlines.ask_after,
                               std::string(answer_deadline), id});
            },
            [&](const OrderCancelRequested&) {},
            [&](const OrderCancelRefused&) { stop_waiting(); },
            [&](const OrderCanceled&) {
                unit.cancel_deadline(pay_key_of(id));
                stop_waiting();
            },
            [&](const OrderCompleted&) { stop_waiting(); },
        },
        event);
}

}  // namespace dangol::order
