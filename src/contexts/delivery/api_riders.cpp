// Riders: the shift, the live stream, what a rider earned, the riders on shift.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <iterator>
#include <utility>

#include "contexts/delivery/api.hpp"
#include "core/geo.hpp"
#include "runtime/context.hpp"
#include "runtime/endpoint.hpp"
#include "runtime/query.hpp"
#include "runtime/stored.hpp"

namespace dangol::delivery {

using runtime::Host, runtime::Reader, runtime::Request, runtime::Response, runtime::Task, runtime::Unit;

std::optional<Place> place_in(const std::optional<runtime::Row>& row) {
    if (!row) return std::nullopt;
    return runtime::data_of<Place>(*row);
}

int rounded_distance(const Place& from, const Place& to) {
    return static_cast<int>(std::lround(distance_metres(from, to) / 100.0)) * 100;
}

// ── The shift ──────────────────────────────────────────────────────────────────────────────────────

namespace {

Response shift_answer(const RiderId& rider, const runtime::Versioned<shift::State>& stored,
                      std::optional<Place> place, int active_max) {
    const auto& state = stored.state;
    return runtime::respond_with(200, ShiftResource{rider, shift::is_online(state), place,
                                                    shift::active_of(state), active_max, stored.version});
}

}  // namespace

Result<Response> show_shift(Reader& reader, const Request& request, int active_max) {
    const auto rider = rider_of(request.principal);
    return shift_answer(rider, runtime::stored<Rider>(reader, rider.value),
                        place_in(reader.row(view::rider_places, rider.value)), active_max);
}

/// The rider's place is a row and no event: other contexts do not need it, and a log of it is nothing to
/// keep.
Result<Response> change_shift(Unit& unit, const Request& request, int active_max) {
    DANGOL_TRY(const auto body, runtime::body_of<ShiftBody>(request));
    if (body.place && !is_place(*body.place)) return runtime::invalid_place();
    const auto rider = rider_of(request.principal);
    if (body.online) {
        const auto command = *body.online ? shift::Command(shift::GoOnline{rider, unit.now()})
                                          : shift::Command(shift::GoOffline{rider});
        DANGOL_CHECK(unit.execute<Rider>(rider, command));
    }
    const auto& stored = unit.load<Rider>(rider);
    auto place = place_in(unit.row(view::rider_places, rider.value));
    if (!shift::is_online(stored.state)) {
        if (place) unit.drop_row(std::string(view::rider_places), rider.value);
        place.reset();
    } else if (body.place) {
        place = body.place;
        unit.put({std::string(view::rider_places), rider.value, {}, 0, codec::to_json(*place)});
    }
    return shift_answer(rider, stored, place, active_max);
}

// ── The live stream ────────────────────────────────────────────────────────────────────────────────

namespace {

/// What one rider's stream shows. Distances are to the area of an offer, so at the rim the list may differ by
/// a few hundred metres; the list is exact.
class RiderStream {
  public:
    RiderStream(RiderId rider, std::optional<Place> place) : rider_(std::move(rider)), place_(place) {}

    std::optional<runtime::Frame> operator()(const EventRecord& record) const {
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
        if (type == type_name<DeliveryStarted>())
            return step(record, decoded<DeliveryStarted>(record), "PICKED_UP", false);
        if (type == type_name<DeliveryConfirmed>())
            return step(record, decoded<DeliveryConfirmed>(record), "DELIVERED", false);
        if (type == type_name<DeliveryFailed>()) {
            const auto event = decoded<DeliveryFailed>(record);
            return step(record, event, event.returning ? "RETURNING" : "FAILED", false);
        }
        if (type == type_name<ReturnNoted>())
            return step(record, decoded<ReturnNoted>(record), "FAILED", false);
        if (type == type_name<DeliveryCanceled>()) {
            const auto event = decoded<DeliveryCanceled>(record);
            return step(record, event, "CANCELED", is_near(event.area));
        }
        return std::nullopt;  // plans, notes and wrong PINs are for no stream
    }

  private:
    template <class Event>
    static Event decoded(const EventRecord& record) {
        return runtime::event_in<Event>(record);
    }
    static runtime::Frame frame(const EventRecord& record, std::string data) {
        return {std::to_string(record.position), record.type, std::move(data)};
    }

    [[nodiscard]] bool is_near(const OfferArea& area) const {
        return place_ && distance_metres(*place_, area.place) <= area.radius_metres;
    }

