#pragma once

#include <array>
#include <functional>
#include <string>
#include <variant>

#include <boost/describe/class.hpp>

#include "core/ids.hpp"
#include "core/money.hpp"
#include "core/request_context.hpp"
#include "core/time.hpp"
#include "runtime/context.hpp"

/// The payment context: captures an order's money, refunds or settles it, and keeps the ledger. See
/// README.md.
namespace dangol::payment {

// ── The port to the provider ───────────────────────────────────────────────────────────────────────

// The port to a payment provider (PG). Every adapter guarantees:
//
// - A charge is idempotent by its order id, a refund by its refund id: repeated, it gets the same answer and
//   moves no money.
// - A charge is never made after its `valid_until`. So "no such payment" after that moment (and a margin for
//   the two clocks) is final.
// - No call blocks or throws. A callback comes at once or later, on any thread, and possibly never: the
//   caller has its own timeout. It may come after the caller has given up, or again: the first one counts,
//   and a query tells what is true by then.
// - An outcome that cannot be known, such as a connection lost after the request was sent, is "unknown",
//   never declined.

struct ChargeRequest {
    static constexpr std::array may_be_missing{"token"};
    OrderId order_id;  ///< the idempotency key
    Money amount;
    std::string method;  ///< "card" …
    std::string token;   ///< the customer's consent from the provider's own page or app; used once
    Timestamp valid_until{};
};
BOOST_DESCRIBE_STRUCT(ChargeRequest, (), (order_id, amount, method, token, valid_until))

struct ChargeApproved {
    std::string code;
};
struct ChargeDeclined {
    std::string reason;  ///< the provider's code
};
struct ChargeUnknown {};
using ChargeOutcome = std::variant<ChargeApproved, ChargeDeclined, ChargeUnknown>;

struct FoundCaptured {
    std::string code;
    bool refunded = false;  ///< in full
};
struct FoundDeclined {
    std::string reason;
};
struct FoundNothing {};  ///< the provider has no charge for this order, so far
struct QueryUnavailable {};
using QueryOutcome = std::variant<FoundCaptured, FoundDeclined, FoundNothing, QueryUnavailable>;

struct RefundDone {};
struct RefundRefused {
    std::string reason;
};
struct RefundUnknown {};
using RefundOutcome = std::variant<RefundDone, RefundRefused, RefundUnknown>;

class PaymentProvider {
  public:
    virtual ~PaymentProvider() = default;
    virtual void charge(ChargeRequest request, std::move_only_function<void(ChargeOutcome)> answer) = 0;
    /// What has become of the order's charge?
    virtual void query(OrderId order_id, std::move_only_function<void(QueryOutcome)> answer) = 0;
    virtual void refund(OrderId order_id, Money amount, std::string refund_id,
                        std::move_only_function<void(RefundOutcome)> answer) = 0;
};

// ── The context ────────────────────────────────────────────────────────────────────────────────────

struct Settings {
    Duration call_timeout{5'000};  ///< of one call to the provider; then its outcome is unknown
    Duration charge_validity{
        60'000};                   ///< the provider makes no charge later than this after the payment began
    Duration clock_margin{5'000};  ///< how far the provider's clock may differ from ours
    Duration retry_first{1'000};   ///< before an unknown outcome is queried; doubles each time …
    Duration retry_max{60'000};    ///< … up to this
    int refund_attempts = 5;       ///< after this many failures the operator is alerted; retries continue
};

/// `provider` must outlive the context. The answers that it gives after the context's end are dropped.
[[nodiscard]] runtime::Context make(Settings settings, PaymentProvider& provider);

// ── What order calls ───────────────────────────────────────────────────────────────────────────────

/// An order's payment. `amount` is the server's own total, above 0.
struct StartPaymentRequest {
    OrderId order_id;  ///< also the idempotency key
    CafeId cafe_id;
    AccountId customer_id;
    Money amount;
    std::string method;
    std::string token;  ///< the customer's consent for the provider; never logged, deleted once the provider
                        ///< has answered
    RequestContext context;
};

enum class PaymentVerdict { paid, failed, unknown };

/// The outcome of a payment as far as it is known.
struct PaymentResult {
    PaymentVerdict verdict = PaymentVerdict::unknown;
    std::string approval_code = {};  ///< of `paid`
    std::string reason = {};         ///< of `failed`: the provider's code, or "refunded"
    bool operator==(const PaymentResult&) const = default;
};

/// Starts the order's payment, or joins the one that has begun: idempotent by order id. Results in `paid` or
/// `failed` after that is committed, or in `unknown` when `deadline` passes first; then the outcome follows
/// as an event (Paid, PaymentFailed). A rejection means that no payment began: "payment-forbidden" (the order
/// has ended), "payment-differs", "invalid-amount", or `unavailable`.
[[nodiscard]] runtime::Task<Result<PaymentResult>> start_payment(const runtime::Host& host, Settings settings,
                                                                 StartPaymentRequest request,
                                                                 Duration deadline);

}  // namespace dangol::payment
