#pragma once

#include <string>

#include <boost/describe/class.hpp>

#include "core/ids.hpp"
#include "core/money.hpp"
#include "core/time.hpp"

/// What the payment context tells others. A contract (api/asyncapi.yaml): add members, never change or
/// remove one.
namespace dangol::payment {

/// The provider is about to be asked for the money.
struct PaymentStarted {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Money amount;
    std::string method;  ///< "card" … as the provider names it
    Timestamp started_at{};
    Timestamp valid_until{};  ///< the provider makes no charge after it
};
BOOST_DESCRIBE_STRUCT(PaymentStarted, (),
                      (order_id, cafe_id, customer_id, amount, method, started_at, valid_until))

/// The provider did not answer in time. It is asked until it is known.
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

/// The provider refused the refund or could not be reached often enough: a person must look. It goes on
/// being tried.
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

// ── Of interest to this context only; they travel like all others ──────────────────────────────────────

/// The order ended before its payment began: none may begin any more.
struct PaymentForbidden {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PaymentForbidden, (), (order_id, cafe_id, customer_id, reason))

/// The order ended while the provider's answer was still out: if the money was captured it goes back.
struct CancelNoted {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CancelNoted, (), (order_id, cafe_id, customer_id, reason))

}  // namespace dangol::payment
