// The rules of a delivery, one function per command; each names every state.
#include "contexts/delivery/domain/delivery.hpp"

#include <algorithm>
#include <utility>

#include "core/overloaded.hpp"
#include "core/reason.hpp"
#include "core/try.hpp"

namespace dangol::delivery::trip {
namespace {

using Decision = Result<std::vector<Event>>;

constexpr std::size_t failure_note_max = 500;

/// The event `E` of this delivery: its ids, then `rest`.
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

DeliveryReady ready(const DeliveryPlanned& planned, RiderId rider, Timestamp at) {
    return event_of<DeliveryReady>(planned, std::move(rider), at);
}

template <class Command>
Decision noted(const Command& command, EarlyFact fact) {
    return recorded(DeliveryNoted{command.order_id, command.cafe_id, command.customer_id, fact});
}

// ── Facts from the order and the café ──────────────────────────────────────────────────────────────

Decision decide_in(const State& state, const PlanDelivery& command) {
    const auto& planned = command.planned;
    return std::visit(
        Overloaded{
            [&](const None&) -> Decision { return recorded(planned); },
            [&](const Early& early) -> Decision {
                if (early.canceled) {
                    return recorded(planned, event_of<DeliveryCanceled>(
                                                 planned, RiderId{}, DeliveryCancelReason::order_canceled));
                }
                if (early.made) {
                    return recorded(planned, offered(planned, command.at), ready(planned, {}, command.at));
                }
                return recorded(planned, offered(planned, command.at));
            },
            [](const OneOf<Planned, Offered, Claimed, Started, Confirmed, Failed, Canceled> auto&)
                -> Decision { return already_so(); },
        },
        state);
}

Decision decide_in(const State& state, const OfferDelivery& command) {
    return std::visit(
        Overloaded{
            [&](const None&) -> Decision { return noted(command, EarlyFact::making); },
            [&](const Early& early) -> Decision {
                if (early.making) return already_so();
                return noted(command, EarlyFact::making);
            },
            [&](const Planned& in) -> Decision { return recorded(offered(in.planned, command.at)); },
            [](const OneOf<Offered, Claimed, Started, Confirmed, Failed, Canceled> auto&) -> Decision {
                return already_so();
            },
        },
        state);
}

Decision decide_in(const State& state, const NoteReady& command) {
    return std::visit(
        Overloaded{
            [&](const None&) -> Decision { return noted(command, EarlyFact::made); },
            [&](const Early& early) -> Decision {
                if (early.made) return already_so();
                return noted(command, EarlyFact::made);
            },
            [&](const Planned& in) -> Decision {  // what is made was begun
                return recorded(offered(in.planned, command.at), ready(in.planned, {}, command.at));
            },
            [&](const Offered& in) -> Decision {
                if (in.ready_at) return already_so();
                return recorded(ready(in.planned, {}, command.at));
            },
            [&](const Claimed& in) -> Decision {
                if (in.ready_at) return already_so();
                return recorded(ready(in.planned, in.rider_id, command.at));
            },
            [](const OneOf<Started, Confirmed, Failed, Canceled> auto&) -> Decision { return already_so(); },
        },
        state);
}

Decision decide_in(const State& state, const CancelDelivery& command) {
    return std::visit(
        Overloaded{
            [&](const None&) -> Decision { return noted(command, EarlyFact::canceled); },
            [&](const Early& early) -> Decision {
                if (early.canceled) return already_so();
                return noted(command, EarlyFact::canceled);
            },
            [&](const Planned& in) -> Decision {
                return recorded(event_of<DeliveryCanceled>(in.planned, RiderId{}, command.reason));
            },
            [&](const Offered& in) -> Decision {
                const auto area = offer_of(in.planned, in.search.radius_metres).area;
                return recorded(event_of<DeliveryCanceled>(in.planned, RiderId{}, command.reason, area));
            },
            [&](const Claimed& in) -> Decision {
                return recorded(event_of<DeliveryCanceled>(in.planned, in.rider_id, command.reason));
            },
            [&](const Started& in) -> Decision {
                return recorded(
                    event_of<DeliveryCanceled>(in.planned, in.rider_id, command.reason, OfferArea{}, true));
            },
            // DeliveryConfirmed and DeliveryFailed have told the order how it ended.
            [](const OneOf<Confirmed, Failed, Canceled> auto&) -> Decision { return already_so(); },
        },
        state);
}

// ── The search for a rider ─────────────────────────────────────────────────────────────────────────

Decision decide_in(const State& state, const WidenOffer& command) {
    return std::visit(
        Overloaded{
            [&](const Offered& in) -> Decision {
                const auto& terms = in.planned.terms;
                const int radius =
                    std::min(in.search.radius_metres + terms.widen_by_metres, terms.radius_max_metres);
                if (radius <= in.search.radius_metres) return already_so();
                return recorded(event_of<OfferWidened>(in.planned, in.planned.plan.fee,
                                                       offer_of(in.planned, radius), command.at));
            },
            [](const OneOf<None, Early, Planned, Claimed, Started, Confirmed, Failed, Canceled> auto&)
                -> Decision { return already_so(); },
        },
        state);
}

Decision decide_in(const State& state, const Claim& command) {
    return std::visit(
        Overloaded{
            [](const OneOf<None, Early> auto&) -> Decision { return no_such_delivery(); },
            [&](const Planned&) -> Decision { return not_offered(state); },
            [&](const Offered& in) -> Decision {
                const auto area = offer_of(in.planned, in.search.radius_metres).area;
                return recorded(event_of<DeliveryClaimed>(in.planned, command.rider_id, area, command.at));
            },
            [&](const Claimed& in) -> Decision {
                if (in.rider_id == command.rider_id) return already_so();
                return already_claimed(state);
            },
            [&](const OneOf<Started, Confirmed, Failed> auto&) -> Decision { return already_claimed(state); },
            [&](const Canceled&) -> Decision { return is_canceled(state); },
        },
        state);
}

Decision decide_in(const State& state, const Release& command) {
    return std::visit(Overloaded{
                          [](const OneOf<None, Early> auto&) -> Decision { return no_such_delivery(); },
                          [&](const Planned&) -> Decision { return not_claimed(state); },
                          [&](const Offered& in) -> Decision {
                              if (in.search.released_by == command.rider_id) return already_so();
                              return not_claimed(state);
                          },
                          [&](const Claimed& in) -> Decision {
                              if (in.rider_id != command.rider_id) return not_your_delivery();
                              return recorded(event_of<DeliveryReleased>(
                                  in.planned, command.rider_id, command.lease_expired, in.planned.plan.fee,
                                  offer_of(in.planned, in.search.radius_metres), command.at));
                          },
                          [&](const Started& in) -> Decision {
                              if (in.rider_id != command.rider_id) return not_your_delivery();
                              return already_picked_up(state);
                          },
                          [&](const Confirmed& in) -> Decision {
                              if (in.rider_id != command.rider_id) return not_your_delivery();
                              return already_delivered(state);
                          },
                          [&](const Failed&) -> Decision { return has_failed(state); },
                          [&](const Canceled&) -> Decision { return is_canceled(state); },
                      },
                      state);
}

// ── The way to the door ────────────────────────────────────────────────────────────────────────────

Decision decide_in(const State& state, const DeliveryStart& command) {
    return std::visit(
        Overloaded{
            [](const OneOf<None, Early> auto&) -> Decision { return no_such_delivery(); },
            [&](const OneOf<Planned, Offered> auto&) -> Decision { return not_claimed(state); },
            [&](const Claimed& in) -> Decision {
                if (in.rider_id != command.rider_id) return not_your_delivery();
                if (!in.ready_at) return not_ready(state);
                if (in.planned.plan.call_number != command.call_number) return wrong_call_number();
                return recorded(event_of<DeliveryStarted>(in.planned, command.rider_id, command.at));
            },
            [&](const Started& in) -> Decision {
                if (in.rider_id != command.rider_id) return not_your_delivery();
                return already_so();
            },
            [&](const Confirmed& in) -> Decision {
                if (in.rider_id != command.rider_id) return not_your_delivery();
                return already_delivered(state);
            },
            [&](const Failed&) -> Decision { return has_failed(state); },
            [&](const Canceled&) -> Decision { return is_canceled(state); },
        },
        state);
}

Decision decide_in(const State& state, const DeliveryConfirm& command) {
    return std::visit(
        Overloaded{
            [](const OneOf<None, Early> auto&) -> Decision { return no_such_delivery(); },
            [&](const OneOf<Planned, Offered> auto&) -> Decision { return not_claimed(state); },
            [&](const Claimed& in) -> Decision {
                if (in.rider_id != command.rider_id) return not_your_delivery();
                return not_picked_up(state);
            },
            [&](const Started& in) -> Decision {
                if (in.rider_id != command.rider_id) return not_your_delivery();
                const auto& pin = in.planned.plan.pin;
                if (!pin.empty() && in.wrong_pins >= pin_tries_max) return pin_locked(state);
                if (!pin.empty() && command.pin != pin) {
                    return recorded(event_of<PinRefused>(in.planned, in.rider_id, in.wrong_pins + 1));
                }
                return recorded(event_of<DeliveryConfirmed>(in.planned, in.rider_id, command.at));
            },
            [&](const Confirmed& in) -> Decision {
                if (in.rider_id != command.rider_id) return not_your_delivery();
                return already_so();
            },
            [&](const Failed&) -> Decision { return has_failed(state); },
            [&](const Canceled&) -> Decision { return is_canceled(state); },
        },
        state);
}

Decision decide_in(const State& state, const ForceConfirm& command) {
    DANGOL_TRY(auto reason, required_reason(command.reason));
    return std::visit(
        Overloaded{
            [](const OneOf<None, Early> auto&) -> Decision { return no_such_delivery(); },
            [&](const OneOf<Planned, Offered, Claimed> auto&) -> Decision { return not_picked_up(state); },
            [&](const Started& in) -> Decision {
                return recorded(
                    event_of<DeliveryConfirmed>(in.planned, in.rider_id, command.at, std::move(reason)));
            },
            [](const Confirmed&) -> Decision { return already_so(); },
            [&](const Failed&) -> Decision { return has_failed(state); },
            [&](const Canceled&) -> Decision { return is_canceled(state); },
        },
        state);
}

Decision failed(const Started& in, const Fail& command) {
    if (characters(command.note) > failure_note_max) return note_too_long();
    std::vector<Event> events{event_of<DeliveryFailed>(in.planned, in.rider_id, command.reason,
                                                       is_customers(command.reason), command.at)};
    if (!command.note.empty()) events.emplace_back(event_of<FailureNoted>(in.planned, command.note));
    return events;
}

Decision decide_in(const State& state, const Fail& command) {
    return std::visit(Overloaded{
                          [](const OneOf<None, Early> auto&) -> Decision { return no_such_delivery(); },
                          [&](const OneOf<Planned, Offered> auto&) -> Decision { return not_failing(state); },
                          [&](const Claimed& in) -> Decision {
                              if (in.rider_id != command.rider_id) return not_your_delivery();
                              return not_failing(state);
                          },
                          [&](const Started& in) -> Decision {
                              if (in.rider_id != command.rider_id) return not_your_delivery();
                              return failed(in, command);
                          },
                          [&](const Confirmed& in) -> Decision {
                              if (in.rider_id != command.rider_id) return not_your_delivery();
                              return already_delivered(state);
                          },
                          [&](const Failed& in) -> Decision {
                              if (in.rider_id != command.rider_id) return not_your_delivery();
                              return already_so();
                          },
                          [&](const Canceled&) -> Decision { return is_canceled(state); },
                      },
                      state);
}

Decision decide_in(const State& state, const NoteReturn&) {
    const auto* in = std::get_if<Failed>(&state);
    if (in == nullptr || !in->returning) return already_so();
    return recorded(event_of<ReturnNoted>(in->planned, in->rider_id));
}

}  // namespace

Result<std::vector<Event>> decide(const State& state, const Command& command) {
    return std::visit([&](const auto& one) { return decide_in(state, one); }, command);
}

}  // namespace dangol::delivery::trip
