#pragma once

#include <memory>

#include "adapters/telemetry/metrics.hpp"
#include "app/config.hpp"
#include "contexts/order/order.hpp"
#include "contexts/payment/payment.hpp"
#include "runtime/ports.hpp"

namespace dangol::adapters {
class ServiceTokens;
}

namespace dangol::app {

/// What this process asks of other processes of ours: order of payment, payment of the sandbox.
class Remotes {
  public:
    /// `tokens` may be null, if nothing is to be asked; what is given must outlive it. Throws
    /// std::invalid_argument if there is somebody to ask and no secret to prove oneself with.
    Remotes(const Config& config, const adapters::ServiceTokens* tokens, runtime::Environment environment);
    ~Remotes();
    Remotes(const Remotes&) = delete;
    Remotes& operator=(const Remotes&) = delete;

    /// Null where it is not configured to be elsewhere.
    [[nodiscard]] order::PaymentPort* payments();
    [[nodiscard]] payment::PaymentProvider* provider();

    /// The state of each circuit breaker: of its three states the present one is 1, the others 0.
    void add_figures(adapters::Metrics& metrics);

    /// Ends what is under way (its outcome is unknown) and refuses what comes. To be called while those who
    /// ask are still there to hear it.
    void stop();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace dangol::app
