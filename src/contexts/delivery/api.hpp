#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/delivery/aggregates.hpp"
#include "core/calendar.hpp"
#include "runtime/host.hpp"
#include "runtime/http.hpp"

/// What the delivery API takes and shows (api/openapi.yaml), and the functions that answer its routes.
/// delivery.cpp has the list of routes.
namespace dangol::delivery {

// ── What it shows ──────────────────────────────────────────────────────────────────────────────────

struct CafeResource {
    Text name;
    Place place;
};
BOOST_DESCRIBE_STRUCT(CafeResource, (), (name, place))

/// One resource for all; the caller's role decides which of the optional members there are. The PIN is never
/// among them.
struct DeliveryResource {
    OrderId delivery_id;
    OrderId order_id;
    CafeId cafe_id;
    std::string status;
    Money fee;
    int qty = 0;
    CafeResource cafe;
    Place area;                          ///< the place of delivery, to about 500 m
    std::optional<int> distance_metres;  ///< offers: from the rider to the area, to 100 m
    std::optional<DropOff>
        destination;  ///< for the customer, the operator, and the rider while it is in hand
    std::optional<RiderId> rider_id;
    std::optional<std::string> call_number;
    bool ready = false;
    std::optional<Timestamp> claimed_at;  ///< not for the customer
    std::optional<Timestamp> picked_up_at;
    std::optional<Timestamp> delivered_at;
    std::optional<Timestamp> failed_at;
    std::optional<DeliveryFailure> failure;   ///< why it failed; not for the customer, whose MyPage has it
    std::optional<std::string> failure_note;  ///< for the rider and the operator
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(DeliveryResource, (),
                      (delivery_id, order_id, cafe_id, status, fee, qty, cafe, area, distance_metres,
                       destination, rider_id, call_number, ready, claimed_at, picked_up_at, delivered_at,
                       failed_at, failure, failure_note, version))

/// An offer near the rider, as the stream shows it.
struct OfferFrame {
    OrderId delivery_id;
    CafeId cafe_id;
    std::string status = "OFFERED";
    Money fee;
    int qty = 0;
    CafeResource cafe;
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

/// A rider's own shift.
struct ShiftResource {
    RiderId rider_id;
    bool online = false;
    std::optional<Place> place;
    std::vector<OrderId> active;  ///< claimed or on the way
    int active_max = 0;
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ShiftResource, (), (rider_id, online, place, active, active_max, version))

/// A rider on shift, for the operator.
struct RiderResource {
    RiderId rider_id;
    bool online = false;
    std::optional<Place> place;
    std::vector<OrderId> active;  ///< claimed or on the way
    std::optional<Timestamp> since;
};
BOOST_DESCRIBE_STRUCT(RiderResource, (), (rider_id, online, place, active, since))

struct EarningResource {
    OrderId delivery_id;
    Text cafe_name;
    Money fee;
    Timestamp delivered_at{};  ///< or failed
    bool failed = false;       ///< in vain: the customer could not be found
};
BOOST_DESCRIBE_STRUCT(EarningResource, (), (delivery_id, cafe_name, fee, delivered_at, failed))

struct EarningsResource {
    std::string day;
    Timestamp begins{};
    Timestamp ends{};
    std::string time_zone;  ///< of the day
    int deliveries = 0;
    Money total;
    std::vector<EarningResource> items;  ///< the newest first
};
BOOST_DESCRIBE_STRUCT(EarningsResource, (), (day, begins, ends, time_zone, deliveries, total, items))

struct DeliveryList {
    std::vector<DeliveryResource> items;
    std::optional<std::string> next = {};
};
struct RiderList {
    std::vector<RiderResource> items;
    std::optional<std::string> next = {};
};
BOOST_DESCRIBE_STRUCT(DeliveryList, (), (items, next))
BOOST_DESCRIBE_STRUCT(RiderList, (), (items, next))

// ── What it takes ──────────────────────────────────────────────────────────────────────────────────

struct ShiftBody {
    std::optional<bool> online;  ///< absent: as it is
    std::optional<Place> place;  ///< absent: as it was
};
BOOST_DESCRIBE_STRUCT(ShiftBody, (), (online, place))

struct StartBody {
    std::string call_number;
};
BOOST_DESCRIBE_STRUCT(StartBody, (), (call_number))

struct ConfirmBody {
    static constexpr std::array may_be_missing{"pin"};
    std::string pin;                    ///< of a rider's confirm
    std::optional<std::string> reason;  ///< of an operator's, which needs no PIN
};
BOOST_DESCRIBE_STRUCT(ConfirmBody, (), (pin, reason))

struct FailBody {
    static constexpr std::array may_be_missing{"note"};
    DeliveryFailure reason{};
    std::string note;
};
BOOST_DESCRIBE_STRUCT(FailBody, (), (reason, note))

// ── /deliveries: offers, and each delivery's way (api_deliveries.cpp) ──────────────────────────────

/// A rider's own by order date, the newest first; an operator's: all that are under way, the oldest first.
[[nodiscard]] Result<runtime::Response> list_deliveries(runtime::Reader& reader,
                                                        const runtime::Request& request);
/// Offers near the rider, the nearest first. `reach`: the largest radius of any offer.
[[nodiscard]] Result<runtime::Response> list_offers(runtime::Reader& reader, const runtime::Request& request,
                                                    int reach);
[[nodiscard]] Result<runtime::Response> show_delivery(runtime::Reader& reader,
                                                      const runtime::Request& request);
[[nodiscard]] Result<runtime::Response> claim(runtime::Unit& unit, const runtime::Request& request,
                                              int active_max);
/// By its rider, or by the operator in the rider's stead.
[[nodiscard]] Result<runtime::Response> release(runtime::Unit& unit, const runtime::Request& request);
[[nodiscard]] Result<runtime::Response> start(runtime::Unit& unit, const runtime::Request& request);
/// By its rider with the PIN, or by the operator with a reason.
[[nodiscard]] Result<runtime::Response> confirm(runtime::Unit& unit, const runtime::Request& request);
/// By its rider, or by the operator in the rider's stead: it was picked up and cannot be handed over.
[[nodiscard]] Result<runtime::Response> fail(runtime::Unit& unit, const runtime::Request& request);

// ── Riders: shift, stream, earnings (api_riders.cpp) ───────────────────────────────────────────────

[[nodiscard]] inline RiderId rider_of(const Principal& principal) { return RiderId{principal.account.value}; }

/// The last known place of a rider on shift, from the row in view::rider_places.
[[nodiscard]] std::optional<Place> place_in(const std::optional<runtime::Row>& row);

/// Rounded to 100 m, so that asking from many places does not find a door.
[[nodiscard]] int rounded_distance(const Place& from, const Place& to);

[[nodiscard]] Result<runtime::Response> show_shift(runtime::Reader& reader, const runtime::Request& request,
                                                   int active_max);
[[nodiscard]] Result<runtime::Response> change_shift(runtime::Unit& unit, const runtime::Request& request,
                                                     int active_max);
/// Offers near the rider, and all that happens to the rider's own deliveries.
[[nodiscard]] runtime::Task<Result<runtime::Response>> stream_deliveries(const runtime::Host& host,
                                                                         runtime::Request request);
/// What a rider earned on a day of the calendar.
[[nodiscard]] Result<runtime::Response> show_earnings(runtime::Reader& reader,
                                                      const runtime::Request& request, Timestamp now,
                                                      const Calendar& calendar);
/// The riders on shift, for the operator.
[[nodiscard]] Result<runtime::Response> list_riders(runtime::Reader& reader, const runtime::Request& request);

}  // namespace dangol::delivery
