// Order's payment port, answered by the payment context next door.
#include "app/payment_binding.hpp"

#include "adapters/remote/remote_payments.hpp"

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
        reply(std::unexpected(adapters::payment_unavailable()));
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
