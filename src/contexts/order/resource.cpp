// The order as the API shows it.
#include "contexts/order/resource.hpp"

namespace dangol::order {

std::string status_of(Stage stage) {
    switch (stage) {
        case Stage::none: return "NONE";
        case Stage::payment_pending: return "PAYMENT_PENDING";
        case Stage::placed: return "PLACED";
        case Stage::cancel_requested: return "CANCEL_REQUESTED";
        case Stage::canceled: return "CANCELED";
        case Stage::completed: return "COMPLETED";
        case Stage::expired: return "EXPIRED";
        case Stage::payment_failed: return "PAYMENT_FAILED";
    }
    return "NONE";
}

OrderResource resource_of(const State& state, std::uint64_t version) {
    const auto& order = state.order;
    return {order.order_id,
            order.cafe_id,
            order.cafe_name,
            order.customer_id,
            order.call_number,
            status_of(state.stage),
            order.fulfilment,
            order.lines,
            order.qty,
            order.items_price,
            order.delivery_fee,
            order.total_price,
            order.destination,
            order.note,
            order.order_date,
            state.cancel_reason,
            version};
}

}  // namespace dangol::order
