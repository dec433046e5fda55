// What of a delivery is shown to whom.
#include "contexts/delivery/views.hpp"

#include <cmath>

#include "contexts/delivery/domain/refusals.hpp"

namespace dangol::delivery {
namespace {

template <class A>
runtime::Versioned<typename A::State> stored(runtime::Reader& reader, const std::string& id) {
    const auto decoded = runtime::Batch::decode<A>(reader.document(A::name, id));
    return *static_cast<const runtime::Versioned<typename A::State>*>(decoded.get());
}

bool in_hand(const Delivery& state) {
    return std::holds_alternative<Claimed>(state) || std::holds_alternative<Started>(state);
}

void add_what_a_rider_needs(DeliveryView& view, const StoredDelivery& delivery) {
    const auto& plan = plan_of(delivery.state)->plan;
    view.destination = plan.drop_off;
    view.call_number = plan.call_number;
}

void add_steps(DeliveryView& view, const StoredDelivery& delivery) {
    const auto steps = steps_of(delivery.state);
    view.claimed_at = steps.claimed_at;
    view.picked_up_at = steps.picked_up_at;
    view.delivered_at = steps.delivered_at;
}

}  // namespace

DeliveryView public_view(const StoredDelivery& delivery) {
    const auto* planned = plan_of(delivery.state);
    DANGOL_INVARIANT(planned != nullptr);
    const auto& plan = planned->plan;
    return {.delivery_id = planned->order_id,
            .order_id = planned->order_id,
            .cafe_id = planned->cafe_id,
            .status = std::string(status_of(delivery.state)),
            .fee = plan.fee,
            .qty = plan.qty,
            .cafe = {plan.cafe_name, plan.cafe_place},
            .area = area_of(plan.drop_off.place),
            .distance_metres = {},
            .destination = {},
            .rider_id = {},
            .call_number = {},
            .ready = is_ready(delivery.state),
            .claimed_at = {},
            .picked_up_at = {},
            .delivered_at = {},
            .version = delivery.version};
}

DeliveryView full_view(const StoredDelivery& delivery) {
    auto view = public_view(delivery);
    if (auto rider = rider_of(delivery.state); !rider.empty()) view.rider_id = std::move(rider);
    add_what_a_rider_needs(view, delivery);
    return view;
}

DeliveryView rider_view(const StoredDelivery& delivery) {
    auto view = public_view(delivery);
    if (auto rider = rider_of(delivery.state); !rider.empty()) view.rider_id = std::move(rider);
    if (in_hand(delivery.state)) add_what_a_rider_needs(view, delivery);
    add_steps(view, delivery);
    return view;
}

DeliveryView operator_view(const StoredDelivery& delivery) {
    auto view = full_view(delivery);
    add_steps(view, delivery);
    return view;
}

DeliveryView offer_view(const StoredDelivery& delivery, const Place& place) {
    auto view = public_view(delivery);
    view.distance_metres = rounded_distance(place, view.area);
    return view;
}

Result<DeliveryView> view_for(const runtime::Principal& who, const StoredDelivery& delivery) {
    const auto* planned = plan_of(delivery.state);
    if (planned == nullptr) return no_such_delivery();
    if (who.role == runtime::Role::operator_) return operator_view(delivery);
    if (who.role == runtime::Role::rider) {
        if (std::holds_alternative<Planned>(delivery.state)) return no_such_delivery();
        if (std::holds_alternative<Offered>(delivery.state)) return public_view(delivery);
        if (rider_of(delivery.state) == rider_of(who)) return rider_view(delivery);
        return runtime::not_yours();
    }
    if (planned->customer_id == who.account) return full_view(delivery);
    return runtime::not_yours();
}

int rounded_distance(const Place& from, const Place& to) {
    return static_cast<int>(std::lround(distance_metres(from, to) / 100.0)) * 100;
}

StoredDelivery stored_delivery(runtime::Reader& reader, const std::string& id) {
    return stored<DeliveryAggregate>(reader, id);
}

runtime::Versioned<Rider> stored_rider(runtime::Reader& reader, const RiderId& rider) {
    return stored<RiderAggregate>(reader, rider.value);
}

std::optional<Place> place_in(const std::optional<runtime::Row>& row) {
    if (!row) return std::nullopt;
    auto place = codec::from_json<Place>(row->data);
    if (!place)
        throw runtime::StoreBroken("row " + row->view + " " + row->key + ": " + place.error().message);
    return *place;
}

}  // namespace dangol::delivery
