// The riders' live stream.
#include "contexts/delivery/api.hpp"
#include "contexts/delivery/views.hpp"
#include "runtime/endpoint.hpp"

namespace dangol::delivery {
namespace {

using runtime::Frame;
using runtime::Request;
using runtime::Respond;

/// An offer near the rider.
struct OfferFrame {
    OrderId delivery_id;
    CafeId cafe_id;
    std::string status = "OFFERED";
    Money fee;
    int qty = 0;
    CafeView cafe;
    Place area;
    int distance_metres = 0;
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(OfferFrame, (),
                      (delivery_id, cafe_id, status, fee, qty, cafe, area, distance_metres, version))

/// A step of the rider's own delivery, or the end of an offer near the rider.
struct StepFrame {
    OrderId delivery_id;
    CafeId cafe_id;
    std::string status;
    bool mine = false;
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(StepFrame, (), (delivery_id, cafe_id, status, mine, version))

/// What one rider's stream shows. Distances are to the area of an offer, so at the rim the list may differ by
/// a few hundred metres; the list is exact.
class RiderStream {
  public:
    RiderStream(RiderId rider, std::optional<Place> place) : rider_(std::move(rider)), place_(place) {}

    std::optional<Frame> operator()(const EventRecord& record) const {
        const auto& type = record.type;
        if (type == type_name<DeliveryOffered>()) return offer(record, decoded<DeliveryOffered>(record));
        if (type == type_name<OfferWidened>()) return offer(record, decoded<OfferWidened>(record));
        if (type == type_name<DeliveryClaimed>()) {
            const auto event = decoded<DeliveryClaimed>(record);
            return step(record, event, "CLAIMED", is_near(event.area));
        }
        if (type == type_name<DeliveryReleased>()) {
            const auto event = decoded<DeliveryReleased>(record);
            return event.rider_id == rider_ ? step(record, event, "OFFERED", false) : offer(record, event);
        }
        if (type == type_name<DeliveryReady>())
            return step(record, decoded<DeliveryReady>(record), "CLAIMED", false);
        if (type == type_name<DeliveryStarted>()) {
            return step(record, decoded<DeliveryStarted>(record), "PICKED_UP", false);
        }
        if (type == type_name<DeliveryConfirmed>()) {
            return step(record, decoded<DeliveryConfirmed>(record), "DELIVERED", false);
        }
        if (type == type_name<DeliveryCanceled>()) {
            const auto event = decoded<DeliveryCanceled>(record);
            return step(record, event, "CANCELED", is_near(event.area));
        }
        return std::nullopt;  // plans, notes and wrong PINs are nobody's business
    }

  private:
    template <class Event>
    static Event decoded(const EventRecord& record) {
        auto event = codec::from_json<Event>(record.data);
        if (!event) throw runtime::StoreBroken("event " + record.id + ": " + event.error().message);
        return std::move(*event);
    }
    static Frame frame(const EventRecord& record, std::string data) {
        return {std::to_string(record.position), record.type, std::move(data)};
    }

    [[nodiscard]] bool is_near(const OfferArea& area) const {
        return place_ && distance_metres(*place_, area.place) <= area.radius_metres;
    }

    template <class Event>
    [[nodiscard]] std::optional<Frame> offer(const EventRecord& record, const Event& event) const {
        const auto& offer = event.offer;
        if (!is_near(offer.area)) return std::nullopt;
        return frame(record,
                     codec::to_json(OfferFrame{.delivery_id = event.order_id,
                                               .cafe_id = event.cafe_id,
                                               .status = "OFFERED",
                                               .fee = event.fee,
                                               .qty = offer.qty,
                                               .cafe = {offer.cafe_name, offer.cafe_place},
                                               .area = offer.area.place,
                                               .distance_metres = rounded_distance(*place_, offer.area.place),
                                               .version = record.version}));
    }

    template <class Event>
    [[nodiscard]] std::optional<Frame> step(const EventRecord& record, const Event& event, std::string status,
                                            bool was_seen) const {
        const bool mine = event.rider_id == rider_;
        if (!mine && !was_seen) return std::nullopt;
        return frame(record, codec::to_json(StepFrame{event.order_id, event.cafe_id, std::move(status), mine,
                                                      record.version}));
    }

    RiderId rider_;
    std::optional<Place> place_;
};

}  // namespace

runtime::Route delivery_stream(runtime::Host host) {
    const auto open = [host](Request request, Respond respond) {
        const auto asked = place_asked_from(request);
        if (!asked) return respond(runtime::problem(asked.error(), request.language));
        host.reads.read([host, asked = *asked, request = std::move(request),
                         respond = std::move(respond)](runtime::Reader& reader) mutable {
            const auto rider = rider_of(request.principal);
            const auto place = asked ? asked : place_in(reader.row(view::rider_places, rider.value));
            run_stream(host, std::move(request), std::move(respond), {}, std::string(stream_scope),
                       RiderStream(rider, place));
        });
    };
    return {runtime::Method::get, "/deliveries/stream", {.rider = true}, open};
}

}  // namespace dangol::delivery
