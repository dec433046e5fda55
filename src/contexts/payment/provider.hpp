#pragma once

#include <functional>
#include <string>
#include <variant>

#include <boost/describe/class.hpp>

#include "core/ids.hpp"
#include "core/money.hpp"
#include "core/time.hpp"

/// The port to whoever moves the money: a payment provider (PG). An adapter must keep to all of this:
///
/// - A charge is idempotent by its order id, a refund by its refund id: asked again, the provider answers the
/// same and
///   moves no money.
/// - A charge is never made after its `valid_until`. So "no such payment" after that moment (and a margin for
/// the two
///   clocks) is final.
/// - No call blocks or throws. A callback may come at once or later, on any thread, at most once; it may also
/// never come:
///   the caller has its own deadline. It may come after the caller has stopped caring.
/// - "unknown" is the honest answer whenever the outcome cannot be told, such as a connection lost after the
/// request was
///   sent. It is never reported as declined.
namespace dangol::payment {

struct ChargeRequest {
    OrderId order_id;  ///< the idempotency key
    Money amount;
    std::string method;  ///< "card" …
    std::string token;   ///< the customer's consent, as the provider's own page or app gave it; used once
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
struct FoundNothing {};  ///< the provider knows of no charge for this order, so far
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

}  // namespace dangol::payment
