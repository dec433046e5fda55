#pragma once

#include "adapters/remote/remote_service.hpp"
#include "contexts/payment/payment.hpp"

namespace dangol::adapters {

/// The payment provider where it runs in another process (adapters/sandbox_provider/provider_wire.hpp).
/// Whatever is no answer is "unknown" or "unavailable", also when nothing was sent: then the question is put
/// again until the provider says what it knows.
class HttpProvider final : public payment::PaymentProvider {
  public:
    /// `provider` must outlive it, and should have no circuit breaker: that one customer's card gets no
    /// answer says nothing of the next one's. `deadline` is for one call.
    HttpProvider(RemoteService& provider, Duration deadline) : provider_(provider), deadline_(deadline) {}

    void charge(payment::ChargeRequest request,
                std::move_only_function<void(payment::ChargeOutcome)> answer) override;
    void query(OrderId order_id, std::move_only_function<void(payment::QueryOutcome)> answer) override;
    void refund(OrderId order_id, Money amount, std::string refund_id,
                std::move_only_function<void(payment::RefundOutcome)> answer) override;

  private:
    template <class Answer, class Outcome>
    void ask(std::string method, std::string path, std::string body, Outcome otherwise,
             std::move_only_function<void(Outcome)> answer);

    RemoteService& provider_;
    Duration deadline_;
};

}  // namespace dangol::adapters
