#pragma once

#include <memory>
#include <string>

#include "contexts/payment/provider.hpp"
#include "contexts/payment/settings.hpp"
#include "runtime/context.hpp"

namespace dangol::payment {

/// Owed when a payment starts: asks the provider for the money.
[[nodiscard]] runtime::Effect charge_effect(const ChargeRequest& request);
/// Owed when captured money is to go back. Its id is the refund id.
[[nodiscard]] runtime::Effect refund_effect(const OrderId& order_id, const Money& amount);

/// Carries out the effects of this context, and records what came of them as commands.
///
///   charge   once, fresh. No answer in time → unknown → inquire. If an earlier attempt may have reached the
///   provider
///            (a crash came between), it is not charged but asked about.
///   inquire  asks, with growing pauses, until the outcome is known. "Nothing found" is believed only when
///   the question
///            was put after the charge's validity and the margin.
///   refund   asks first whenever an earlier attempt may have reached the provider, and always sends the same
///   refund id.
///            Goes on for ever; a person is told after `refund_attempts`.
class ProviderCalls {
  public:
    /// The references outlive this object. What the provider or a timer calls back after its end is dropped;
    /// it must not end while such a call is running.
    ProviderCalls(Settings settings, PaymentProvider& provider, runtime::Environment environment);

    /// The writer's thread.
    void start(const runtime::Effect& effect, runtime::FinishEffectWith finish);

  private:
    /// An effect under way.
    struct Owed {
        runtime::Effect effect;
        runtime::FinishEffectWith finish;
    };
    using OwedPtr = std::shared_ptr<Owed>;
    using Recording = std::function<Result<void>(runtime::Unit&)>;

    void charge(const OwedPtr& owed, ChargeRequest request);
    void inquire(const OwedPtr& owed, Timestamp valid_until);
    void refund(const OwedPtr& owed, const Money& amount);
    void ask_then_refund(const OwedPtr& owed, const Money& amount);

    [[nodiscard]] Recording still_unknown(const runtime::Effect& effect, Timestamp valid_until) const;
    [[nodiscard]] Recording not_yet_refunded(const runtime::Effect& effect, std::string reason) const;

    /// Makes one call to the provider; `then` gets its answer or, after the timeout, `otherwise`: exactly one
    /// of them, once.
    template <class Outcome>
    void ask(std::function<void(std::move_only_function<void(Outcome)>)> call, Outcome otherwise,
             std::move_only_function<void(Outcome)> then);

    Settings settings_;
    PaymentProvider& provider_;
    runtime::Environment environment_;
    std::shared_ptr<const bool> alive_ = std::make_shared<const bool>(true);
};

}  // namespace dangol::payment
