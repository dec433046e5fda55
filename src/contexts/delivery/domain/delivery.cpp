// What a delivery does with a command. Each pair of a state and a command has its answer below, in the order
// of the commands; a pair without one does not compile.
#include "contexts/delivery/domain/delivery.hpp"

#include <algorithm>
#include <concepts>

#include "contexts/delivery/domain/refusals.hpp"

namespace dangol::delivery {
namespace {

using Events = std::vector<DeliveryEvent>;
using Decision = Result<Events>;

template <class T, class... Ts>
concept OneOf = (std::same_as<T, Ts> || ...);

Decision already_so() { return Events{}; }

/// The event `E` of this delivery: who it is about, then `rest`.
template <class E, class... Rest>
E event_of(const DeliveryPlanned& planned, Rest... rest) {
    return E{planned.order_id, planned.cafe_id, planned.customer_id, std::move(rest)...};
}

Offer offer_of(const DeliveryPlanned& planned, int radius_metres) {
    const auto& plan = planned.plan;
    return {plan.cafe_name, plan.cafe_place, {area_of(plan.drop_off.place), radius_metres}, plan.qty};
}

DeliveryOffered offered(const DeliveryPlanned& planned, Timestamp at) {
    return event_of<DeliveryOffered>(planned, planned.plan.fee,
                                     offer_of(planned, planned.terms.radius_metres), at);
}

template <class Command>
Events noted(const Command& command, EarlyFact fact) {
    return {DeliveryNoted{command.order_id, command.cafe_id, command.customer_id, fact}};
}

// ── PlanDelivery
// ─────────────────────────────────────────────────────────────────────────────────────────────────

Decision on(const None&, const PlanDelivery& plan) { return Events{plan.planned}; }
Decision on(const Early& early, const PlanDelivery& plan) {
    Events events{plan.planned};
    if (early.canceled) {
        events.emplace_back(
            event_of<DeliveryCanceled>(plan.planned, RiderId{}, DeliveryCancelReason::order_canceled));
        return events;
    }
    events.emplace_back(offered(plan.planned, plan.at));
    if (early.made) events.emplace_back(event_of<DeliveryReady>(plan.planned, RiderId{}, plan.at));
    return events;
}
Decision on(const OneOf<Planned, Offered, Claimed, Started, Confirmed, Canceled> auto&, const PlanDelivery&) {
    return already_so();
}

// ── OfferDelivery
// ────────────────────────────────────────────────────────────────────────────────────────────────

Decision on(const None&, const OfferDelivery& offer) { return noted(offer, EarlyFact::making); }
Decision on(const Early& early, const OfferDelivery& offer) {
    return early.making ? already_so() : noted(offer, EarlyFact::making);
}
Decision on(const Planned& state, const OfferDelivery& offer) {
    return Events{offered(state.planned, offer.at)};
}
Decision on(const OneOf<Offered, Claimed, Started, Confirmed, Canceled> auto&, const OfferDelivery&) {
    return already_so();
}

// ── NoteReady
// ────────────────────────────────────────────────────────────────────────────────────────────────────

Decision on(const None&, const NoteReady& ready) { return noted(ready, EarlyFact::made); }
Decision on(const Early& early, const NoteReady& ready) {
    return early.made ? already_so() : noted(ready, EarlyFact::made);
}
Decision on(const Planned& state, const NoteReady& ready) {  // what is made was begun
    return Events{offered(state.planned, ready.at),
                  event_of<DeliveryReady>(state.planned, RiderId{}, ready.at)};
}
Decision on(const Offered& state, const NoteReady& ready) {
    if (state.ready_at) return already_so();
    return Events{event_of<DeliveryReady>(state.planned, RiderId{}, ready.at)};
}
Decision on(const Claimed& state, const NoteReady& ready) {
    if (state.ready_at) return already_so();
    return Events{event_of<DeliveryReady>(state.planned, state.rider_id, ready.at)};
}
Decision on(const OneOf<Started, Confirmed, Canceled> auto&, const NoteReady&) { return already_so(); }

// ── CancelDelivery
// ───────────────────────────────────────────────────────────────────────────────────────────────

Decision on(const None&, const CancelDelivery& cancel) { return noted(cancel, EarlyFact::canceled); }
Decision on(const Early& early, const CancelDelivery& cancel) {
    return early.canceled ? already_so() : noted(cancel, EarlyFact::canceled);
}
Decision on(const Planned& state, const CancelDelivery& cancel) {
    return Events{event_of<DeliveryCanceled>(state.planned, RiderId{}, cancel.reason)};
}
Decision on(const Offered& state, const CancelDelivery& cancel) {
    const auto area = offer_of(state.planned, state.search.radius_metres).area;
    return Events{event_of<DeliveryCanceled>(state.planned, RiderId{}, cancel.reason, area)};
}
Decision on(const Claimed& state, const CancelDelivery& cancel) {
    return Events{event_of<DeliveryCanceled>(state.planned, state.rider_id, cancel.reason)};
}
Decision on(const Started& state, const CancelDelivery&) { return already_picked_up(state); }
Decision on(const Confirmed& state, const CancelDelivery&) { return already_delivered(state); }
Decision on(const Canceled&, const CancelDelivery&) { return already_so(); }

// ── WidenOffer
// ───────────────────────────────────────────────────────────────────────────────────────────────────

Decision on(const Offered& state, const WidenOffer& widen) {
    const auto& terms = state.planned.terms;
    const int radius = std::min(state.search.radius_metres + terms.widen_by_metres, terms.radius_max_metres);
    if (radius <= state.search.radius_metres) return already_so();
    return Events{event_of<OfferWidened>(state.planned, state.planned.plan.fee,
                                         offer_of(state.planned, radius), widen.at)};
}
Decision on(const OneOf<None, Early, Planned, Claimed, Started, Confirmed, Canceled> auto&,
            const WidenOffer&) {
    return already_so();
}

// ── Claim
// ────────────────────────────────────────────────────────────────────────────────────────────────────────

Decision on(const OneOf<None, Early> auto&, const Claim&) { return no_such_delivery(); }
Decision on(const Planned& state, const Claim&) { return not_offered(state); }
Decision on(const Offered& state, const Claim& claim) {
    const auto area = offer_of(state.planned, state.search.radius_metres).area;
    return Events{event_of<DeliveryClaimed>(state.planned, claim.rider_id, area, claim.at)};
}
Decision on(const Claimed& state, const Claim& claim) {
    if (state.rider_id == claim.rider_id) return already_so();
    return already_claimed(state);
}
Decision on(const OneOf<Started, Confirmed> auto& state, const Claim&) { return already_claimed(state); }
Decision on(const Canceled& state, const Claim&) { return is_canceled(state); }

// ── Release
// ──────────────────────────────────────────────────────────────────────────────────────────────────────

Decision on(const OneOf<None, Early> auto&, const Release&) { return no_such_delivery(); }
Decision on(const Planned& state, const Release&) { return not_claimed(state); }
Decision on(const Offered& state, const Release& release) {
    if (state.search.released_by == release.rider_id) return already_so();
    return not_claimed(state);
}
Decision on(const Claimed& state, const Release& release) {
    if (state.rider_id != release.rider_id) return not_your_delivery();
    const auto offer = offer_of(state.planned, state.search.radius_metres);
    return Events{event_of<DeliveryReleased>(state.planned, release.rider_id, release.lease_expired,
                                             state.planned.plan.fee, offer, release.at)};
}
Decision on(const Started& state, const Release& release) {
    if (state.rider_id != release.rider_id) return not_your_delivery();
    return already_picked_up(state);
}
Decision on(const Confirmed& state, const Release& release) {
    if (state.rider_id != release.rider_id) return not_your_delivery();
    return already_delivered(state);
}
Decision on(const Canceled& state, const Release&) { return is_canceled(state); }

// ── DeliveryStart
// ────────────────────────────────────────────────────────────────────────────────────────────────

Decision on(const OneOf<None, Early> auto&, const DeliveryStart&) { return no_such_delivery(); }
Decision on(const OneOf<Planned, Offered> auto& state, const DeliveryStart&) { return not_claimed(state); }
Decision on(const Claimed& state, const DeliveryStart& start) {
    if (state.rider_id != start.rider_id) return not_your_delivery();
    if (!state.ready_at) return not_ready(state);
    if (state.planned.plan.call_number != start.call_number) return wrong_call_number();
    return Events{event_of<DeliveryStarted>(state.planned, start.rider_id, start.at)};
}
Decision on(const Started& state, const DeliveryStart& start) {
    if (state.rider_id != start.rider_id) return not_your_delivery();
    return already_so();
}
Decision on(const Confirmed& state, const DeliveryStart& start) {
    if (state.rider_id != start.rider_id) return not_your_delivery();
    return already_delivered(state);
}
Decision on(const Canceled& state, const DeliveryStart&) { return is_canceled(state); }

// ── DeliveryConfirm
// ──────────────────────────────────────────────────────────────────────────────────────────────

Decision on(const OneOf<None, Early> auto&, const DeliveryConfirm&) { return no_such_delivery(); }
Decision on(const OneOf<Planned, Offered> auto& state, const DeliveryConfirm&) { return not_claimed(state); }
Decision on(const Claimed& state, const DeliveryConfirm& confirm) {
    if (state.rider_id != confirm.rider_id) return not_your_delivery();
    return not_picked_up(state);
}
Decision on(const Started& state, const DeliveryConfirm& confirm) {
    if (state.rider_id != confirm.rider_id) return not_your_delivery();
    const auto& pin = state.planned.plan.pin;
    if (!pin.empty() && state.wrong_pins >= pin_tries_max) return pin_locked(state);
    if (!pin.empty() && confirm.pin != pin) {
        return Events{event_of<PinRefused>(state.planned, state.rider_id, state.wrong_pins + 1)};
    }
    return Events{event_of<DeliveryConfirmed>(state.planned, state.rider_id, confirm.at)};
}
Decision on(const Confirmed& state, const DeliveryConfirm& confirm) {
    if (state.rider_id != confirm.rider_id) return not_your_delivery();
    return already_so();
}
Decision on(const Canceled& state, const DeliveryConfirm&) { return is_canceled(state); }

// ── ForceConfirm
// ─────────────────────────────────────────────────────────────────────────────────────────────────

Decision on(const OneOf<None, Early> auto&, const ForceConfirm&) { return no_such_delivery(); }
Decision on(const OneOf<Planned, Offered, Claimed> auto& state, const ForceConfirm&) {
    return not_picked_up(state);
}
Decision on(const Started& state, const ForceConfirm& confirm) {
    return Events{event_of<DeliveryConfirmed>(state.planned, state.rider_id, confirm.at)};
}
Decision on(const Confirmed&, const ForceConfirm&) { return already_so(); }
Decision on(const Canceled& state, const ForceConfirm&) { return is_canceled(state); }

}  // namespace

Result<std::vector<DeliveryEvent>> decide(const Delivery& state, const DeliveryCommand& command) {
    return std::visit([](const auto& in, const auto& what) { return on(in, what); }, state, command);
}

}  // namespace dangol::delivery