    template <class Event>
    [[nodiscard]] std::optional<runtime::Frame> offer(const EventRecord& record, const Event& event) const {
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
    [[nodiscard]] std::optional<runtime::Frame> step(const EventRecord& record, const Event& event,
                                                     std::string status, bool was_seen) const {
        const bool mine = event.rider_id == rider_;
        if (!mine && !was_seen) return std::nullopt;
        return frame(record, codec::to_json(StepFrame{event.order_id, event.cafe_id, std::move(status), mine,
                                                      record.version}));
    }

    RiderId rider_;
    std::optional<Place> place_;
};

}  // namespace

Task<Result<Response>> stream_deliveries(const Host& host, Request request) {
    const auto rider = rider_of(request.principal);
    DANGOL_CO_TRY(auto place, runtime::place_of(request));
    if (!place) {
        DANGOL_CO_TRY(place, co_await host.read([&](Reader& reader) -> Result<std::optional<Place>> {
            return place_in(reader.row(view::rider_places, rider.value));
        }));
    }
    co_return runtime::open_stream(host, request, {}, std::string(stream_scope), RiderStream(rider, place));
}

// ── What a rider earned on a day ───────────────────────────────────────────────────────────────────

namespace {

/// More than a rider can bring in a day.
constexpr std::size_t deliveries_max = 1000;

std::unexpected<Rejection> not_one_sum() {
    return refuse(Refusal::conflict, "not-one-currency",
                  {"여러 통화로 받은 배달비는 합계를 낼 수 없어요. 배달 목록에서 하나씩 확인해 주세요.",
                   "Fees in several currencies have no sum. See each of them in the list of deliveries."});
}

/// What came to its end on that day, the newest first.
std::vector<runtime::Row> rows_of_day(Reader& reader, const RiderId& rider, const BusinessDay& day) {
    const auto rank = [](Timestamp time) { return time.time_since_epoch().count(); };
    std::vector<runtime::Row> rows;
    for (const auto* status : {"DELIVERED", "RETURNING", "FAILED"}) {
        std::ranges::move(reader.rows({.view = std::string(view::riders_deliveries),
                                       .scope = rider_scope(rider, status),
                                       .rank_min = rank(day.begins),
                                       .rank_max = rank(day.ends) - 1,
                                       .limit = deliveries_max,
                                       .descending = true}),
                          std::back_inserter(rows));
    }
    std::ranges::sort(rows, std::greater{}, &runtime::Row::rank);
    return rows;
}

}  // namespace

Result<Response> show_earnings(Reader& reader, const Request& request, Timestamp now,
                               const Calendar& calendar) {
    DANGOL_TRY(const auto day, runtime::day_of(request, now, calendar));
    EarningsResource earned{.day = day.name,
                            .begins = day.begins,
                            .ends = day.ends,
                            .time_zone = calendar.time_zone,
                            .deliveries = 0,
                            .total = {},
                            .items = {}};
    for (const auto& row : rows_of_day(reader, rider_of(request.principal), day)) {
        const auto state = runtime::stored<Delivery>(reader, row.key).state;
        const auto one = trip::earned_with(state);
        if (!one) continue;
        if (earned.items.empty()) earned.total.currency = one->fee.currency;
        const auto total = add(earned.total, one->fee);
        if (!total) return not_one_sum();
        earned.total = *total;
        earned.items.push_back({OrderId{row.key}, trip::plan_of(state)->plan.cafe_name, one->fee, one->at,
                                std::holds_alternative<trip::Failed>(state)});
    }
    earned.deliveries = static_cast<int>(earned.items.size());
    return runtime::respond_with(200, earned);
}

// ── The riders on shift, for the operator ──────────────────────────────────────────────────────────

Result<Response> list_riders(Reader& reader, const Request& request) {
    DANGOL_TRY(const auto page, runtime::page_of(request));
    runtime::RowQuery query;
    query.view = view::riders;
    auto listed = runtime::rows_of(reader, query, {std::string(view::on_shift)}, page);
    RiderList list;
    list.next = std::move(listed.next);
    for (const auto& row : listed.rows) {
        const auto state = runtime::stored<Rider>(reader, row.key).state;
        auto& shown = list.items.emplace_back(RiderResource{RiderId{row.key}, shift::is_online(state),
                                                            place_in(reader.row(view::rider_places, row.key)),
                                                            shift::active_of(state), std::nullopt});
        if (const auto* online = std::get_if<shift::Online>(&state)) shown.since = online->since;
    }
    return runtime::respond_with(200, list);
}

}  // namespace dangol::delivery
