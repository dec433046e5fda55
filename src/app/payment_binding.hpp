#pragma once

#include "contexts/order/payment_port.hpp"
#include "contexts/payment/payment.hpp"

namespace dangol::app {

/// The call from order to payment when both run in this process. Until `bind`, and where payment does not run
/// here, ordering is refused with 503 and nothing is begun.
class PaymentBinding final : public order::PaymentPort {
  public:
    explicit PaymentBinding(Duration deadline) : deadline_(deadline) {}

    void bind(payment::PaymentContext& payments, runtime::Writer& writer) {
        payments_ = &payments;
        writer_ = &writer;
    }

    void start(order::PaymentRequest request,
               std::move_only_function<void(Result<order::PaymentAnswer>)> reply) override;

  private:
    Duration deadline_;
    payment::PaymentContext* payments_ = nullptr;
    runtime::Writer* writer_ = nullptr;
};

}  // namespace dangol::app
