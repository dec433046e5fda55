#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "contexts/payment/events.hpp"
#include "core/result.hpp"

/// The money of one order, from the question to the provider to its end: refunded or settled, once.
///
///   none ──StartPayment──► started ──NoteUnknown──► unknown      Both wait for the provider's word:
///     │                       └──────────┬─────────────┘
///     │                                  ├─ConfirmDeclined──► failed
///     │                                  └─ConfirmApproved──► paid ──Settle──► settled
///     │                                                        │
///     │                                                  CancelPayment
///     │                                                        ▼
///     └─CancelPayment──► forbidden                      refund_requested ──ConfirmRefunded──► refunded
///
/// CancelPayment while the provider's word is out is remembered: an approval that comes then goes straight
/// through paid to refund_requested. So does an approval that comes after failed: what was captured is never
/// kept unseen. What was confirmed once may be confirmed again: nothing happens. What contradicts it is
/// refused.
namespace dangol::payment {

enum class PaymentStatus {
    none,
    forbidden,
    started,
    unknown,
    failed,
    paid,
    refund_requested,
    refunded,
    settled
};
BOOST_DESCRIBE_ENUM(PaymentStatus, none, forbidden, started, unknown, failed, paid, refund_requested,
                    refunded, settled)

/// As people and programs read it in the API: "REFUND_REQUESTED".
[[nodiscard]] std::string_view word_of(PaymentStatus status);

/// The state. A payment has the id of its order.
struct Payment {
    PaymentStatus status = PaymentStatus::none;
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Money amount;
    std::string method;
    Timestamp started_at{};
    Timestamp valid_until{};
    std::optional<std::string>
        cancel_reason;  ///< set once somebody wanted it cancelled, whatever the status then
    std::string approval_code;
    std::optional<Timestamp> paid_at;
    std::string failure;          ///< the provider's code
    bool refund_delayed = false;  ///< a person has been told
    std::optional<Timestamp> refunded_at;

    bool operator==(const Payment&) const = default;
};
BOOST_DESCRIBE_STRUCT(Payment, (),
                      (status, order_id, cafe_id, customer_id, amount, method, started_at, valid_until,
                       cancel_reason, approval_code, paid_at, failure, refund_delayed, refunded_at))

// ---- commands
// ------------------------------------------------------------------------------------------------------

/// `amount` is above 0. The provider makes no charge after `valid_until`.
struct StartPayment {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Money amount;
    std::string method;
    Timestamp now{};
    Timestamp valid_until{};
};
/// The provider says that it captured the money.
struct ConfirmApproved {
    std::string approval_code;
    Timestamp now{};
};
/// The provider says that it did not, and never will.
struct ConfirmDeclined {
    std::string reason;
};
/// The provider has not answered in time.
struct NoteUnknown {};
/// The order ended without a drink, or the operator wants the money to go back.
struct CancelPayment {
    OrderId order_id;  ///< whose: the payment may not have begun yet
    CafeId cafe_id;
    AccountId customer_id;
    std::string reason;
};
/// The provider says that the money went back.
struct ConfirmRefunded {
    Timestamp now{};
};
/// The refund has failed often enough for a person to look at it.
struct NoteRefundTrouble {
    std::string reason;
};
/// The order was fulfilled. The shares add up to the amount, none below 0.
struct Settle {
    Money cafe_share;
    Money delivery_share;
};

using Command = std::variant<StartPayment, ConfirmApproved, ConfirmDeclined, NoteUnknown, CancelPayment,
                             ConfirmRefunded, NoteRefundTrouble, Settle>;
using Event = std::variant<PaymentStarted, PaymentUnknown, Paid, PaymentFailed, RefundRequested,
                           RefundDelayed, PaymentCanceled, Settled, PaymentForbidden, CancelNoted>;

/// No event: it was so already. Rejections: "payment-forbidden", "payment-differs", "invalid-amount",
/// "payment-settled", "payment-not-settleable", "shares-do-not-add-up", and "contradicts-payment" for a
/// confirmation that cannot be true together with what is known.
[[nodiscard]] Result<std::vector<Event>> decide(const Payment& payment, const Command& command);
[[nodiscard]] Payment evolve(Payment payment, const Event& event);

}  // namespace dangol::payment
