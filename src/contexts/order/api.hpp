#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/order/aggregates.hpp"
#include "contexts/order/domain/pricing.hpp"
#include "contexts/order/order.hpp"
#include "runtime/host.hpp"
#include "runtime/http.hpp"

/// What the order API takes and shows (api/openapi.yaml), and the functions that answer its routes. order.cpp
/// has the list of routes.
namespace dangol::order {

// ── What it shows ──────────────────────────────────────────────────────────────────────────────────

/// An order, for its customer and the operator.
struct OrderResource {
    OrderId order_id;
    CafeId cafe_id;
    Text cafe_name;
    AccountId customer_id;
    std::string call_number;
    std::string status;  ///< status_of(State)
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

/// nullopt where there is no order.
[[nodiscard]] std::optional<OrderResource> order_resource(const State& state, std::uint64_t version);

struct OrderList {
    std::vector<OrderResource> items;  ///< the newest first
    std::optional<std::string> next = {};
};
BOOST_DESCRIBE_STRUCT(OrderList, (), (items, next))

/// A basket with its prices; nothing is ordered.
struct Quote {
    std::vector<OrderLine> lines;
    int qty = 0;
    Money items_price;
    Money delivery_fee;
    Money total_price;
};
BOOST_DESCRIBE_STRUCT(Quote, (), (lines, qty, items_price, delivery_fee, total_price))

/// The answer to a customer's cancel.
struct CancelAnswer {
    OrderId order_id;
    std::string status;
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(CancelAnswer, (), (order_id, status, version))

// ── What it takes ──────────────────────────────────────────────────────────────────────────────────

struct PaymentChoice {
    static constexpr std::array may_be_missing{"method", "token"};
    std::string method = "card";
    std::string token;
};
BOOST_DESCRIBE_STRUCT(PaymentChoice, (), (method, token))

struct PlaceOrder {
    static constexpr std::array may_be_missing{"fulfilment", "note", "payment"};
    CafeId cafe_id;
    Fulfilment fulfilment = Fulfilment::pickup;
    std::vector<BasketLine> lines;
    std::optional<BasketDestination> destination;
    std::string note;
    std::optional<Money> total_price;
    PaymentChoice payment;
};
BOOST_DESCRIBE_STRUCT(PlaceOrder, (), (cafe_id, fulfilment, lines, destination, note, total_price, payment))

struct ForceCancelBody {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ForceCancelBody, (), (reason))

/// The problem of a declined payment.
inline constexpr std::string_view payment_declined = "payment-declined";

// ── The routes (api_orders.cpp) ────────────────────────────────────────────────────────────────────

[[nodiscard]] Result<runtime::Response> list_orders(runtime::Reader& reader, const runtime::Request& request);
/// To the order's customer and the operator.
[[nodiscard]] Result<runtime::Response> show_order(runtime::Reader& reader, const runtime::Request& request);
[[nodiscard]] Result<runtime::Response> quote(runtime::Reader& reader, const runtime::Request& request,
                                              Timestamp now);

/// Commits the order as payment pending, calls payment, commits the outcome and replies: 201 placed, 202 not
/// known yet, 402 declined. An order that costs nothing is placed at once, without a payment. The same
/// Idempotency-Key gets the same answer. A request whose order is pending already – a simultaneous one, or
/// one after a crash – calls payment too, which charges an order only once.
[[nodiscard]] runtime::Task<Result<runtime::Response>> place(const runtime::Host& host,
                                                             runtime::Request request,
                                                             std::shared_ptr<Replicas> replicas,
                                                             PaymentPort& payments);

/// Records the cancel request and waits `within` for the café's decision: 200 canceled, 409 refused. 202 if
/// there was none; MyPage shows it later.
[[nodiscard]] runtime::Task<Result<runtime::Response>> cancel(const runtime::Host& host,
                                                              runtime::Request request, Duration within);

/// An override: the operator gives a reason, which is recorded.
[[nodiscard]] Result<runtime::Response> force_cancel(runtime::Unit& unit, const runtime::Request& request);

}  // namespace dangol::order
