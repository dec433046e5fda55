// How orders are found, which deadlines they have, and how branch replicas and call numbers are stored.
#include "contexts/order/aggregates.hpp"

#include <cstdint>
#include <utility>

#include "core/decision.hpp"
#include "core/overloaded.hpp"
#include "runtime/stored.hpp"

namespace dangol::order {
namespace {

std::string pay_key(const std::string& id) { return "pay:" + id; }

}  // namespace

std::string Order::answer_deadline_key(const std::string& id) { return "answer:" + id; }

std::string Order::scope(const State& state) {
    const auto* order = order_of(state);
    return order == nullptr ? std::string{} : order->customer_id.value;
}

std::vector<runtime::Row> Order::index(const std::string& id, const State& state) {
    const auto* order = order_of(state);
    if (order == nullptr) return {};
    return {{.view = std::string(view::orders),
             .key = id,
             .scope = order->customer_id.value,
             .rank = order->order_date.time_since_epoch().count(),
             .data = {}}};
}

void Order::after(runtime::Unit& unit, const std::string& id, const Event& event, const State&) const {
    const auto start = [&](std::string key, Duration within, std::string_view kind) {
        unit.schedule(
            {.key = std::move(key), .due = unit.now() + within, .kind = std::string(kind), .data = id});
    };
    std::visit(Overloaded{
                   [&](const OrderRequested&) { start(pay_key(id), deadlines.pay_within, pay_deadline); },
                   [&](const OrderPlaced&) {
                       unit.cancel_deadline(pay_key(id));
                       start(answer_deadline_key(id), deadlines.ask_after, ask_deadline);
                   },
                   [&](const OrderPaymentFailed&) { unit.cancel_deadline(pay_key(id)); },
                   [&](const OrderUnanswered&) {
                       start(answer_deadline_key(id), deadlines.cancel_after - deadlines.ask_after,
                             answer_deadline);
                   },
                   [&](const OrderCanceled&) {
                       unit.cancel_deadline(pay_key(id));
                       unit.cancel_deadline(answer_deadline_key(id));
                   },
                   [&](const OneOf<OrderCancelRefused, OrderCompleted> auto&) {
                       unit.cancel_deadline(answer_deadline_key(id));
                   },
                   [](const OneOf<DestinationNoted, OrderExpired, OrderCancelRequested,
                                  OrderServedAfterCancel> auto&) {},
               },
               event);
}

std::shared_ptr<const CafeReplica> Replicas::find(runtime::Unit& unit, const CafeId& cafe_id) {
    auto row = unit.row(view::cafes, cafe_id.value);
    if (!row) return nullptr;
    auto& decoded = decoded_[cafe_id.value];
    if (!decoded.replica || decoded.source != row->data) {
        auto replica = std::make_shared<const CafeReplica>(runtime::data_of<CafeReplica>(*row));
        decoded = {std::move(row->data), std::move(replica)};
    }
    return decoded.replica;
}

std::string next_call_number(runtime::Unit& unit, const CafeId& cafe_id) {
    // A full-period walk over 0…8,999: 7,001 has no factor in common with 9,000, so no number comes twice in
    // a round.
    constexpr std::int64_t range = 9'000;
    constexpr std::int64_t step = 7'001;
    const auto row = unit.row(view::call_numbers, cafe_id.value);
    const auto last = row ? row->rank : static_cast<std::int64_t>(unit.ids().random(32) % range);
    const auto next = (last + step) % range;
    unit.put({std::string(view::call_numbers), cafe_id.value, {}, next, {}});
    return std::to_string(1'000 + next);
}

}  // namespace dangol::order
