// /deliveries: visibility by role, and the commands of riders and the operator.
#include <algorithm>
#include <functional>
#include <iterator>
#include <ranges>
#include <utility>

#include <fmt/ranges.h>

#include "contexts/delivery/api.hpp"
#include "core/assert.hpp"
#include "core/geo.hpp"
#include "runtime/query.hpp"
#include "runtime/stored.hpp"

namespace dangol::delivery {
namespace {

using runtime::Reader, runtime::Request, runtime::Response, runtime::Row, runtime::Unit;
using Stored = runtime::Versioned<trip::State>;

// ── Visibility by role ─────────────────────────────────────────────────────────────────────────────

bool in_hand(const trip::State& state) {
    return std::holds_alternative<trip::Claimed>(state) || std::holds_alternative<trip::Started>(state);
}

/// Visible to everyone with access: no address, phone, call number or rider.
DeliveryResource public_resource(const Stored& delivery) {
    const auto* planned = trip::plan_of(delivery.state);
    DANGOL_INVARIANT(planned != nullptr);
    const auto& plan = planned->plan;
    return {.delivery_id = planned->order_id,
            .order_id = planned->order_id,
            .cafe_id = planned->cafe_id,
            .status = std::string(trip::status_of(delivery.state)),
            .fee = plan.fee,
            .qty = plan.qty,
            .cafe = {plan.cafe_name, plan.cafe_place},
            .area = trip::area_of(plan.drop_off.place),
            .distance_metres = {},
            .destination = {},
            .rider_id = {},
            .call_number = {},
            .ready = trip::is_ready(delivery.state),
            .claimed_at = {},
            .picked_up_at = {},
            .delivered_at = {},
            .failed_at = {},
            .failure = {},
            .failure_note = {},
            .version = delivery.version};
}

void add_rider(DeliveryResource& shown, const trip::State& state) {
    if (auto rider = trip::rider_of(state); !rider.empty()) shown.rider_id = std::move(rider);
}

void add_door(DeliveryResource& shown, const trip::State& state) {
    const auto& plan = trip::plan_of(state)->plan;
    shown.destination = plan.drop_off;
    shown.call_number = plan.call_number;
}

void add_steps(DeliveryResource& shown, const trip::State& state) {
    const auto steps = trip::steps_of(state);
    shown.claimed_at = steps.claimed_at;
    shown.picked_up_at = steps.picked_up_at;
    shown.delivered_at = steps.delivered_at;
    shown.failed_at = steps.failed_at;
    const auto* failed = std::get_if<trip::Failed>(&state);
    if (failed == nullptr) return;
    shown.failure = failed->reason;
    if (!failed->note.empty()) shown.failure_note = failed->note;
}

DeliveryResource customers_resource(const Stored& delivery) {
    auto shown = public_resource(delivery);
    add_rider(shown, delivery.state);
    add_door(shown, delivery.state);
    return shown;
}

/// For the rider who has or had it: the address only while it is in hand.
DeliveryResource riders_resource(const Stored& delivery) {
    auto shown = public_resource(delivery);
    add_rider(shown, delivery.state);
    if (in_hand(delivery.state)) add_door(shown, delivery.state);
    add_steps(shown, delivery.state);
    return shown;
}

DeliveryResource operators_resource(const Stored& delivery) {
    auto shown = customers_resource(delivery);
    add_steps(shown, delivery.state);
    return shown;
}

/// What the caller may see of it; 404 if there is none that the caller may know of: another customer's, a
/// plan that riders must not see yet. Riders have been offered it, so that another rider's is 403.
Result<Response> shown_to(const Principal& principal, const Stored& delivery) {
    const auto& state = delivery.state;
    const auto* planned = trip::plan_of(state);
    if (planned == nullptr) return trip::no_such_delivery();
    if (principal.is_operator()) return runtime::respond_with(200, operators_resource(delivery));
    if (principal.role == Role::rider) {
        if (std::holds_alternative<trip::Planned>(state)) return trip::no_such_delivery();
        if (std::holds_alternative<trip::Offered>(state))
            return runtime::respond_with(200, public_resource(delivery));
        if (trip::rider_of(state) != rider_of(principal)) return runtime::not_yours();
        return runtime::respond_with(200, riders_resource(delivery));
    }
    if (planned->customer_id != principal.account) return trip::no_such_delivery();
    return runtime::respond_with(200, customers_resource(delivery));
}

// ── Lists ──────────────────────────────────────────────────────────────────────────────────────────

/// From the request, else from the rider's shift; 422 if neither has one.
Result<Place> place_of_rider(Reader& reader, const Request& request) {
    DANGOL_TRY(const auto asked, runtime::place_of(request));
    if (asked) return *asked;
    const auto row = reader.row(view::rider_places, rider_of(request.principal).value);
    if (const auto place = place_in(row)) return *place;
    return refuse(Refusal::unprocessable, "place-needed",
                  {"라이더의 위치를 알아야 가까운 배달을 찾을 수 있어요. ?lat=와 ?lng=를 붙이거나, 위치와 "
                   "함께 근무를 시작해 주세요.",
                   "Offers are found near your place. Give ?lat= and ?lng=, or go online with a place."});
}

bool is_near(const trip::State& state, const Place& place) {
    const auto* offered = std::get_if<trip::Offered>(&state);
    return offered != nullptr &&
           distance_metres(place, offered->planned.plan.drop_off.place) <= offered->search.radius_metres;
}

using States = std::vector<std::string_view>;

/// One of `known`, or all of `usual`.
Result<States> states_asked_for(const Request& request, const States& known, const States& usual) {
    const auto asked = request.query.find("state");
    if (asked == request.query.end()) return usual;
    const auto found = std::ranges::find(known, asked->second);
    if (found != known.end()) return States{*found};
    const auto names = fmt::format("{}", fmt::join(known, ", "));
    return refuse(Refusal::invalid, "bad-state",
                  {"state는 " + names + " 중 하나로 적어 주세요.", "state must be one of " + names + "."});
}

using Shown = DeliveryResource (*)(const Stored&);

Result<Response> list_of(Reader& reader, const Request& request, const runtime::RowQuery& query,
                         const std::vector<std::string>& scopes, Shown shown) {
    DANGOL_TRY(const auto page, runtime::page_of(request));
    auto listed = runtime::rows_of(reader, query, scopes, page);
    DeliveryList deliveries;
    deliveries.next = std::move(listed.next);
    for (const auto& row : listed.rows) {
        deliveries.items.push_back(shown(runtime::stored<Delivery>(reader, row.key)));
    }
    return runtime::respond_with(200, deliveries);
}

Result<Response> list_own(Reader& reader, const Request& request) {
    const States all{"CLAIMED", "PICKED_UP", "DELIVERED", "RETURNING", "FAILED", "CANCELED"};
    DANGOL_TRY(const auto states, states_asked_for(request, all, all));
    std::vector<std::string> scopes;
    for (const auto state : states) scopes.push_back(rider_scope(rider_of(request.principal), state));
    runtime::RowQuery query;
    query.view = view::riders_deliveries;
    query.descending = true;
    return list_of(reader, request, query, scopes, riders_resource);
}

Result<Response> list_under_way(Reader& reader, const Request& request) {
    DANGOL_TRY(const auto states,
               states_asked_for(request, {"PLANNED", "OFFERED", "CLAIMED", "PICKED_UP", "RETURNING"},
                                {"OFFERED", "CLAIMED", "PICKED_UP", "RETURNING"}));
    runtime::RowQuery query;
    query.view = view::under_way;
    return list_of(reader, request, query, {states.begin(), states.end()}, operators_resource);
}

}  // namespace

Result<Response> list_deliveries(Reader& reader, const Request& request) {
    return request.principal.is_operator() ? list_under_way(reader, request) : list_own(reader, request);
}

Result<Response> list_offers(Reader& reader, const Request& request, int reach) {
    DANGOL_TRY(const auto page, runtime::page_of(request));
    DANGOL_TRY(const auto place, place_of_rider(reader, request));
    DeliveryList near;
    const auto add_if_near = [&](const Row& row) {
        const auto delivery = runtime::stored<Delivery>(reader, row.key);
        if (!is_near(delivery.state, place)) return;
        auto& offer = near.items.emplace_back(public_resource(delivery));
        offer.distance_metres = rounded_distance(place, offer.area);
    };
    for (auto& cell : cells_near(place, reach)) {
        runtime::for_each_row(reader, {.view = std::string(view::offers), .scope = std::move(cell)},
                              add_if_near);
    }
    near.next = runtime::cut_whole(near.items, page, [](const DeliveryResource& offer) {
        return runtime::Cursor{offer.distance_metres.value_or(0), offer.delivery_id.value};
    });
    return runtime::respond_with(200, near);
}

Result<Response> show_delivery(Reader& reader, const Request& request) {
    return shown_to(request.principal, runtime::stored<Delivery>(reader, request.params.at(0)));
}

// ── Commands ───────────────────────────────────────────────────────────────────────────────────────

namespace {

Result<Response> execute(Unit& unit, const Request& request, const trip::Command& command) {
    DANGOL_CHECK(unit.execute<Delivery>(request.params.at(0), command));
    return shown_to(request.principal, unit.load<Delivery>(request.params.at(0)));
}

/// The operator acts in the stead of whoever has it.
RiderId rider_for(Unit& unit, const Request& request) {
    if (!request.principal.is_operator()) return rider_of(request.principal);
    return trip::rider_of(unit.load<Delivery>(request.params.at(0)).state);
}

}  // namespace

/// Both aggregates in one unit: either the delivery is the rider's and in hand, or nothing has happened.
Result<Response> claim(Unit& unit, const Request& request, int active_max) {
    const auto rider = rider_of(request.principal);
    DANGOL_TRY(auto response, execute(unit, request, trip::Claim{rider, unit.now()}));
    DANGOL_CHECK(unit.execute<Rider>(rider, shift::TakeOn{rider, OrderId{request.params.at(0)}, active_max}));
    return response;
}

Result<Response> release(Unit& unit, const Request& request) {
    return execute(unit, request, trip::Release{rider_for(unit, request), false, unit.now()});
}

Result<Response> fail(Unit& unit, const Request& request) {
    DANGOL_TRY(auto body, runtime::body_of<FailBody>(request));
    return execute(unit, request,
                   trip::Fail{rider_for(unit, request), body.reason, std::move(body.note), unit.now()});
}

Result<Response> start(Unit& unit, const Request& request) {
    DANGOL_TRY(auto body, runtime::body_of<StartBody>(request));
    return execute(unit, request,
                   trip::DeliveryStart{rider_of(request.principal), std::move(body.call_number), unit.now()});
}

Result<Response> confirm(Unit& unit, const Request& request) {
    DANGOL_TRY(auto body, runtime::body_of<ConfirmBody>(request));
    if (request.principal.is_operator()) {
        return execute(unit, request,
                       trip::ForceConfirm{unit.now(), std::move(body.reason).value_or(std::string())});
    }
    DANGOL_TRY(auto response,
               execute(unit, request,
                       trip::DeliveryConfirm{rider_of(request.principal), std::move(body.pin), unit.now()}));
    // A wrong PIN is counted, so its refusal is an answer to keep and no rejection.
    const auto& state = unit.load<Delivery>(request.params.at(0)).state;
    if (const auto* started = std::get_if<trip::Started>(&state)) {
        const auto refused = trip::wrong_pin(trip::pin_tries_max - started->wrong_pins);
        return runtime::problem(refused.error(), request.language);
    }
    return response;
}

}  // namespace dangol::delivery
