// The order context on one page.
#include "contexts/order/order.hpp"

#include <memory>
#include <utility>

#include "contexts/order/aggregates.hpp"
#include "contexts/order/api.hpp"
#include "contracts/cafe.hpp"
#include "contracts/delivery.hpp"
#include "contracts/payment.hpp"

namespace dangol::order {
namespace {

using runtime::Context, runtime::Host, runtime::Limit, runtime::Per, runtime::Request, runtime::Unit;
using namespace std::chrono_literals;

constexpr Access anyone = Access::anyone();
constexpr Access customers{.customer = true};
constexpr Access owners{.customer = true, .operator_ = true};
constexpr Access operators{.operator_ = true};

// Behind one address may be an office, or a carrier's whole network; one account may be the tablet at a
// counter. A declined payment counts apart and much more: stolen cards are tried out in series.
constexpr Limit orders{.name = "orders", .per = Per::account, .rate = {.burst = 30, .each = 10s}};
constexpr Limit orders_here{.name = "orders", .per = Per::client, .rate = {.burst = 300, .each = 500ms}};
constexpr Limit declines{
    .name = "declines", .per = Per::account, .rate = {.burst = 6, .each = 3min}, .failure = payment_declined};
constexpr Limit declines_here{
    .name = "declines", .per = Per::client, .rate = {.burst = 60, .each = 20s}, .failure = payment_declined};

CancelReason reason_of(cafe::CafeReason reason) {
    return reason == cafe::CafeReason::unanswered ? CancelReason::unanswered : CancelReason::rejected;
}

/// Executes a command on the order that an event or a deadline is about.
auto execute(Unit& unit, const auto& id, const Command& command) { return unit.execute<Order>(id, command); }

}  // namespace

Context make(Settings settings, PaymentPort& payments) {
    Context order(std::type_identity<Contract>{});
    order.aggregate(Order{settings.deadlines});
    order.audit_log<OrderCanceled, OrderServedAfterCancel>();

    order.on<payment::Paid>([](Unit& unit, const payment::Paid& e) {
        if (!e.goes_back) return execute(unit, e.order_id, ConfirmPaid{});
        return execute(unit, e.order_id, FailPayment{std::string(payment::goes_back)});
    });
    order.on<payment::PaymentFailed>([](Unit& unit, const payment::PaymentFailed& e) {
        return execute(unit, e.order_id, FailPayment{e.reason});
    });

    order.on<cafe::OrderApproved>([](Unit& unit, const cafe::OrderApproved& e) -> Result<void> {
        unit.cancel_deadline(Order::answer_deadline_key(e.order_id.value));
        return {};
    });
    order.on<cafe::OrderRejected>([](Unit& unit, const cafe::OrderRejected& e) {
        return execute(unit, e.order_id, EndByCafe{reason_of(e.reason), e.note});
    });
    order.on<cafe::MakeAborted>([](Unit& unit, const cafe::MakeAborted& e) {
        return execute(unit, e.order_id, EndByCafe{CancelReason::make_aborted, e.note});
    });
    order.on<cafe::CancelGranted>(
        [](Unit& unit, const cafe::CancelGranted& e) { return execute(unit, e.order_id, GrantCancel{}); });
    order.on<cafe::CancelRefused>([](Unit& unit, const cafe::CancelRefused& e) {
        return execute(unit, e.order_id, RefuseCancel{e.state});
    });
    order.on<cafe::HandedOver>(
        [](Unit& unit, const cafe::HandedOver& e) { return execute(unit, e.order_id, Complete{true}); });
    order.on<cafe::NotCollected>(
        [](Unit& unit, const cafe::NotCollected& e) { return execute(unit, e.order_id, Complete{false}); });

    order.on<delivery::DeliveryConfirmed>([](Unit& unit, const delivery::DeliveryConfirmed& e) {
        return execute(unit, e.order_id, Complete{true});
    });
    order.on<delivery::DeliveryFailed>([](Unit& unit, const delivery::DeliveryFailed& e) {
        return execute(unit, e.order_id, FailDelivery{delivery::is_customers(e.reason)});
    });
    order.on<delivery::DeliveryCanceled>(
        [](Unit& unit, const delivery::DeliveryCanceled& e) -> Result<std::uint64_t> {
            if (e.reason != delivery::DeliveryCancelReason::no_rider) return 0;
            return execute(unit, e.order_id, GiveUpDelivery{});
        });

    const auto replicas = std::make_shared<Replicas>();
    const auto replicate = [replicas](Unit& unit, const auto& event) -> Result<void> {
        replicas->update(unit, event);
        return {};
    };
    order.on<cafe::CafeRegistered>(replicate);
    order.on<cafe::CafeProfileChanged>(replicate);
    order.on<cafe::MenuPublished>(replicate);
    order.on<cafe::HoursChanged>(replicate);
    order.on<cafe::CafeOpened>(replicate);
    order.on<cafe::CafePaused>(replicate);
    order.on<cafe::CafeClosed>(replicate);
    order.on<cafe::SoldOutChanged>(replicate);

    order.deadline(Order::pay_deadline,
                   [](Unit& unit, const std::string& id) { return execute(unit, id, Expire{}); });
    order.deadline(Order::ask_deadline,
                   [](Unit& unit, const std::string& id) { return execute(unit, id, AskCustomer{}); });
    order.deadline(Order::answer_deadline, [](Unit& unit, const std::string& id) {
        return execute(unit, id, RequestCancel{CancelReason::unanswered});
    });

    order.get("/orders", customers, list_orders);
    order.get("/orders/{id}", owners, show_order);
    order.post("/orders/quote", anyone, quote).sheddable();
    order
        .post("/orders", customers,
              [replicas, &payments](const Host& host, Request request) {
                  return place(host, std::move(request), replicas, payments);
              })
        .limited({orders, orders_here, declines, declines_here})
        .sheddable();
    order.post("/orders/{id}/cancel", customers,
               [within = settings.cancel_answer_within](const Host& host, Request request) {
                   return cancel(host, std::move(request), within);
               });
    order.post("/orders/{id}/forceCancel", operators, force_cancel);
    return order;
}

}  // namespace dangol::order
