#pragma once

#include <optional>
#include <string>
#include <vector>

#include "contexts/delivery/delivery_aggregates.hpp"
#include "runtime/http.hpp"
#include "runtime/store.hpp"

/// Deliveries and shifts as the API shows them.
namespace dangol::delivery {

struct CafeView {
    Text name;
    Place place;
};
BOOST_DESCRIBE_STRUCT(CafeView, (), (name, place))

/// One resource for all; who asks decides which of the optional members there are. The PIN is never among
/// them.
struct DeliveryView {
    OrderId delivery_id;
    OrderId order_id;
    CafeId cafe_id;
    std::string status;
    Money fee;
    int qty = 0;
    CafeView cafe;
    Place area;                          ///< the place of delivery, to about 500 m
    std::optional<int> distance_metres;  ///< offers: from the rider to the area, to 100 m
    std::optional<DropOff>
        destination;  ///< for the customer, the operator, and the rider while it is in hand
    std::optional<RiderId> rider_id;
    std::optional<std::string> call_number;
    bool ready = false;
    std::optional<Timestamp> claimed_at;  ///< as far as known; not for the customer
    std::optional<Timestamp> picked_up_at;
    std::optional<Timestamp> delivered_at;
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(DeliveryView, (),
                      (delivery_id, order_id, cafe_id, status, fee, qty, cafe, area, distance_metres,
                       destination, rider_id, call_number, ready, claimed_at, picked_up_at, delivered_at,
                       version))

struct DeliveriesView {
    std::vector<DeliveryView> items;
};
BOOST_DESCRIBE_STRUCT(DeliveriesView, (), (items))

struct ShiftView {
    RiderId rider_id;
    bool online = false;
    std::optional<Place> place;
    std::vector<OrderId> active;  ///< claimed or on the way
    int active_max = 0;
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ShiftView, (), (rider_id, online, place, active, active_max, version))

using StoredDelivery = runtime::Versioned<Delivery>;

/// What anyone may see who may see it at all: no address, no phone, no call number, no rider.
[[nodiscard]] DeliveryView public_view(const StoredDelivery& delivery);
/// For the customer.
[[nodiscard]] DeliveryView full_view(const StoredDelivery& delivery);
/// The same, and when each step was taken.
[[nodiscard]] DeliveryView operator_view(const StoredDelivery& delivery);
/// For the rider who has it or had it: the door only as long as it is in hand, and when each step was taken.
[[nodiscard]] DeliveryView rider_view(const StoredDelivery& delivery);
/// As an offer to a rider at `place`.
[[nodiscard]] DeliveryView offer_view(const StoredDelivery& delivery, const Place& place);

/// What `who` may see of it, or 403; 404 if there is none, which includes a plan that riders must not see
/// yet.
[[nodiscard]] Result<DeliveryView> view_for(const runtime::Principal& who, const StoredDelivery& delivery);

/// Rounded to 100 m, so that nobody can find a door by asking from many places.
[[nodiscard]] int rounded_distance(const Place& from, const Place& to);

[[nodiscard]] inline RiderId rider_of(const runtime::Principal& who) { return RiderId{who.account.value}; }

/// The stored delivery; None and version 0 if there is none.
[[nodiscard]] StoredDelivery stored_delivery(runtime::Reader& reader, const std::string& id);
[[nodiscard]] runtime::Versioned<Rider> stored_rider(runtime::Reader& reader, const RiderId& rider);
/// Where a rider on shift was last, from the row in view::rider_places.
[[nodiscard]] std::optional<Place> place_in(const std::optional<runtime::Row>& row);

}  // namespace dangol::delivery
