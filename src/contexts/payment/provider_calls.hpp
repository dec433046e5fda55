#pragma once

#include <memory>
#include <string_view>

#include "contexts/payment/payment.hpp"

/// The calls to the payment provider as effects: no charge twice, no outcome guessed, no refund given up.
///
///   charge   once, fresh. No answer in time → Unknown → inquire. If an earlier attempt may have reached the
///            provider (the process crashed in between), it inquires instead.
///   inquire  queries the charge, with growing pauses, until the outcome is known. "Nothing found" counts
///            only if the query began after the charge's validity and the margin.
///   refund   always sends the same refund id. If an earlier attempt may have reached the provider, it
///   queries
///            first whether the whole charge has gone back already. It is tried for ever; the operator is
///            alerted after `refund_attempts`.
namespace dangol::payment {

inline constexpr std::string_view charge_kind = "charge";
inline constexpr std::string_view inquire_kind = "inquire";
inline constexpr std::string_view refund_kind = "refund";

/// Owed when a payment starts.
[[nodiscard]] runtime::Effect charge_effect(const ChargeRequest& request);
/// Owed when captured money is to go back. Its id is the refund id. `number`: of RefundRequested.
[[nodiscard]] runtime::Effect refund_effect(const OrderId& order_id, const Money& amount, int number);

/// What each call has a copy of.
struct ProviderCalls {
    Settings settings;
    PaymentProvider& provider;
    runtime::Environment environment;
    std::weak_ptr<const bool> alive;  ///< expired: the context is gone. The call then ends with Unanswered
};

[[nodiscard]] runtime::Task<runtime::Recording> charge(ProviderCalls calls, runtime::Effect effect);
[[nodiscard]] runtime::Task<runtime::Recording> inquire(ProviderCalls calls, runtime::Effect effect);
[[nodiscard]] runtime::Task<runtime::Recording> refund(ProviderCalls calls, runtime::Effect effect);

}  // namespace dangol::payment
