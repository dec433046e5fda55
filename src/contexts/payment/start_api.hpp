#pragma once

#include <string>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "contexts/payment/payment.hpp"
#include "runtime/context.hpp"

/// The request from order to payment between two processes: POST /payments/start, for services only.
namespace dangol::payment {

/// Its body.
struct StartPaymentBody {
    OrderId order_id;  ///< also the idempotency key: asked again, the same payment answers
    CafeId cafe_id;
    AccountId customer_id;
    Money amount;
    std::string method;
    std::string token;         ///< for the provider, as the customer's payment page gave it
    std::string cause;         ///< id of the request that leads to it
    Duration answer_within{};  ///< then the outcome is answered to be unknown; at most 60,000 ms
};
BOOST_DESCRIBE_STRUCT(StartPaymentBody, (),
                      (order_id, cafe_id, customer_id, amount, method, token, cause, answer_within))

enum class StartOutcome {
    paid,     ///< captured, durably recorded
    failed,   ///< certainly not captured, and never will be
    unknown,  ///< not known yet; an event will tell
    refused,  ///< no payment was begun, and asking again is of no use
};
BOOST_DESCRIBE_ENUM(StartOutcome, paid, failed, unknown, refused)

/// Its answer. That a payment is refused is an answer as well; a 503 means that nothing was begun, and that
/// it may be asked again.
struct StartPaymentAnswer {
    StartOutcome outcome = StartOutcome::unknown;
    std::optional<std::string> reason;   ///< of `failed`: the provider's code
    std::optional<Rejection> rejection;  ///< of `refused`: as the caller is to pass it on
};
BOOST_DESCRIBE_STRUCT(StartPaymentAnswer, (), (outcome, reason, rejection))

/// `payments` must outlive the route.
[[nodiscard]] runtime::Route start_route(PaymentContext& payments, const runtime::Host& host);

}  // namespace dangol::payment
