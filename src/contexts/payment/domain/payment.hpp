#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>

#include "contracts/payment.hpp"
#include "core/decision.hpp"
#include "core/ids.hpp"
#include "core/money.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

namespace dangol::payment {

// ── Private events: only this context reads them, free to change ───────────────────────────────────

/// The provider is about to be called for the charge.
struct PaymentStarted {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Money amount;
    std::string method;  ///< "card" … as the provider names it
    Timestamp started_at{};
    Timestamp valid_until{};  ///< the provider makes no charge after it
    bool operator==(const PaymentStarted&) const = default;
};
BOOST_DESCRIBE_STRUCT(PaymentStarted, (),
                      (order_id, cafe_id, customer_id, amount, method, started_at, valid_until))

/// The order ended before its payment began: no payment may begin any more.
struct PaymentForbidden {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PaymentForbidden, (), (order_id, cafe_id, customer_id, reason))

/// The order ended while the provider's answer was pending: captured money goes back.
struct CancelNoted {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CancelNoted, (), (order_id, cafe_id, customer_id, reason))

/// The customer has the money back and the drink: café and rider have their shares all the same.
struct LossBooked {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Money cafe_share;
    Money delivery_share;
};
BOOST_DESCRIBE_STRUCT(LossBooked, (), (order_id, cafe_id, customer_id, cafe_share, delivery_share))

// ── State ──────────────────────────────────────────────────────────────────────────────────────────

/// The money of one order, from the charge to its end: refunded or settled, once; what is settled can be
/// refunded in parts. A payment has the id of its order.
///
///   None ──StartPayment──► Started ──NoteUnknown──► Unknown      both wait for the provider's answer
///     │                       └──────────┬─────────────┘
///     │                                  ├─ConfirmDeclined──► Failed
///     │                                  └─ConfirmApproved──► Paid ──Settle──► Settled ◄─┐
///     │                                                        │                 └─ Refund, ConfirmRefunded
///     │                                                  CancelPayment
///     │                                                        ▼
///     └─CancelPayment──► Forbidden                      RefundRequested ──ConfirmRefunded──► Refunded
///
/// An order that is not at its end is canceled, not refunded: its cancel reaches the bar, the rider and, by
/// CancelPayment, the money. Refund is the decision about a completed order.
///
/// CancelPayment in Started or Unknown is remembered: a later approval passes through Paid to RefundRequested
/// at once. So does an approval in Failed: no captured money stays unnoticed. Repeating a confirmation
/// changes nothing. A confirmation that contradicts the state is refused.
namespace stage {

/// What the provider answered when it captured the money.
struct Capture {
    std::string approval_code;
    Timestamp paid_at{};
    bool operator==(const Capture&) const = default;
};
BOOST_DESCRIBE_STRUCT(Capture, (), (approval_code, paid_at))

// `bill` is what was agreed at the start; it never changes.

struct None {};
struct Forbidden {
    AccountId customer_id;
    std::string reason;
};
struct Started {
    PaymentStarted bill;
    std::optional<std::string> cancel_reason;  ///< the order has ended meanwhile
};
struct Unknown {
    PaymentStarted bill;
    std::optional<std::string> cancel_reason;
};
struct Failed {
    PaymentStarted bill;
    std::string reason;  ///< the provider's code
};
struct Paid {
    PaymentStarted bill;
    Capture capture;
};
struct RefundRequested {
    PaymentStarted bill;
    Capture capture;
    std::string reason;
    bool delayed = false;  ///< the operator has been alerted
    bool loss_booked = false;
};
struct Refunded {
    PaymentStarted bill;
    Capture capture;
    Timestamp refunded_at{};
    bool loss_booked = false;
};
/// A refund of a settled payment that the provider has not confirmed.
struct OpenRefund {
    Money amount;
    std::string reason;
    BorneBy borne_by = BorneBy::cafe;
    bool delayed = false;  ///< the operator has been alerted
};
struct Settled {
    PaymentStarted bill;
    Capture capture;
    int refunds = 0;                      ///< decided so far
    Money refunded;                       ///< paid back so far
    std::optional<OpenRefund> refunding;  ///< one at a time
};
BOOST_DESCRIBE_STRUCT(None, (), ())
BOOST_DESCRIBE_STRUCT(Forbidden, (), (customer_id, reason))
BOOST_DESCRIBE_STRUCT(Started, (), (bill, cancel_reason))
BOOST_DESCRIBE_STRUCT(Unknown, (), (bill, cancel_reason))
BOOST_DESCRIBE_STRUCT(Failed, (), (bill, reason))
BOOST_DESCRIBE_STRUCT(Paid, (), (bill, capture))
BOOST_DESCRIBE_STRUCT(RefundRequested, (), (bill, capture, reason, delayed, loss_booked))
BOOST_DESCRIBE_STRUCT(Refunded, (), (bill, capture, refunded_at, loss_booked))
BOOST_DESCRIBE_STRUCT(OpenRefund, (), (amount, reason, borne_by, delayed))
BOOST_DESCRIBE_STRUCT(Settled, (), (bill, capture, refunds, refunded, refunding))

}  // namespace stage

using State = std::variant<stage::None, stage::Forbidden, stage::Started, stage::Unknown, stage::Failed,
                           stage::Paid, stage::RefundRequested, stage::Refunded, stage::Settled>;

// ── Commands ───────────────────────────────────────────────────────────────────────────────────────

/// `amount` is above 0. The provider makes no charge after `valid_until`.
struct StartPayment {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Money amount;
    std::string method;
    Timestamp at{};
    Timestamp valid_until{};
};
/// The provider captured the money.
struct ConfirmApproved {
    std::string approval_code;
    Timestamp at{};
};
/// The provider did not capture it, and never will.
struct ConfirmDeclined {
    std::string reason;
};
/// The provider has not answered in time.
struct NoteUnknown {};
/// The order ended without a drink.
struct CancelPayment {
    OrderId order_id;  ///< with the parties: the payment may not have begun yet
    CafeId cafe_id;
    AccountId customer_id;
    std::string reason;
};
/// The operator gives back the money of a completed order.
struct Refund {
    std::optional<Money> amount;  ///< above 0; absent: all that is left
    std::string reason;
    BorneBy borne_by = BorneBy::cafe;
};
/// The provider paid the money back.
struct ConfirmRefunded {
    Timestamp at{};
};
/// The refund has failed so often that the operator must be alerted.
struct NoteRefundTrouble {
    std::string reason;
};
/// The order was fulfilled, or not delivered. The shares add up to the amount, none below 0. If the money
/// goes back already, a loss is booked instead.
struct Settle {
    Money cafe_share;
    Money delivery_share;
    Money house_share{0, cafe_share.currency};  ///< of a fee that no rider earned
};
/// The order was fulfilled although it had been canceled. The same shares.
struct BookLoss {
    Money cafe_share;
    Money delivery_share;
};

using Command = std::variant<StartPayment, ConfirmApproved, ConfirmDeclined, NoteUnknown, CancelPayment,
                             Refund, ConfirmRefunded, NoteRefundTrouble, Settle, BookLoss>;
using Event =
    std::variant<PaymentStarted, PaymentUnknown, Paid, PaymentFailed, RefundRequested, RefundDelayed,
                 PaymentCanceled, Settled, PaymentForbidden, CancelNoted, LossBooked>;

// ── The pure core ──────────────────────────────────────────────────────────────────────────────────

/// Rejections: "invalid-amount", "payment-forbidden", "payment-differs", "payment-settled",
/// "payment-not-settleable", "shares-do-not-add-up", of a Refund "order-open", "nothing-to-refund",
/// "refund-pending" and "refund-too-large", and "contradicts-payment" for a confirmation that cannot be true
/// together with the state.
[[nodiscard]] Result<std::vector<Event>> decide(const State& state, const Command& command);
[[nodiscard]] State evolve(State state, const Event& event);

// ── Properties of a state ──────────────────────────────────────────────────────────────────────────

/// The state's name in the API: "REFUND_REQUESTED".
[[nodiscard]] std::string_view status_of(const State& state);
/// Null if no payment has begun (None, Forbidden).
[[nodiscard]] const PaymentStarted* bill_of(const State& state);
/// Null if no money was captured.
[[nodiscard]] const stage::Capture* capture_of(const State& state);

// ── The ledger ─────────────────────────────────────────────────────────────────────────────────────

// Double entry. Every movement of money is a handful of postings that sum to zero; what was posted is never
// changed.
//
//   account                  its balance is
//   provider_receivable      what the provider has captured for us and not paid back (positive)
//   customer_prepaid         what customers have paid for and neither got nor got back (negative)
//   cafe_payable:<café id>   what we owe a café (negative)
//   rider_payable            what we owe the riders (negative)
//   refund_expense           what refunds and forced cancels have cost us, less the fees that no rider earned
//                            (positive)

struct Posting {
    std::string account;
    Money amount;
    bool operator==(const Posting&) const = default;
};
BOOST_DESCRIBE_STRUCT(Posting, (), (account, amount))

/// The postings that `event` leads to; none if it moves no money. They sum to zero, in one currency.
[[nodiscard]] std::vector<Posting> postings_of(const Event& event);

}  // namespace dangol::payment
