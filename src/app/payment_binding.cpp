// Order's payment port, answered by the payment context next door.
#include "app/payment_binding.hpp"

namespace dangol::app {
namespace {

order::PaymentAnswer answer_of(const payment::PaymentResult& result) {
    using order::PaymentAnswer;
    switch (result.verdict) {
        case payment::PaymentVerdict::paid: return {PaymentAnswer::Outcome::paid, {}};
        case payment::PaymentVerdict::failed: return {PaymentAnswer::Outcome::failed, result.reason};
        case payment::PaymentVerdict::unknown: return {PaymentAnswer::Outcome::unknown, {}};
    }
    return {};
}

}  // namespace

void PaymentBinding::start(order::PaymentRequest request,
                           std::move_only_function<void(Result<order::PaymentAnswer>)> reply) {
    if (payments_ == nullptr) {
        reply(refuse(
            Refusal::unavailable, "payment-unavailable",
            {"지금은 결제할 수 없어 주문을 받지 못했습니다. 잠시 후 다시 주문해 주세요.",
             "Payment is not available right now, so nothing was ordered. Please order again in a moment."}));
        return;
    }
    payments_->start_payment(
        *writer_,
        {std::move(request.order_id), std::move(request.cafe_id), std::move(request.customer_id),
         std::move(request.amount), std::move(request.method), std::move(request.token),
         std::move(request.cause), std::move(request.traceparent)},
        deadline_, [reply = std::move(reply)](Result<payment::PaymentResult> result) mutable {
            if (!result) return reply(std::unexpected(std::move(result.error())));
            reply(answer_of(*result));
        });
}

}  // namespace dangol::app
