#pragma once

#include <string>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/contract.hpp"
#include "core/geo.hpp"
#include "core/ids.hpp"
#include "core/money.hpp"
#include "core/text.hpp"
#include "core/time.hpp"

/// What the delivery context publishes: the contract that other contexts include. Add members, never change
/// or remove one (api/asyncapi.yaml).
namespace dangol::delivery {

enum class DeliveryCancelReason { order_canceled, no_rider };
BOOST_DESCRIBE_ENUM(DeliveryCancelReason, order_canceled, no_rider)

/// Where an offer can be seen. `place` is the delivery address rounded to about 500 m.
struct OfferArea {
    Place place;
    int radius_metres = 0;
};
BOOST_DESCRIBE_STRUCT(OfferArea, (), (place, radius_metres))

/// What riders see of a delivery before they claim it.
struct Offer {
    Text cafe_name;
    Place cafe_place;
    OfferArea area;
    int qty = 0;
};
BOOST_DESCRIBE_STRUCT(Offer, (), (cafe_name, cafe_place, area, qty))

// ── Events of a delivery; the subject is the order id ───────────────────────────────────────────

/// Making has begun: riders near the place of delivery can see it (LoadDeliveryInfo).
struct DeliveryOffered {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Money fee;
    Offer offer{};
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(DeliveryOffered, (), (order_id, cafe_id, customer_id, fee, offer, at))

struct DeliveryClaimed {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    RiderId rider_id;
    OfferArea area{};  ///< where the offer was seen until now
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(DeliveryClaimed, (), (order_id, cafe_id, customer_id, rider_id, area, at))

/// The rider gave it back, or did not come for it in time: it is offered again.
struct DeliveryReleased {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    RiderId rider_id;
    bool lease_expired = false;  ///< the rider did not pick it up in time
    Money fee{};
    Offer offer{};
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(DeliveryReleased, (),
                      (order_id, cafe_id, customer_id, rider_id, lease_expired, fee, offer, at))

/// The drinks are ready at the café.
struct DeliveryReady {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    RiderId rider_id{};  ///< of the rider who has claimed it, or empty
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(DeliveryReady, (), (order_id, cafe_id, customer_id, rider_id, at))

/// The rider has picked it up and is on the way.
struct DeliveryStarted {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    RiderId rider_id;
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(DeliveryStarted, (), (order_id, cafe_id, customer_id, rider_id, at))

/// Delivered: with this all transactions of the order are complete.
struct DeliveryConfirmed {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    RiderId rider_id;
    Timestamp at{};
    std::string reason = {};  ///< of the operator's override; empty: confirmed with the PIN
};
BOOST_DESCRIBE_STRUCT(DeliveryConfirmed, (), (order_id, cafe_id, customer_id, rider_id, at, reason))

struct DeliveryCanceled {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    RiderId rider_id;  ///< of the rider who had claimed it, or empty
    DeliveryCancelReason reason = DeliveryCancelReason::order_canceled;
    OfferArea area{};        ///< where the offer was visible; radius 0: nowhere
    bool picked_up = false;  ///< the rider is on the way, and brings it back to the café
};
BOOST_DESCRIBE_STRUCT(DeliveryCanceled, (),
                      (order_id, cafe_id, customer_id, rider_id, reason, area, picked_up))

/// Why a delivery failed after its pick-up.
enum class DeliveryFailure {
    customer_absent,
    customer_unreachable,
    wrong_address,
    drinks_damaged,  ///< or lost
    rider_unable,    ///< an accident, a broken bike
};
BOOST_DESCRIBE_ENUM(DeliveryFailure, customer_absent, customer_unreachable, wrong_address, drinks_damaged,
                    rider_unable)

/// The customer could not be found: the rider is paid for the way, nothing goes back to the customer by
/// itself, and the drinks come back to the café. Of all other failures the head office bears the loss.
[[nodiscard]] constexpr bool is_customers(DeliveryFailure failure) {
    switch (failure) {
        case DeliveryFailure::customer_absent:
        case DeliveryFailure::customer_unreachable:
        case DeliveryFailure::wrong_address: return true;
        case DeliveryFailure::drinks_damaged:
        case DeliveryFailure::rider_unable: return false;
    }
    return false;
}

/// The end of a delivery that was picked up and not handed over.
struct DeliveryFailed {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    RiderId rider_id;
    DeliveryFailure reason = DeliveryFailure::customer_absent;
    bool returning = false;  ///< the rider brings the drinks back to the café
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(DeliveryFailed, (), (order_id, cafe_id, customer_id, rider_id, reason, returning, at))

// ── The contract ────────────────────────────────────────────────────────────────────────────────

using Contract =
    dangol::Contract<"delivery", DeliveryOffered, DeliveryClaimed, DeliveryReleased, DeliveryReady,
                     DeliveryStarted, DeliveryConfirmed, DeliveryCanceled, DeliveryFailed>;
Contract contract_of(auto event);

}  // namespace dangol::delivery
