#pragma once

#include <optional>

#include "contexts/order/order.hpp"
#include "contexts/payment/payment.hpp"

namespace dangol::app {

/// The call from order to payment when both run in this process. Until `bind`, and where payment does not run
/// here, ordering is refused with 503 and no payment begins.
class PaymentBinding final : public order::PaymentPort {
  public:
    explicit PaymentBinding(Duration deadline) : deadline_(deadline) {}

    /// Before the first order. `payments` is the payment context's host.
    void bind(const runtime::Host& payments, payment::Settings settings) {
        payments_.emplace(payments);
        settings_ = settings;
    }

    void start(order::PaymentRequest request,
               std::move_only_function<void(Result<order::PaymentAnswer>)> reply) override;

  private:
    Duration deadline_;
    std::optional<runtime::Host> payments_;
    payment::Settings settings_;
};

}  // namespace dangol::app
