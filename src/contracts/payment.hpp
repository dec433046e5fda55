#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/contract.hpp"
#include "core/ids.hpp"
#include "core/money.hpp"
#include "core/time.hpp"

/// What the payment context publishes: the contract that other contexts include. Add members, never change or
/// remove one (api/asyncapi.yaml).
namespace dangol::payment {

/// Instead of a provider's code: the money was captured, and goes back at once.
inline constexpr std::string_view goes_back = "refunded";

/// The provider did not answer in time. It is queried until the outcome is known.
struct PaymentUnknown {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
};
BOOST_DESCRIBE_STRUCT(PaymentUnknown, (), (order_id, cafe_id, customer_id))

/// The money was captured. If `goes_back` is given, a RefundRequested follows in the same commit: nothing may
/// be ordered with this money.
struct Paid {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Money amount;
    std::string approval_code;
    Timestamp paid_at{};
    std::optional<std::string> goes_back{};  ///< the reason of the refund
};
BOOST_DESCRIBE_STRUCT(Paid, (), (order_id, cafe_id, customer_id, amount, approval_code, paid_at, goes_back))

/// Declined, or never charged. Nothing was captured.
struct PaymentFailed {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    std::string reason;  ///< the provider's code, e.g. "declined"
};
BOOST_DESCRIBE_STRUCT(PaymentFailed, (), (order_id, cafe_id, customer_id, reason))

/// At whose expense a completed order is refunded.
enum class BorneBy { cafe, head_office };
BOOST_DESCRIBE_ENUM(BorneBy, cafe, head_office)

/// Captured money is owed back: all of it for an order that came to nothing (`number` 0), or some of it, or
/// all, for a completed order (1, 2, …).
struct RefundRequested {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Money amount;
    std::string reason;
    int number = 0;
    Money total{};                      ///< all refunds of the order, this one included
    std::optional<BorneBy> borne_by{};  ///< of a completed order's refund
};
BOOST_DESCRIBE_STRUCT(RefundRequested, (),
                      (order_id, cafe_id, customer_id, amount, reason, number, total, borne_by))

/// The refund has failed too often, refused or unanswered: the operator is alerted. Retries
/// continue.
struct RefundDelayed {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    std::string reason;
    int number = 0;  ///< of the RefundRequested
};
BOOST_DESCRIBE_STRUCT(RefundDelayed, (), (order_id, cafe_id, customer_id, reason, number))

/// The money of a RefundRequested was paid back.
struct PaymentCanceled {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Money amount;
    Timestamp refunded_at{};
    int number = 0;
    Money total{};  ///< all that was paid back, this included
    std::optional<BorneBy> borne_by{};
};
BOOST_DESCRIBE_STRUCT(PaymentCanceled, (),
                      (order_id, cafe_id, customer_id, amount, refunded_at, number, total, borne_by))

/// The order was fulfilled, or not delivered: the money now belongs to the café and the rider.
struct Settled {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Money cafe_share;
    Money delivery_share;
    Money house_share{};  ///< the fee that no rider earned, of a delivery that failed through no fault of the
                          ///< customer: the head office keeps it, and pays the refund
};
BOOST_DESCRIBE_STRUCT(Settled, (), (order_id, cafe_id, customer_id, cafe_share, delivery_share, house_share))

// ── The contract ────────────────────────────────────────────────────────────────────────────────

using Contract = dangol::Contract<"payment", PaymentUnknown, Paid, PaymentFailed, RefundRequested,
                                  RefundDelayed, PaymentCanceled, Settled>;
Contract contract_of(auto event);

}  // namespace dangol::payment
