#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "contexts/payment/provider.hpp"
#include "contexts/payment/provider_calls.hpp"
#include "contexts/payment/settings.hpp"
#include "contexts/payment/waiters.hpp"
#include "runtime/context.hpp"
#include "runtime/writer.hpp"

namespace dangol::payment {

/// An order asks for its money. `amount` is the server's own total, above 0.
struct StartPaymentRequest {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Money amount;
    std::string method;
    std::string
        token;  ///< the customer's consent for the provider; never logged, gone once the provider answered
    std::string cause;        ///< id of the request that caused it
    std::string traceparent;  ///< may be empty
};

/// The payment context's door: captures money, gives it back, settles it, and keeps the ledger.
class PaymentContext final : public runtime::Context {
  public:
    /// The references outlive the context. It ends together with its writer, when neither the provider nor a
    /// timer is calling back; what they call later is dropped.
    PaymentContext(Settings settings, PaymentProvider& provider, runtime::Environment environment);

    /// Starts the order's payment, or joins the one that has begun: idempotent by order id. `reply` gets
    /// `paid` or `failed` after that was committed, or `unknown` when `deadline` passes first; then the
    /// outcome follows as an event (Paid, PaymentFailed). A rejection means that no payment began:
    /// "payment-forbidden" (the order has ended), "payment-differs", "invalid-amount", or `unavailable`.
    /// `writer` is this context's. From any thread; `reply` runs on the writer's thread (in an overload: on
    /// the caller's) and must not block.
    void start_payment(runtime::Writer& writer, StartPaymentRequest request, Duration deadline,
                       std::move_only_function<void(Result<PaymentResult>)> reply);

    [[nodiscard]] std::string_view name() const override { return "payment"; }
    [[nodiscard]] std::vector<std::string> sources() const override { return {"order", "cafe"}; }
    Result<void> on_event(runtime::Unit& unit, const EventRecord& event) override;
    Result<void> on_deadline(runtime::Unit& unit, const runtime::Deadline& deadline) override;
    void on_effect(const runtime::Effect& effect, runtime::FinishEffectWith finish) override;
    [[nodiscard]] std::vector<runtime::Route> routes(runtime::Host host) override;
    void committed(std::span<const std::shared_ptr<const EventRecord>> events) override;

  private:
    void wake_waiters_at(runtime::Writer& writer, Timestamp due);
    void wake_waiters(runtime::Writer& writer);

    Settings settings_;
    runtime::Environment environment_;
    ProviderCalls calls_;
    Waiters waiters_;
    std::optional<Timestamp> next_wake_;
    std::shared_ptr<const bool> alive_ = std::make_shared<const bool>(true);
};

}  // namespace dangol::payment
