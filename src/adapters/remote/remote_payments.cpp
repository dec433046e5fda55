// From order's payment port to payment's route, and back.
#include "adapters/remote/remote_payments.hpp"

#include <algorithm>
#include <utility>

#include "contexts/payment/api.hpp"
#include "core/trace_context.hpp"

namespace dangol::adapters {
namespace {

using order::PaymentAnswer;
using payment::StartOutcome;
using payment::StartPaymentAnswer;
using payment::StartPaymentBody;

/// Payment answers "unknown" a little before the caller gives up: that says more than a timeout.
constexpr Duration way_back{250};

Result<PaymentAnswer> answer_in(const HttpReply& reply) {
    // Not understood for whatever reason (a secret that differs, a wrong URL): it was not begun.
    if (reply.status != 200) return std::unexpected(payment_unavailable());
    auto answer = codec::from_json<StartPaymentAnswer>(reply.body);
    if (!answer) return PaymentAnswer{PaymentAnswer::Outcome::unknown, {}};
    switch (answer->outcome) {
        case StartOutcome::paid: return PaymentAnswer{PaymentAnswer::Outcome::paid, {}};
        case StartOutcome::failed:
            return PaymentAnswer{PaymentAnswer::Outcome::failed, answer->reason.value_or("")};
        case StartOutcome::unknown: return PaymentAnswer{PaymentAnswer::Outcome::unknown, {}};
        case StartOutcome::refused:
            return std::unexpected(answer->rejection ? std::move(*answer->rejection) : payment_unavailable());
    }
    std::unreachable();
}

/// The span of asking payment; the request then carries it on.
std::optional<runtime::Span> begin_span(order::PaymentRequest& request, runtime::Tracer* tracer) {
    if (tracer == nullptr || !trace_context::sampled(request.context.traceparent)) return std::nullopt;
    runtime::Span span;
    span.service = "order";
    span.name = "POST /payments/start";
    span.kind = runtime::SpanKind::client;
    span.parent = trace_context::span_id(request.context.traceparent);
    request.context.traceparent = tracer->below(request.context.traceparent);
    span.traceparent = request.context.traceparent;
    span.start = tracer->now();
    span.attributes = {{"peer.service", "payment"}, {"dangol.order.id", request.order_id.value}};
    return span;
}

Result<PaymentAnswer> answer_of(const RemoteOutcome& outcome) {
    if (outcome) return answer_in(*outcome);
    if (outcome.error().kind == RemoteError::Kind::in_doubt)
        return PaymentAnswer{PaymentAnswer::Outcome::unknown, {}};
    return std::unexpected(payment_unavailable());
}

}  // namespace

Rejection payment_unavailable() {
    return {Refusal::unavailable,
            "payment-unavailable",
            {"지금은 결제할 수 없어 주문이 접수되지 않았어요. 잠시 후 다시 주문해 주세요.",
             "Payment is unavailable, so nothing was ordered. Please order again in a moment."},
            {},
            {}};
}

void RemotePayments::start(order::PaymentRequest request,
                           std::move_only_function<void(Result<PaymentAnswer>)> reply) {
    RemoteRequest call;
    call.path = "/payments/start";
    call.deadline = deadline_;
    call.caller = request.context.caller;
    auto span = begin_span(request, tracer_);
    if (!request.context.traceparent.empty())
        call.headers.emplace_back("traceparent", std::move(request.context.traceparent));
    StartPaymentBody body{std::move(request.order_id),    std::move(request.cafe_id),
                          std::move(request.customer_id), std::move(request.amount),
                          std::move(request.method),      std::move(request.token),
                          std::move(request.context.id),  {}};
    call.body = [body = std::move(body)](Duration left) mutable {
        body.answer_within = std::max(left - way_back, left / 2);
        return codec::to_json(body);
    };
    payment_.call(std::move(call), [reply = std::move(reply), span = std::move(span),
                                    tracer = tracer_](const RemoteOutcome& outcome) mutable {
        if (span) {
            span->end = tracer->now();
            span->failed = !outcome;
            tracer->ended(std::move(*span));
        }
        reply(answer_of(outcome));
    });
}

}  // namespace dangol::adapters
