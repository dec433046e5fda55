#pragma once

#include <string>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/geo.hpp"
#include "core/ids.hpp"
#include "core/money.hpp"
#include "core/time.hpp"

/// What the delivery context tells others. A contract (api/asyncapi.yaml): add members, never change or remove one.
namespace dangol::delivery {

enum class DeliveryCancelReason { order_canceled, no_rider };
BOOST_DESCRIBE_ENUM(DeliveryCancelReason, order_canceled, no_rider)

/// A delivery will be needed; riders do not see it yet.
struct DeliveryPlanned {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
};
BOOST_DESCRIBE_STRUCT(DeliveryPlanned, (), (order_id, cafe_id, customer_id))

/// Making has begun: riders near the place of delivery can see it (LoadDeliveryInfo).
struct DeliveryOffered {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Money fee;
};
BOOST_DESCRIBE_STRUCT(DeliveryOffered, (), (order_id, cafe_id, customer_id, fee))

struct DeliveryClaimed {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    RiderId rider_id;
};
BOOST_DESCRIBE_STRUCT(DeliveryClaimed, (), (order_id, cafe_id, customer_id, rider_id))

/// The rider gave it back, or did not come for it in time: it is offered again.
struct DeliveryReleased {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    RiderId rider_id;
};
BOOST_DESCRIBE_STRUCT(DeliveryReleased, (), (order_id, cafe_id, customer_id, rider_id))

/// The drinks are ready at the café.
struct DeliveryReady {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
};
BOOST_DESCRIBE_STRUCT(DeliveryReady, (), (order_id, cafe_id, customer_id))

/// The rider has picked it up and is on the way.
struct DeliveryStarted {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    RiderId rider_id;
};
BOOST_DESCRIBE_STRUCT(DeliveryStarted, (), (order_id, cafe_id, customer_id, rider_id))

/// Delivered: with this all transactions of the order are complete.
struct DeliveryConfirmed {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    RiderId rider_id;
};
BOOST_DESCRIBE_STRUCT(DeliveryConfirmed, (), (order_id, cafe_id, customer_id, rider_id))

struct DeliveryCanceled {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    RiderId rider_id;  ///< who had claimed it, or empty
    DeliveryCancelReason reason = DeliveryCancelReason::order_canceled;
};
BOOST_DESCRIBE_STRUCT(DeliveryCanceled, (), (order_id, cafe_id, customer_id, rider_id, reason))

}  // namespace dangol::delivery
