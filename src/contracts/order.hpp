#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/contract.hpp"
#include "core/geo.hpp"
#include "core/ids.hpp"
#include "core/money.hpp"
#include "core/text.hpp"
#include "core/time.hpp"

/// What the order context publishes: the contract that other contexts include. Add members, never change or
/// remove one (api/asyncapi.yaml).
namespace dangol::order {

enum class Fulfilment { pickup, delivery };
BOOST_DESCRIBE_ENUM(Fulfilment, pickup, delivery)

struct ChosenOption {
    std::string id;
    Text name;
    Money price_delta;
};
BOOST_DESCRIBE_STRUCT(ChosenOption, (), (id, name, price_delta))

struct OrderLine {
    MenuId menu_id;
    Text name;
    int quantity = 1;
    std::vector<ChosenOption> options;
    Money unit_price;  ///< with its options
    Money price;       ///< unit_price × quantity
    int units = 1;     ///< make-units of the whole line
};
BOOST_DESCRIBE_STRUCT(OrderLine, (), (menu_id, name, quantity, options, unit_price, price, units))

struct Destination {
    std::string address;
    std::string detail;  ///< floor, door
    Place place;
    std::string phone;
    std::string note;
    std::string pin;  ///< four digits that the customer tells the rider; never shown to the rider
};
BOOST_DESCRIBE_STRUCT(Destination, (), (address, detail, place, phone, note, pin))

/// An order as it was agreed: prices are frozen here.
struct OrderDetails {
    OrderId order_id;
    CafeId cafe_id;
    Text cafe_name;
    Place cafe_place;
    AccountId customer_id;
    Language language = Language::ko;
    std::string call_number;  ///< what the café calls out; unique among a branch's open orders
    std::vector<OrderLine> lines;
    int qty = 0;    ///< drinks and other items, all lines
    int units = 0;  ///< make-units, all lines
    Money items_price;
    Money delivery_fee;
    Money total_price;
    Fulfilment fulfilment = Fulfilment::pickup;
    std::optional<Destination> destination;  ///< for a delivery
    std::string note;
    Timestamp order_date{};
    /// A branch's orders in the order in which they were placed: ascending, whatever the clock does. The
    /// order date in milliseconds, unless an order before has that turn or a later one; 0 before turns were
    /// given.
    std::int64_t turn = 0;
};
BOOST_DESCRIBE_STRUCT(OrderDetails, (),
                      (order_id, cafe_id, cafe_name, cafe_place, customer_id, language, call_number, lines,
                       qty, units, items_price, delivery_fee, total_price, fulfilment, destination, note,
                       order_date, turn))

/// Why an order ended without a drink.
enum class CancelReason { customer_request, rejected, unanswered, make_aborted, no_rider, operator_decision };
BOOST_DESCRIBE_ENUM(CancelReason, customer_request, rejected, unanswered, make_aborted, no_rider,
                    operator_decision)

/// The customer has ordered; the payment is pending. No café may act on this. Its `order` has neither
/// destination nor note: personal data is published with OrderPlaced only.
struct OrderRequested {
    OrderDetails order;
};
BOOST_DESCRIBE_STRUCT(OrderRequested, (), (order))

/// Paid, therefore ordered.
struct OrderPlaced {
    OrderDetails order;
};
BOOST_DESCRIBE_STRUCT(OrderPlaced, (), (order))

/// The payment was declined; nothing was ordered.
struct OrderPaymentFailed {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(OrderPaymentFailed, (), (order_id, cafe_id, customer_id, reason))

/// Not paid in time. A payment that is approved later is refunded.
struct OrderExpired {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
};
BOOST_DESCRIBE_STRUCT(OrderExpired, (), (order_id, cafe_id, customer_id))

/// The café has not answered for a while. The customer can wait or cancel.
struct OrderUnanswered {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
};
BOOST_DESCRIBE_STRUCT(OrderUnanswered, (), (order_id, cafe_id, customer_id))

/// A cancel is requested; the café decides, because it starts making.
struct OrderCancelRequested {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    CancelReason reason = CancelReason::customer_request;
};
BOOST_DESCRIBE_STRUCT(OrderCancelRequested, (), (order_id, cafe_id, customer_id, reason))

/// Too late to cancel. `state` is the ticket's: "making", "made" …
struct OrderCancelRefused {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(OrderCancelRefused, (), (order_id, cafe_id, customer_id, state))

/// The end of an order without a drink; its payment is refunded, its delivery cancelled.
struct OrderCanceled {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    CancelReason reason = CancelReason::customer_request;
    std::string note;  ///< the café's, or the operator's reason
};
BOOST_DESCRIBE_STRUCT(OrderCanceled, (), (order_id, cafe_id, customer_id, reason, note))

/// The end of an order with a drink: handed over, delivered, or made and not collected.
struct OrderCompleted {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    bool collected = true;
    Money items_price;
    Money delivery_fee;
};
BOOST_DESCRIBE_STRUCT(OrderCompleted, (),
                      (order_id, cafe_id, customer_id, collected, items_price, delivery_fee))

/// The end of an order whose drinks were made and picked up, and which no customer got.
struct OrderUndelivered {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    bool by_customer = true;  ///< who could not be found: nothing goes back by itself. Else all goes back
    Money items_price;
    Money delivery_fee;
};
BOOST_DESCRIBE_STRUCT(OrderUndelivered, (),
                      (order_id, cafe_id, customer_id, by_customer, items_price, delivery_fee))

/// An order that was canceled over the café's or the rider's head was served all the same, or its rider stood
/// at a closed door: its money has gone back, and the café and the rider have their shares.
struct OrderServedAfterCancel {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Money items_price;
    Money delivery_fee;
};
BOOST_DESCRIBE_STRUCT(OrderServedAfterCancel, (), (order_id, cafe_id, customer_id, items_price, delivery_fee))

// ── The contract ────────────────────────────────────────────────────────────────────────────────

using Contract = dangol::Contract<"order", OrderRequested, OrderPlaced, OrderPaymentFailed, OrderExpired,
                                  OrderUnanswered, OrderCancelRequested, OrderCancelRefused, OrderCanceled,
                                  OrderCompleted, OrderUndelivered, OrderServedAfterCancel>;
Contract contract_of(auto event);

}  // namespace dangol::order
