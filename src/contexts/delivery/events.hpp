#pragma once

#include <string>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/geo.hpp"
#include "core/ids.hpp"
#include "core/money.hpp"
#include "core/text.hpp"
#include "core/time.hpp"

/// What the delivery context tells others. A contract (api/asyncapi.yaml): add members, never change or
/// remove one.
namespace dangol::delivery {

enum class DeliveryCancelReason { order_canceled, no_rider };
BOOST_DESCRIBE_ENUM(DeliveryCancelReason, order_canceled, no_rider)

/// Where the customer waits.
struct DropOff {
    std::string address;
    std::string detail;  ///< floor, door
    Place place;
    std::string phone;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(DropOff, (), (address, detail, place, phone, note))

/// All that a rider needs, as the order was agreed.
struct DeliveryPlan {
    Text cafe_name;
    Place cafe_place;
    DropOff drop_off;
    std::string call_number;  ///< the rider names it at the café
    std::string pin;          ///< the customer tells it to the rider at the door; empty: none is asked
    Money fee;
    int qty = 0;
    Timestamp order_date{};
};
BOOST_DESCRIBE_STRUCT(DeliveryPlan, (),
                      (cafe_name, cafe_place, drop_off, call_number, pin, fee, qty, order_date))

/// How a rider is looked for. Each delivery keeps the terms it was planned with.
struct DispatchTerms {
    Duration lease = std::chrono::minutes(10);          ///< to pick up, from the later of claim and ready
    Duration widen_after = std::chrono::minutes(3);     ///< without a claim, the radius grows
    Duration give_up_after = std::chrono::minutes(20);  ///< from the later of the first offer and ready
    int radius_metres = 3'000;  ///< riders this near the place of delivery see the offer
    int widen_by_metres = 1'500;
    int radius_max_metres = 7'500;
};
BOOST_DESCRIBE_STRUCT(DispatchTerms, (),
                      (lease, widen_after, give_up_after, radius_metres, widen_by_metres, radius_max_metres))

/// Where an offer can be seen. `place` is the place of delivery rounded to about 500 m: nobody's door.
struct OfferArea {
    Place place;
    int radius_metres = 0;
};
BOOST_DESCRIBE_STRUCT(OfferArea, (), (place, radius_metres))

/// What riders learn of a delivery before they claim it.
struct Offer {
    Text cafe_name;
    Place cafe_place;
    OfferArea area;
    int qty = 0;
};
BOOST_DESCRIBE_STRUCT(Offer, (), (cafe_name, cafe_place, area, qty))

// ── A delivery; the subject is the order id
// ──────────────────────────────────────────────────────────────────────

/// What became known of an order before the order itself. Of no interest to others.
enum class EarlyFact { making, made, canceled };
BOOST_DESCRIBE_ENUM(EarlyFact, making, made, canceled)
struct DeliveryNoted {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    EarlyFact fact = EarlyFact::making;
};
BOOST_DESCRIBE_STRUCT(DeliveryNoted, (), (order_id, cafe_id, customer_id, fact))

/// A delivery will be needed; riders do not see it yet.
struct DeliveryPlanned {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    DeliveryPlan plan{};
    DispatchTerms terms{};
};
BOOST_DESCRIBE_STRUCT(DeliveryPlanned, (), (order_id, cafe_id, customer_id, plan, terms))

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

/// Nobody took it yet: riders farther away can see it too.
struct OfferWidened {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    Money fee;
    Offer offer{};
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(OfferWidened, (), (order_id, cafe_id, customer_id, fee, offer, at))

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
    bool lease_expired = false;  ///< did not come in time
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
    RiderId rider_id{};  ///< who has claimed it, or empty
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

/// A wrong PIN at the door. Of no interest to others.
struct PinRefused {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    RiderId rider_id;
    int tries = 0;  ///< wrong ones so far, this one included
};
BOOST_DESCRIBE_STRUCT(PinRefused, (), (order_id, cafe_id, customer_id, rider_id, tries))

/// Delivered: with this all transactions of the order are complete.
struct DeliveryConfirmed {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    RiderId rider_id;
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(DeliveryConfirmed, (), (order_id, cafe_id, customer_id, rider_id, at))

struct DeliveryCanceled {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    RiderId rider_id;  ///< who had claimed it, or empty
    DeliveryCancelReason reason = DeliveryCancelReason::order_canceled;
    OfferArea area{};  ///< where the offer was seen until now; radius 0: nowhere
};
BOOST_DESCRIBE_STRUCT(DeliveryCanceled, (), (order_id, cafe_id, customer_id, rider_id, reason, area))

// ── A rider; the subject is the account id
// ───────────────────────────────────────────────────────────────────────

struct RiderWentOnline {
    RiderId rider_id;
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(RiderWentOnline, (), (rider_id, at))

struct RiderWentOffline {
    RiderId rider_id;
};
BOOST_DESCRIBE_STRUCT(RiderWentOffline, (), (rider_id))

/// One more delivery in the rider's hands.
struct RiderTookOn {
    RiderId rider_id;
    OrderId order_id;
};
BOOST_DESCRIBE_STRUCT(RiderTookOn, (), (rider_id, order_id))

/// One fewer: delivered, released or canceled.
struct RiderLetGo {
    RiderId rider_id;
    OrderId order_id;
};
BOOST_DESCRIBE_STRUCT(RiderLetGo, (), (rider_id, order_id))

}  // namespace dangol::delivery
