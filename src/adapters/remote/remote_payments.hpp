#pragma once

#include "adapters/remote/remote_service.hpp"
#include "contexts/order/order.hpp"
#include "runtime/tracing.hpp"

namespace dangol::adapters {

/// Order's payment port where payment runs in another process. What an attempt in doubt may have begun is
/// `unknown`, never a refusal; a refusal means that payment was not reached, or said itself that it had begun
/// nothing.
class RemotePayments final : public order::PaymentPort {
  public:
    /// `payment` must outlive it. `deadline` is for the whole of one payment.
    RemotePayments(RemoteService& payment, Duration deadline, runtime::Tracer* tracer = nullptr)
        : payment_(payment), deadline_(deadline), tracer_(tracer) {}

    void start(order::PaymentRequest request,
               std::move_only_function<void(Result<order::PaymentAnswer>)> reply) override;

  private:
    RemoteService& payment_;
    Duration deadline_;
    runtime::Tracer* tracer_;
};

/// The refusal of an order while payment cannot be had.
[[nodiscard]] Rejection payment_unavailable();

}  // namespace dangol::adapters
