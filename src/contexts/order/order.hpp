#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "core/ids.hpp"
#include "core/money.hpp"
#include "core/request_context.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "runtime/context.hpp"

/// The order context: takes orders and follows them to their end. See README.md.
namespace dangol::order {

// ── The port to payment ────────────────────────────────────────────────────────────────────────────

// The synchronous call from order to payment, as the order context needs it. In one process the app binds it
// to the payment context; between processes it is an HTTP call with a deadline and a circuit breaker.

struct PaymentRequest {
    OrderId order_id;  ///< also the idempotency key: a repeated call returns the same payment
    CafeId cafe_id;
    AccountId customer_id;
    Money amount;
    std::string method;
    std::string token;  ///< from the customer's payment page; its meaning depends on the provider
    RequestContext context;
};

struct PaymentAnswer {
    enum class Outcome {
        paid,     ///< captured, durably recorded
        failed,   ///< nothing was captured, and never will be; or it goes back (payment::goes_back)
        unknown,  ///< not known yet; a Paid or PaymentFailed event follows
    } outcome = Outcome::unknown;
    std::string reason;  ///< of `failed`: the provider's code, or payment::goes_back
};

class PaymentPort {
  public:
    virtual ~PaymentPort() = default;
    /// `reply` is called once, from any thread, within the port's deadline. A rejection means that this call
    /// began no payment.
    virtual void start(PaymentRequest request,
                       std::move_only_function<void(Result<PaymentAnswer>)> reply) = 0;
};

// ── The context ────────────────────────────────────────────────────────────────────────────────────

/// Deadlines of an order.
struct Deadlines {
    Duration pay_within = std::chrono::minutes{30};
    Duration ask_after = std::chrono::minutes{3};      ///< without the café's answer: ask the customer
    Duration cancel_after = std::chrono::minutes{10};  ///< still no answer: cancel
};

struct Settings {
    Deadlines deadlines;
    /// How long POST /orders/{id}/cancel waits for the café's decision.
    Duration cancel_answer_within = std::chrono::seconds{2};
};

/// `payments` must outlive the context.
[[nodiscard]] runtime::Context make(Settings settings, PaymentPort& payments);

}  // namespace dangol::order
