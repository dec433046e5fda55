#pragma once

#include <functional>
#include <string>

#include "core/ids.hpp"
#include "core/money.hpp"
#include "core/result.hpp"

/// The synchronous call from order to payment, as the order context needs it. In one process the app binds it
/// to the payment context; between processes it is an HTTP call with a deadline and a circuit breaker.
namespace dangol::order {

struct PaymentRequest {
    OrderId order_id;  ///< also the idempotency key: asked again, the same payment answers
    CafeId cafe_id;
    AccountId customer_id;
    Money amount;
    std::string method;
    std::string token;  ///< what the customer's payment page gave; meaning depends on the provider
    std::string cause;
    std::string traceparent;
};

struct PaymentAnswer {
    enum class Outcome {
        paid,     ///< captured, durably recorded
        failed,   ///< certainly not captured, and never will be
        unknown,  ///< not known yet; a Paid or PaymentFailed event will tell
    } outcome = Outcome::unknown;
    std::string reason;  ///< when failed: the provider's code
};

class PaymentPort {
  public:
    virtual ~PaymentPort() = default;
    /// `reply` is called once, from any thread, within the port's deadline. A rejection means that no payment
    /// was begun.
    virtual void start(PaymentRequest request,
                       std::move_only_function<void(Result<PaymentAnswer>)> reply) = 0;
};

}  // namespace dangol::order
