#pragma once

#include <string>

#include <boost/describe/class.hpp>

#include "core/contract.hpp"
#include "core/ids.hpp"
#include "core/money.hpp"
#include "core/time.hpp"

/// What the payment context publishes: the contract that other contexts include. Add members, never change or
/// remove one (api/asyncapi.yaml).
namespace dangol::payment {

/// The provider did not answer in time. It is queried until the outcome is known.
struct PaymentUnknown {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
};
BOOST_DESCRIBE_STRUCT(PaymentUnknown, (), (order_id, cafe_id, customer_id))

/// The money was captured.
struct Paid {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Money amount;
    std::string approval_code;
    Timestamp paid_at{};
};
BOOST_DESCRIBE_STRUCT(Paid, (), (order_id, cafe_id, customer_id, amount, approval_code, paid_at))

/// Declined, or never charged. Nothing was captured.
struct PaymentFailed {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    std::string reason;  ///< the provider's code, e.g. "declined"
};
BOOST_DESCRIBE_STRUCT(PaymentFailed, (), (order_id, cafe_id, customer_id, reason))

/// The captured money is owed back.
struct RefundRequested {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Money amount;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RefundRequested, (), (order_id, cafe_id, customer_id, amount, reason))

/// The refund has failed too often, refused or unanswered: the operator is alerted. Retries
/// continue.
struct RefundDelayed {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RefundDelayed, (), (order_id, cafe_id, customer_id, reason))

/// Refunded in full.
struct PaymentCanceled {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Money amount;
    Timestamp refunded_at{};
};
BOOST_DESCRIBE_STRUCT(PaymentCanceled, (), (order_id, cafe_id, customer_id, amount, refunded_at))

/// The order was fulfilled: the money now belongs to the café and the rider.
struct Settled {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Money cafe_share;
    Money delivery_share;
};
BOOST_DESCRIBE_STRUCT(Settled, (), (order_id, cafe_id, customer_id, cafe_share, delivery_share))

// ── The contract ────────────────────────────────────────────────────────────────────────────────

using Contract = dangol::Contract<"payment", PaymentUnknown, Paid, PaymentFailed, RefundRequested,
                                  RefundDelayed, PaymentCanceled, Settled>;
Contract contract_of(auto event);

}  // namespace dangol::payment
