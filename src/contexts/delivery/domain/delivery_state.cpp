// How a delivery's state follows from its events, and what the state says.
#include <algorithm>
#include <cmath>

#include "contexts/delivery/domain/delivery.hpp"
#include "core/overloaded.hpp"

namespace dangol::delivery {
namespace {

/// A plan that the events before must have brought; std::bad_variant_access would mean a broken log.
DeliveryPlanned taken_from(Delivery& state) {
    return std::visit(Overloaded{
                          [](None&) -> DeliveryPlanned { throw std::bad_variant_access(); },
                          [](Early&) -> DeliveryPlanned { throw std::bad_variant_access(); },
                          [](Planned& in) { return std::move(in.planned); },
                          [](Offered& in) { return std::move(in.planned); },
                          [](Claimed& in) { return std::move(in.planned); },
                          [](Started& in) { return std::move(in.planned); },
                          [](Confirmed& in) { return std::move(in.planned); },
                          [](Canceled& in) { return std::move(in.planned); },
                      },
                      state);
}

Early with(const Delivery& state, EarlyFact fact) {
    const auto* before = std::get_if<Early>(&state);
    Early early = before == nullptr ? Early{} : *before;
    switch (fact) {
        case EarlyFact::making: early.making = true; break;
        case EarlyFact::made: early.made = true; break;
        case EarlyFact::canceled: early.canceled = true; break;
    }
    return early;
}

/// Events of before they told the time have none.
std::optional<Timestamp> unless_unknown(Timestamp at) {
    return at == Timestamp{} ? std::nullopt : std::optional(at);
}

Delivery ready(Delivery state, Timestamp at) {
    if (auto* offered = std::get_if<Offered>(&state)) offered->ready_at = at;
    if (auto* claimed = std::get_if<Claimed>(&state)) claimed->ready_at = at;
    return state;
}

Offered released(Claimed claimed, const DeliveryReleased& event) {
    Search search = claimed.search;
    search.free_since = event.at;
    search.widened_at = event.at;
    search.released_by = event.rider_id;
    return {std::move(claimed.planned), std::move(search), claimed.ready_at};
}

/// The middle of the square of 0.005° that holds `degrees`; four decimals.
double rounded(double degrees) { return (std::floor(degrees / 0.005) * 50.0 + 25.0) / 10'000.0; }

}  // namespace

Delivery evolve(Delivery state, const DeliveryEvent& event) {
    return std::visit(Overloaded{
                          [&](const DeliveryNoted& e) -> Delivery { return with(state, e.fact); },
                          [&](const DeliveryPlanned& e) -> Delivery { return Planned{e}; },
                          [&](const DeliveryOffered& e) -> Delivery {
                              return Offered{
                                  taken_from(state), {e.at, e.at, e.at, e.offer.area.radius_metres, {}}, {}};
                          },
                          [&](const OfferWidened& e) -> Delivery {
                              auto& offered = std::get<Offered>(state);
                              offered.search.radius_metres = e.offer.area.radius_metres;
                              offered.search.widened_at = e.at;
                              return std::move(state);
                          },
                          [&](const DeliveryClaimed& e) -> Delivery {
                              auto& offered = std::get<Offered>(state);
                              return Claimed{std::move(offered.planned), offered.search, offered.ready_at,
                                             e.rider_id, e.at};
                          },
                          [&](const DeliveryReleased& e) -> Delivery {
                              return released(std::get<Claimed>(std::move(state)), e);
                          },
                          [&](const DeliveryReady& e) -> Delivery { return ready(std::move(state), e.at); },
                          [&](const DeliveryStarted& e) -> Delivery {
                              auto steps = steps_of(state);
                              steps.picked_up_at = unless_unknown(e.at);
                              return Started{taken_from(state), e.rider_id, 0, steps};
                          },
                          [&](const PinRefused& e) -> Delivery {
                              std::get<Started>(state).wrong_pins = e.tries;
                              return std::move(state);
                          },
                          [&](const DeliveryConfirmed& e) -> Delivery {
                              auto steps = steps_of(state);
                              steps.delivered_at = unless_unknown(e.at);
                              return Confirmed{taken_from(state), e.rider_id, steps};
                          },
                          [&](const DeliveryCanceled& e) -> Delivery {
                              return Canceled{taken_from(state), e.rider_id, e.reason};
                          },
                      },
                      event);
}

std::string_view status_of(const Delivery& state) {
    return std::visit(Overloaded{
                          [](const None&) { return std::string_view(); },
                          [](const Early&) { return std::string_view(); },
                          [](const Planned&) { return std::string_view("PLANNED"); },
                          [](const Offered&) { return std::string_view("OFFERED"); },
                          [](const Claimed&) { return std::string_view("CLAIMED"); },
                          [](const Started&) { return std::string_view("PICKED_UP"); },
                          [](const Confirmed&) { return std::string_view("DELIVERED"); },
                          [](const Canceled&) { return std::string_view("CANCELED"); },
                      },
                      state);
}

const DeliveryPlanned* plan_of(const Delivery& state) {
    using Plan = const DeliveryPlanned*;
    return std::visit(Overloaded{
                          [](const None&) -> Plan { return nullptr; },
                          [](const Early&) -> Plan { return nullptr; },
                          [](const Planned& in) -> Plan { return &in.planned; },
                          [](const Offered& in) -> Plan { return &in.planned; },
                          [](const Claimed& in) -> Plan { return &in.planned; },
                          [](const Started& in) -> Plan { return &in.planned; },
                          [](const Confirmed& in) -> Plan { return &in.planned; },
                          [](const Canceled& in) -> Plan { return &in.planned; },
                      },
                      state);
}

RiderId rider_of(const Delivery& state) {
    return std::visit(Overloaded{
                          [](const None&) { return RiderId{}; },
                          [](const Early&) { return RiderId{}; },
                          [](const Planned&) { return RiderId{}; },
                          [](const Offered&) { return RiderId{}; },
                          [](const Claimed& in) { return in.rider_id; },
                          [](const Started& in) { return in.rider_id; },
                          [](const Confirmed& in) { return in.rider_id; },
                          [](const Canceled& in) { return in.rider_id; },
                      },
                      state);
}

Steps steps_of(const Delivery& state) {
    return std::visit(Overloaded{
                          [](const None&) { return Steps{}; },
                          [](const Early&) { return Steps{}; },
                          [](const Planned&) { return Steps{}; },
                          [](const Offered&) { return Steps{}; },
                          [](const Claimed& in) { return Steps{in.claimed_at, {}, {}}; },
                          [](const Started& in) { return in.steps; },
                          [](const Confirmed& in) { return in.steps; },
                          [](const Canceled&) { return Steps{}; },
                      },
                      state);
}

bool is_ready(const Delivery& state) {
    return std::visit(Overloaded{
                          [](const None&) { return false; },
                          [](const Early&) { return false; },
                          [](const Planned&) { return false; },
                          [](const Offered& in) { return in.ready_at.has_value(); },
                          [](const Claimed& in) { return in.ready_at.has_value(); },
                          [](const Started&) { return true; },
                          [](const Confirmed&) { return true; },
                          [](const Canceled&) { return false; },
                      },
                      state);
}

Place area_of(const Place& place) { return {rounded(place.latitude), rounded(place.longitude)}; }

std::optional<Due> next_due(const Delivery& state, Timestamp now) {
    if (const auto* claimed = std::get_if<Claimed>(&state)) {
        if (!claimed->ready_at) return std::nullopt;  // the rider is not late: the café is still making it
        const auto lease = claimed->planned.terms.lease;
        return Due{std::max(claimed->claimed_at, *claimed->ready_at) + lease,
                   Release{claimed->rider_id, true, now}};
    }
    const auto* offered = std::get_if<Offered>(&state);
    if (offered == nullptr) return std::nullopt;
    const auto& [planned, search, ready_at] = *offered;
    const auto& terms = planned.terms;
    // One that comes back late is offered for a while all the same.
    const auto give_up =
        std::max(std::max(search.first_offered_at, ready_at.value_or(Timestamp{})) + terms.give_up_after,
                 search.free_since + terms.widen_after);
    const auto widen = search.widened_at + terms.widen_after;
    const bool can_widen = terms.widen_by_metres > 0 && search.radius_metres < terms.radius_max_metres;
    if (can_widen && widen < give_up) return Due{widen, WidenOffer{now}};
    return Due{give_up, CancelDelivery{planned.order_id, planned.cafe_id, planned.customer_id,
                                       DeliveryCancelReason::no_rider}};
}

}  // namespace dangol::delivery
