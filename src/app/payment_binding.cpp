// Order's payment port, answered by the payment context in the same process.
#include "app/payment_binding.hpp"

#include <exception>
#include <utility>

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

/// A call that ended with an exception is a refusal: the order ends, and a payment that did begin goes back.
Result<order::PaymentAnswer> answer_of(runtime::Outcome<Result<payment::PaymentResult>> outcome) {
    try {
        DANGOL_TRY(const auto result, std::move(outcome).take());
        return answer_of(result);
    } catch (const std::exception&) {
        return std::unexpected(adapters::payment_unavailable());
    }
}

}  // namespace

void PaymentBinding::start(order::PaymentRequest request,
                           std::move_only_function<void(Result<order::PaymentAnswer>)> reply) {
    if (!payments_) return reply(std::unexpected(adapters::payment_unavailable()));
    runtime::start(
        payment::start_payment(
            *payments_, settings_,
            {std::move(request.order_id), std::move(request.cafe_id), std::move(request.customer_id),
             std::move(request.amount), std::move(request.method), std::move(request.token),
             std::move(request.context)},
            deadline_),
        [reply = std::move(reply)](runtime::Outcome<Result<payment::PaymentResult>> outcome) mutable {
            reply(answer_of(std::move(outcome)));
        });
}

}  // namespace dangol::app
