// How orders are found, which deadlines they have, and how branch replicas and call numbers are stored.
#include "contexts/order/aggregates.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "core/decision.hpp"
#include "core/overloaded.hpp"
#include "runtime/stored.hpp"

namespace dangol::order {
namespace {

std::string pay_key(const std::string& id) { return "pay:" + id; }

/// What the next order of a branch follows.
struct Line {
    CallNumberKey numbers;
    std::int64_t turn = 0;  ///< of the last order
};
BOOST_DESCRIBE_STRUCT(Line, (), (numbers, turn))

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
                   [&](const OneOf<OrderCancelRefused, OrderCompleted, OrderUndelivered> auto&) {
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

void put_in_line(runtime::Unit& unit, OrderDetails& order) {
    constexpr unsigned bits = 64;
    const auto row = unit.row(view::lines, order.cafe_id.value);
    const auto drawn = row ? row->rank : 0;
    auto line = row ? runtime::data_of<Line>(*row) : Line{};
    if (drawn % call_numbers_in_round == 0) line.numbers = {unit.ids().random(bits), unit.ids().random(bits)};
    line.turn = std::max<std::int64_t>(order.order_date.time_since_epoch().count(), line.turn + 1);
    order.call_number = std::to_string(call_number(line.numbers, drawn));
    order.turn = line.turn;
    unit.put({std::string(view::lines), order.cafe_id.value, {}, drawn + 1, codec::to_json(line)});
}

}  // namespace dangol::order
