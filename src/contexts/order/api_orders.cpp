// /orders: what customers and the operator see, a quote, checkout, and the two ways to cancel.
#include "contexts/order/api.hpp"

#include <chrono>
#include <utility>

#include <fmt/format.h>

#include "contracts/payment.hpp"
#include "core/reason.hpp"
#include "runtime/context.hpp"
#include "runtime/endpoint.hpp"
#include "runtime/query.hpp"
#include "runtime/stored.hpp"

namespace dangol::order {
namespace {

using namespace std::chrono_literals;
using runtime::Answer, runtime::Callback, runtime::Host, runtime::Reader, runtime::Request, runtime::Response,
    runtime::Task, runtime::Unit;

const Text the_order{"그런 주문", "such an order"};

}  // namespace

std::optional<OrderResource> order_resource(const State& state, std::uint64_t version) {
    const auto* order = order_of(state);
    if (order == nullptr) return std::nullopt;
    return OrderResource{.order_id = order->order_id,
                         .cafe_id = order->cafe_id,
                         .cafe_name = order->cafe_name,
                         .customer_id = order->customer_id,
                         .call_number = order->call_number,
                         .status = std::string(status_of(state)),
                         .fulfilment = order->fulfilment,
                         .lines = order->lines,
                         .qty = order->qty,
                         .items_price = order->items_price,
                         .delivery_fee = order->delivery_fee,
                         .total_price = order->total_price,
                         .destination = order->destination,
                         .note = order->note,
                         .order_date = order->order_date,
                         .cancel_reason = cancel_reason_of(state),
                         .version = version};
}

// ── Queries ────────────────────────────────────────────────────────────────────────────────────────

Result<Response> list_orders(Reader& reader, const Request& request) {
    DANGOL_TRY(const auto page, runtime::page_of(request));
    runtime::RowQuery query;
    query.view = view::orders;
    query.descending = true;
    auto listed = runtime::rows_of(reader, query, {request.principal.account.value}, page);
    OrderList orders;
    orders.next = std::move(listed.next);
    for (const auto& row : listed.rows) {
        const auto [state, version] = runtime::stored<Order>(reader, row.key);
        if (auto shown = order_resource(state, version)) orders.items.push_back(std::move(*shown));
    }
    return runtime::respond_with(200, orders);
}

Result<Response> show_order(Reader& reader, const Request& request) {
    const auto [state, version] = runtime::stored<Order>(reader, request.params.at(0));
    const auto shown = order_resource(state, version);
    const auto& principal = request.principal;
    if (!shown || (shown->customer_id != principal.account && !principal.is_operator()))
        return runtime::not_found(the_order);
    return runtime::respond_with(200, *shown);
}

Result<Response> quote(Reader& reader, const Request& request, Timestamp now) {
    DANGOL_TRY(const auto basket, runtime::body_of<Basket>(request));
    const auto row =
        is_id(basket.cafe_id.value) ? reader.row(view::cafes, basket.cafe_id.value) : std::nullopt;
    if (!row) return runtime::not_found({"그런 매장", "such a café"});
    DANGOL_TRY(auto order, price(runtime::data_of<CafeReplica>(*row), basket, now));
    return runtime::respond_with(200, Quote{.lines = std::move(order.lines),
                                            .qty = order.qty,
                                            .items_price = std::move(order.items_price),
                                            .delivery_fee = std::move(order.delivery_fee),
                                            .total_price = std::move(order.total_price)});
}

// ── Canceling ──────────────────────────────────────────────────────────────────────────────────────

namespace {

/// A cancel is idempotent by itself; its key is noted only so that no other request can use it.
Result<void> note_key(Unit& unit, const Request& request) {
    const auto key = runtime::answer_key(request);
    if (key.empty()) return {};
    auto fingerprint = runtime::fingerprint_of(request);
    const auto known = unit.answer(key);
    if (known && known->expires > unit.now()) {
        if (known->fingerprint != fingerprint) return runtime::key_reused();
        return {};
    }
    unit.remember({.key = key,
                   .fingerprint = std::move(fingerprint),
                   .resource = request.params.at(0),
                   .done = false,
                   .status = 0,
                   .body = {},
                   .expires = unit.now() + 24h});
    return {};
}

/// The order after the customer's request.
struct Requested {
    CancelAnswer answer;
    bool undecided = false;  ///< the café decides
};

Result<Requested> request_cancel(Unit& unit, const Request& request) {
    const auto& id = request.params.at(0);
    const auto* order = order_of(unit.load<Order>(id).state);
    if (order == nullptr || order->customer_id != request.principal.account)
        return runtime::not_found(the_order);
    DANGOL_CHECK(note_key(unit, request));
    DANGOL_CHECK(unit.execute<Order>(id, RequestCancel{}));
    const auto& [state, version] = unit.load<Order>(id);
    return Requested{{{id}, std::string(status_of(state)), version},
                     std::holds_alternative<stage::CancelRequested>(state)};
}

}  // namespace

Task<Result<Response>> cancel(const Host& host, Request request, Duration within) {
    DANGOL_CO_TRY(const auto requested, co_await host.decide(request.context(), [&](Unit& unit) {
        return request_cancel(unit, request);
    }));
    if (!requested.undecided) co_return runtime::respond_with(200, requested.answer);

    const auto& id = requested.answer.order_id;
    DANGOL_CO_TRY(
        const auto event,
        co_await host.next_event<OrderCanceled, OrderCompleted, OrderUndelivered, OrderCancelRefused>(
            id.value, requested.answer.version, within));
    if (!event) co_return runtime::respond_with(202, requested.answer);
    if (event->type == type_name<OrderCanceled>())
        co_return runtime::respond_with(
            200, CancelAnswer{id, std::string(status_of(stage::Canceled{})), event->version});
    if (event->type == type_name<OrderCompleted>()) co_return std::unexpected(cancel_refusal("handed_over"));
    if (event->type == type_name<OrderUndelivered>())
        co_return std::unexpected(cancel_refusal("undelivered"));
    co_return std::unexpected(cancel_refusal(runtime::event_in<OrderCancelRefused>(*event).state));
}

Result<Response> force_cancel(Unit& unit, const Request& request) {
    DANGOL_TRY(const auto body, runtime::body_of<ForceCancelBody>(request));
    DANGOL_TRY(auto reason, required_reason(body.reason));
    const auto& id = request.params.at(0);
    DANGOL_TRY(const auto version, unit.execute<Order>(id, ForceCancel{std::move(reason)}));
    return runtime::respond_with(
        200, order_resource(unit.load<Order>(id).state, version).value_or(OrderResource{}));
}

// ── Checkout: two commits with the payment between them ────────────────────────────────────────────

namespace {

constexpr auto answers_kept = 24h;

/// The order that this request placed or found.
struct Begun {
    std::optional<Response> answered;  ///< the remembered answer; else the payment is pending
    OrderId order_id;
    Money amount;
    bool fresh = false;  ///< placed by this request
};

/// The order came to nothing: declined, captured and refunded at once, or canceled before the payment's
/// outcome was known.
Rejection not_placed(const State& state, const std::string& reason) {
    if (!std::holds_alternative<stage::PaymentFailed>(state)) {
        return {Refusal::conflict,
                "order-ended",
                {"이미 끝난 주문이에요. 결제된 금액이 있으면 모두 환불돼요. 새로 주문해 주세요.",
                 "This order has already ended. Whatever was paid is refunded. Place a new one."},
                std::string(status_of(state)),
                {}};
    }
    if (reason == payment::goes_back) {
        return {Refusal::payment_required,
                "payment-refunded",
                {"결제가 승인된 뒤 취소되어 주문이 접수되지 않았어요. 결제된 금액은 환불돼요. 다시 주문해 "
                 "주세요.",
                 "The payment was approved and then canceled, so nothing was ordered. The money goes back. "
                 "Order again."},
                reason,
                {}};
    }
    return {Refusal::payment_required,
            std::string(payment_declined),
            {"결제가 승인되지 않았어요. 청구된 금액은 없어요. 다른 결제 수단으로 다시 주문해 주세요.",
             "The payment was declined. Nothing was charged. Order again with another means of payment."},
            reason,
            {}};
}

Response remembered(const Answer& answer) {
    auto response = runtime::json_response(answer.status, answer.body);
    if (answer.status >= 400) response.content_type = "application/problem+json";
    return response;
}

Result<PlaceOrder> order_in(const Request& request) {
    if (request.idempotency_key.empty()) {
        return refuse(Refusal::invalid, "idempotency-key-missing",
                      {"Idempotency-Key 헤더가 필요해요. 주문마다 새 키를 만들어 보내 주세요.",
                       "The header Idempotency-Key is required. Send a fresh key with each order."});
    }
    DANGOL_TRY(auto body, runtime::body_of<PlaceOrder>(request));
    if (!is_id(body.payment.method)) {
        return std::unexpected(runtime::bad_body(
            {"payment.method", "must be a word of at most 64 letters, digits, '-' and '_', such as card"}));
    }
    return body;
}

/// The priced order with everything that the server adds.
Result<OrderDetails> agree(Unit& unit, const Request& request, const PlaceOrder& body, Replicas& replicas) {
    const auto replica = is_id(body.cafe_id.value) ? replicas.find(unit, body.cafe_id) : nullptr;
    if (!replica) return runtime::not_found({"그런 매장", "such a café"});
    DANGOL_TRY(auto order, price(*replica,
                                 {body.cafe_id, body.fulfilment, body.lines, body.destination, body.note,
                                  body.total_price},
                                 unit.now()));
    order.order_id = {unit.ids().next()};
    order.customer_id = request.principal.account;
    order.language = request.language;
    order.order_date = unit.now();
    put_in_line(unit, order);
    if (order.destination) order.destination->pin = fmt::format("{:04}", unit.ids().random(32) % 10'000);
    return order;
}

Response show(Unit& unit, const OrderId& id, int status) {
    const auto& [state, version] = unit.load<Order>(id);
    return runtime::respond_with(status, order_resource(state, version).value_or(OrderResource{}));
}

Result<Begun> begin(Unit& unit, const Request& request, const PlaceOrder& body, Replicas& replicas) {
    const auto key = runtime::answer_key(request);
    auto fingerprint = runtime::fingerprint_of(request);
    if (const auto known = unit.answer(key); known && known->expires > unit.now()) {
        if (known->fingerprint != fingerprint) return runtime::key_reused();
        if (known->done) return Begun{.answered = remembered(*known), .order_id = {}, .amount = {}};
        const auto* order = order_of(unit.load<Order>(known->resource).state);
        if (order != nullptr)
            return Begun{.answered = {}, .order_id = order->order_id, .amount = order->total_price};
    }
    DANGOL_TRY(auto order, agree(unit, request, body, replicas));
    Begun begun{.answered = {}, .order_id = order.order_id, .amount = order.total_price, .fresh = true};
    DANGOL_CHECK(unit.execute<Order>(begun.order_id, RequestOrder{std::move(order)}));
    Answer answer{.key = key,
                  .fingerprint = std::move(fingerprint),
                  .resource = begun.order_id.value,
                  .done = false,
                  .status = 0,
                  .body = {},
                  .expires = unit.now() + answers_kept};
    if (begun.amount.amount == 0) {  // nothing to pay
        DANGOL_CHECK(unit.execute<Order>(begun.order_id, ConfirmPaid{}));
        begun.answered = show(unit, begun.order_id, 201);
        answer.done = true;
        answer.status = begun.answered->status;
        answer.body = begun.answered->body;
    }
    unit.remember(std::move(answer));
    return begun;
}

/// Records the outcome of the payment.
Result<Response> conclude(Unit& unit, const Request& request, const Begun& begun,
                          const Result<PaymentAnswer>& paid) {
    const auto& id = begun.order_id;
    auto known = unit.answer(runtime::answer_key(request));
    const bool held = known && known->expires > unit.now() && known->resource == id.value;
    if (held && known->done) return remembered(*known);  // a simultaneous request has concluded it

    // A call that began no payment: that of a simultaneous request may have, and may have placed the order
    // meanwhile. Only the request that placed the order fails it, and only the key of an order that came to
    // nothing may place a new one.
    const auto pending = [&] {
        return std::holds_alternative<stage::PaymentPending>(unit.load<Order>(id).state);
    };
    if (!paid && begun.fresh && pending()) {
        DANGOL_CHECK(unit.execute<Order>(id, FailPayment{"payment-unavailable"}));
    }
    const bool failed = std::holds_alternative<stage::PaymentFailed>(unit.load<Order>(id).state);
    if (!paid && (failed || pending())) {
        if (held && failed) {
            known->expires = unit.now();
            unit.remember(*std::move(known));
        }
        return runtime::problem(paid.error(), request.language);
    }

    Response response;
    switch (paid ? paid->outcome : PaymentAnswer::Outcome::paid) {
        case PaymentAnswer::Outcome::unknown: return show(unit, id, 202);
        case PaymentAnswer::Outcome::paid: {
            const auto placed = unit.execute<Order>(id, ConfirmPaid{});
            response = placed ? show(unit, id, 201) : runtime::problem(placed.error(), request.language);
            break;
        }
        case PaymentAnswer::Outcome::failed:
            DANGOL_CHECK(unit.execute<Order>(id, FailPayment{paid->reason}));
            response =
                runtime::problem(not_placed(unit.load<Order>(id).state, paid->reason), request.language);
            break;
    }
    if (held) {
        known->done = true;
        known->status = response.status;
        known->body = response.body;
        known->expires = unit.now() + answers_kept;
        unit.remember(*std::move(known));
    }
    return response;
}

}  // namespace

Task<Result<Response>> place(const Host& host, Request request, std::shared_ptr<Replicas> replicas,
                             PaymentPort& payments) {
    DANGOL_CO_CHECK(host.room_for(request.caller));
    DANGOL_CO_TRY(const auto body, order_in(request));
    DANGOL_CO_TRY(auto begun, co_await host.decide(request.context(), [&](Unit& unit) {
        return begin(unit, request, body, *replicas);
    }));
    if (begun.answered) co_return *std::move(begun.answered);
    // Nobody is charged who does not hear of it. The same request sent again goes on from here; if none
    // comes, the order expires.
    if (request.caller.has_left()) co_return std::unexpected(runtime::client_gone());

    auto context = request.context();
    context.correlation = begun.order_id.value;
    PaymentRequest payment{begun.order_id, body.cafe_id,        request.principal.account,
                           begun.amount,   body.payment.method, body.payment.token,
                           context};
    const auto paid = co_await runtime::call<Result<PaymentAnswer>>(
        [&payments, payment = std::move(payment)](Callback<Result<PaymentAnswer>> done) mutable {
            payments.start(std::move(payment), std::move(done));
        });
    if (!paid && request.caller.has_left()) co_return std::unexpected(paid.error());
    context.caller = {};  // what has begun is brought to its end
    co_return co_await host.decide(context, [&](Unit& unit) { return conclude(unit, request, begun, paid); });
}

}  // namespace dangol::order
