// POST /payments/start: the order context asks for its money from another process.
#include "contexts/payment/start_api.hpp"

#include <utility>

#include "runtime/http.hpp"

namespace dangol::payment {
namespace {

using namespace std::chrono_literals;

constexpr Duration answer_within_max = 60s;

/// What is wrong with what another process of ours sent.
std::optional<codec::CodecError> fault_in(const StartPaymentBody& body) {
    constexpr auto not_an_id = "must be 1 to 64 letters, digits, '-' and '_'";
    if (!is_id(body.order_id.value)) return codec::CodecError{"orderId", not_an_id};
    if (!is_id(body.cafe_id.value)) return codec::CodecError{"cafeId", not_an_id};
    if (!is_id(body.customer_id.value)) return codec::CodecError{"customerId", not_an_id};
    if (!is_id(body.method)) return codec::CodecError{"method", not_an_id};
    if (body.answer_within < Duration::zero() || body.answer_within > answer_within_max)
        return codec::CodecError{"answerWithin", "is out of range"};
    return std::nullopt;
}

StartPaymentAnswer answer_of(const PaymentResult& result) {
    switch (result.verdict) {
        case PaymentVerdict::paid: return {StartOutcome::paid, {}, {}};
        case PaymentVerdict::failed: return {StartOutcome::failed, result.reason, {}};
        case PaymentVerdict::unknown: return {StartOutcome::unknown, {}, {}};
    }
    std::unreachable();
}

runtime::Response response_to(Result<PaymentResult> result, Language language) {
    if (result) return runtime::respond_with(200, answer_of(*result));
    if (result.error().refusal == Refusal::unavailable) return runtime::problem(result.error(), language);
    return runtime::respond_with(200,
                                 StartPaymentAnswer{StartOutcome::refused, {}, std::move(result.error())});
}

}  // namespace

runtime::Route start_route(PaymentContext& payments, const runtime::Host& host) {
    const auto start = [&payments, host](const runtime::Request& request, runtime::Respond respond) {
        auto body = runtime::body_of<StartPaymentBody>(request);
        if (!body) return respond(runtime::problem(body.error(), request.language));
        if (auto fault = fault_in(*body))
            return respond(runtime::problem(runtime::bad_body(*fault), request.language));
        payments.start_payment(
            host.writer,
            {std::move(body->order_id), std::move(body->cafe_id), std::move(body->customer_id),
             std::move(body->amount), std::move(body->method), std::move(body->token), std::move(body->cause),
             request.traceparent},
            body->answer_within,
            [respond = std::move(respond), language = request.language](
                Result<PaymentResult> result) mutable { respond(response_to(std::move(result), language)); });
    };
    return {runtime::Method::post, "/payments/start", runtime::Access{.service = true}, start};
}

}  // namespace dangol::payment
