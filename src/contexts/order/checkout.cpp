// Placing an order: two commits with the payment between them.
#include "contexts/order/checkout.hpp"

#include <fmt/format.h>

#include "contexts/order/resource.hpp"
#include "runtime/endpoint.hpp"
#include "runtime/writer.hpp"

namespace dangol::order {
namespace {

using namespace runtime;
using namespace std::chrono_literals;
constexpr auto answers_kept = 24h;

Rejection declined(const std::string& reason) {
    return {
        Refusal::payment_required,
        "payment-declined",
        {"결제가 승인되지 않았습니다. 다른 결제 수단으로 다시 주문해 주세요. 청구된 금액은 없습니다.",
         "The payment was declined. Please order again with another means of payment. Nothing was charged."},
        reason,
        {}};
}

Answer answer_of(Unit& unit, const Request& request, const OrderId& order_id) {
    return {.key = answer_key(request),
            .fingerprint = fingerprint_of(request),
            .resource = order_id.value,
            .done = false,
            .status = 0,
            .body = {},
            .expires = unit.now() + answers_kept};
}

Response remembered(const Answer& answer) {
    auto response = json_response(answer.status, answer.body);
    if (answer.status >= 400) response.content_type = "application/problem+json";
    return response;
}

}  // namespace

void Checkout::place(const Host& host, Request request, Respond respond) {
    const auto refuse_now = [&](const Rejection& rejection) {
        respond(problem(rejection, request.language));
    };
    if (request.idempotency_key.empty()) {
        return refuse_now({Refusal::invalid,
                           "idempotency-key-missing",
                           {"Idempotency-Key 헤더가 필요합니다. 주문마다 새 키를 만들어 보내 주세요.",
                            "The header Idempotency-Key is required. Send a fresh key with each order."},
                           {},
                           {}});
    }
    auto body = body_of<PlaceOrder>(request);
    if (!body) return refuse_now(body.error());
    if (!is_id(body->payment.method)) {
        return refuse_now(bad_body(
            {"payment.method", "must be a word of at most 64 letters, digits, '-' and '_', such as card"}));
    }

    const Writer::Origin origin{request.id, request.traceparent, {}};
    host.writer.submit<Begun>(
        origin, [this, request, body = *body](Unit& unit) { return begin(unit, request, body); },
        [this, host, request, body = *body, respond = std::move(respond)](Result<Begun> begun) mutable {
            if (!begun) return respond(problem(begun.error(), request.language));
            if (begun->answered) return respond(std::move(*begun->answered));
            auto& waiting = under_way_[answer_key(request)];
            waiting.push_back({std::move(respond), request.language});
            if (waiting.size() == 1) ask_payment(host, request, body, *begun);
        });
}

Result<Checkout::Begun> Checkout::begin(Unit& unit, const Request& request, const PlaceOrder& body) {
    const auto key = answer_key(request);
    if (const auto known = unit.answer(key); known && known->expires > unit.now()) {
        if (known->fingerprint != fingerprint_of(request)) return key_reused();
        if (known->done) return Begun{remembered(*known), {}, {}};
        const auto& state = unit.load<OrderAggregate>(known->resource).state;
        return Begun{std::nullopt, state.order.order_id, state.order.total_price};
    }
    auto order = agree(unit, request, body);
    if (!order) return std::unexpected(std::move(order.error()));
    unit.correlate(order->order_id.value);
    if (auto requested = unit.execute<OrderAggregate>(order->order_id.value, RequestOrder{*order});
        !requested) {
        return std::unexpected(std::move(requested.error()));
    }
    unit.remember(answer_of(unit, request, order->order_id));
    return Begun{std::nullopt, order->order_id, order->total_price};
}

Result<OrderDetails> Checkout::agree(Unit& unit, const Request& request, const PlaceOrder& body) {
    const auto replica = is_id(body.cafe_id.value) ? replicas_.find(unit, body.cafe_id) : nullptr;
    if (!replica) return not_found({"그런 지점", "such a café"});
    auto order = price(
        *replica, {body.cafe_id, body.fulfilment, body.lines, body.destination, body.note, body.total_price},
        unit.now());
    if (!order) return order;
    order->order_id = {unit.ids().next()};
    order->customer_id = request.principal.account;
    order->language = request.language;
    order->order_date = unit.now();
    order->call_number = Replicas::next_call_number(unit, body.cafe_id);
    if (order->destination) order->destination->pin = fmt::format("{:04}", unit.ids().random(32) % 10'000);
    return order;
}

void Checkout::ask_payment(const Host& host, const Request& request, const PlaceOrder& body,
                           const Begun& begun) {
    payments_.start({begun.order_id, body.cafe_id, request.principal.account, begun.amount,
                     body.payment.method, body.payment.token, request.id, request.traceparent},
                    [this, host, request, order_id = begun.order_id](Result<PaymentAnswer> answer) {
                        conclude(host, request, order_id, std::move(answer));
                    });
}

void Checkout::conclude(const Host& host, const Request& request, const OrderId& order_id,
                        Result<PaymentAnswer> answer) {
    const auto work = [request, order_id, answer = std::move(answer)](Unit& unit) -> Result<Response> {
        unit.correlate(order_id.value);
        auto done = answer_of(unit, request, order_id);
        if (!answer) {
            // Nothing was begun: the order ends here, and the same key may place a new one.
            static_cast<void>(
                unit.execute<OrderAggregate>(order_id.value, FailPayment{"payment-unavailable"}));
            done.expires = unit.now();
            unit.remember(std::move(done));
            return problem(answer.error(), request.language);
        }
        Response response;
        switch (answer->outcome) {
            case PaymentAnswer::Outcome::paid: {
                if (auto placed = unit.execute<OrderAggregate>(order_id.value, ConfirmPaid{}); !placed) {
                    response = problem(placed.error(), request.language);
                    break;
                }
                const auto& order = unit.load<OrderAggregate>(order_id.value);
                response = respond_with(201, resource_of(order.state, order.version));
                break;
            }
            case PaymentAnswer::Outcome::failed:
                static_cast<void>(unit.execute<OrderAggregate>(order_id.value, FailPayment{answer->reason}));
                response = problem(declined(answer->reason), request.language);
                break;
            case PaymentAnswer::Outcome::unknown: {
                const auto& order = unit.load<OrderAggregate>(order_id.value);
                return respond_with(202, resource_of(order.state, order.version));
            }
        }
        done.done = true;
        done.status = response.status;
        done.body = response.body;
        unit.remember(std::move(done));
        return response;
    };
    host.writer.submit<Response>(
        {request.id, request.traceparent, order_id.value}, work,
        [this, key = answer_key(request)](Result<Response> result) { answer_all(key, result); });
}

void Checkout::answer_all(const std::string& key, const Result<Response>& result) {
    auto waiting = under_way_.extract(key);
    if (waiting.empty()) return;
    for (auto& one : waiting.mapped()) one.respond(result ? *result : problem(result.error(), one.language));
}

}  // namespace dangol::order
