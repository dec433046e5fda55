#pragma once

#include <cstdint>
#include <string>

#include <boost/describe/class.hpp>

#include "contexts/order/domain/order.hpp"

namespace dangol::order {

/// An order as its customer (or the operator) sees it in the API.
struct OrderResource {
    OrderId order_id;
    CafeId cafe_id;
    Text cafe_name;
    AccountId customer_id;
    std::string call_number;
    std::string
        status;  ///< PAYMENT_PENDING, PLACED, CANCEL_REQUESTED, CANCELED, COMPLETED, EXPIRED, PAYMENT_FAILED
    Fulfilment fulfilment = Fulfilment::pickup;
    std::vector<OrderLine> lines;
    int qty = 0;
    Money items_price;
    Money delivery_fee;
    Money total_price;
    std::optional<Destination> destination;
    std::string note;
    Timestamp order_date{};
    std::optional<CancelReason> cancel_reason;
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(OrderResource, (),
                      (order_id, cafe_id, cafe_name, customer_id, call_number, status, fulfilment, lines, qty,
                       items_price, delivery_fee, total_price, destination, note, order_date, cancel_reason,
                       version))

[[nodiscard]] OrderResource resource_of(const State& state, std::uint64_t version);
[[nodiscard]] std::string status_of(Stage stage);

}  // namespace dangol::order
