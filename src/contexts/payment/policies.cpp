// Whenever an order ends, its money moves.
#include "contexts/payment/policies.hpp"

#include <stdexcept>

#include "contexts/cafe/events.hpp"
#include "contexts/order/events.hpp"
#include "contexts/payment/aggregate.hpp"

namespace dangol::payment {
namespace {

template <class E>
E read(const EventRecord& record) {
    auto event = codec::from_json<E>(record.data);
    if (!event)
        throw std::runtime_error(record.type + ": " + event.error().path + " " + event.error().message);
    return std::move(*event);
}

template <class E>
Result<void> cancel_payment(runtime::Unit& unit, const EventRecord& record, std::string reason) {
    const auto event = read<E>(record);
    auto done = unit.execute<PaymentAggregate>(
        event.order_id.value,
        CancelPayment{event.order_id, event.cafe_id, event.customer_id, std::move(reason)});
    if (!done) return std::unexpected(std::move(done.error()));
    return {};
}

Result<void> settle(runtime::Unit& unit, const EventRecord& record) {
    const auto event = read<order::OrderCompleted>(record);
    const auto& id = event.order_id.value;
    auto done = unit.execute<PaymentAggregate>(id, Settle{event.items_price, event.delivery_fee});
    if (done) return {};
    const auto status = unit.load<PaymentAggregate>(id).state.status;
    if (status == PaymentStatus::refund_requested || status == PaymentStatus::refunded) {
        return std::unexpected(std::move(done.error()));  // the operator was faster
    }
    throw std::runtime_error("OrderCompleted " + id + ": " + done.error().detail.en);
}

}  // namespace

Result<void> react(runtime::Unit& unit, const EventRecord& event) {
    if (event.source == "order") {
        if (event.type == "OrderCompleted") return settle(unit, event);
        if (event.type == "OrderCanceled")
            return cancel_payment<order::OrderCanceled>(unit, event, "order-canceled");
        if (event.type == "OrderExpired")
            return cancel_payment<order::OrderExpired>(unit, event, "order-expired");
        if (event.type == "OrderPaymentFailed") {
            return cancel_payment<order::OrderPaymentFailed>(unit, event, "order-not-placed");
        }
    } else if (event.source == "cafe") {
        if (event.type == "OrderRejected")
            return cancel_payment<cafe::OrderRejected>(unit, event, "order-rejected");
        if (event.type == "MakeAborted")
            return cancel_payment<cafe::MakeAborted>(unit, event, "make-aborted");
    }
    return {};
}

}  // namespace dangol::payment
