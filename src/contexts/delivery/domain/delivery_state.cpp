// Properties of each state: status, deadline; what an event changes; rejections.
#include <algorithm>
#include <cmath>
#include <utility>

#include "contexts/delivery/domain/delivery.hpp"
#include "core/overloaded.hpp"

namespace dangol::delivery::trip {
namespace {

/// The middle of the square of 0.005° that holds `degrees`; four decimals.
double rounded(double degrees) { return (std::floor(degrees / 0.005) * 50.0 + 25.0) / 10'000.0; }

}  // namespace

std::string_view status_of(const State& state) {
    using Status = std::string_view;
    return std::visit(Overloaded{
                          [](const OneOf<None, Early> auto&) -> Status { return ""; },
                          [](const Planned&) -> Status { return "PLANNED"; },
                          [](const Offered&) -> Status { return "OFFERED"; },
                          [](const Claimed&) -> Status { return "CLAIMED"; },
                          [](const Started&) -> Status { return "PICKED_UP"; },
                          [](const Confirmed&) -> Status { return "DELIVERED"; },
                          [](const Failed& in) -> Status { return in.returning ? "RETURNING" : "FAILED"; },
                          [](const Canceled&) -> Status { return "CANCELED"; },
                      },
                      state);
}

const DeliveryPlanned* plan_of(const State& state) {
    using Plan = const DeliveryPlanned*;
    return std::visit(
        Overloaded{
            [](const OneOf<None, Early> auto&) -> Plan { return nullptr; },
            [](const OneOf<Planned, Offered, Claimed, Started, Confirmed, Failed, Canceled> auto& in)
                -> Plan { return &in.planned; },
        },
        state);
}

RiderId rider_of(const State& state) {
    return std::visit(
        Overloaded{
            [](const OneOf<None, Early, Planned, Offered> auto&) { return RiderId{}; },
            [](const OneOf<Claimed, Started, Confirmed, Failed, Canceled> auto& in) { return in.rider_id; },
        },
        state);
}

Steps steps_of(const State& state) {
    return std::visit(
        Overloaded{
            [](const OneOf<None, Early, Planned, Offered, Canceled> auto&) { return Steps{}; },
            [](const Claimed& in) { return Steps{in.claimed_at, {}, {}, {}}; },
            [](const Started& in) { return Steps{in.claimed_at, in.picked_up_at, {}, {}}; },
            [](const Confirmed& in) { return Steps{in.claimed_at, in.picked_up_at, in.delivered_at, {}}; },
            [](const Failed& in) { return Steps{in.claimed_at, in.picked_up_at, {}, in.failed_at}; },
        },
        state);
}

std::optional<Earned> earned_with(const State& state) {
    if (const auto* in = std::get_if<Confirmed>(&state))
        return Earned{in->planned.plan.fee, in->delivered_at};
    const auto* in = std::get_if<Failed>(&state);
    if (in == nullptr || !is_customers(in->reason)) return std::nullopt;
    return Earned{in->planned.plan.fee, in->failed_at};
}

bool is_ready(const State& state) {
    return std::visit(Overloaded{
                          [](const OneOf<None, Early, Planned, Canceled> auto&) { return false; },
                          [](const OneOf<Offered, Claimed> auto& in) { return in.ready_at.has_value(); },
                          [](const OneOf<Started, Confirmed, Failed> auto&) { return true; },
                      },
                      state);
}

Place area_of(const Place& place) { return {rounded(place.latitude), rounded(place.longitude)}; }

std::optional<Due> next_due(const State& state, Timestamp now) {
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

// ── What an event changes ──────────────────────────────────────────────────────────────────────────

namespace {

/// The plan that an earlier event must have brought; std::bad_variant_access would mean a broken log.
DeliveryPlanned taken_from(State& state) {
    return std::visit(
        Overloaded{
            [](OneOf<None, Early> auto&) -> DeliveryPlanned { throw std::bad_variant_access(); },
            [](OneOf<Planned, Offered, Claimed, Started, Confirmed, Failed, Canceled> auto& in) {
                return std::move(in.planned);
            },
        },
        state);
}

Early with(const State& state, EarlyFact fact) {
    const auto* before = std::get_if<Early>(&state);
    Early early = before == nullptr ? Early{} : *before;
    switch (fact) {
        case EarlyFact::making: early.making = true; break;
        case EarlyFact::made: early.made = true; break;
        case EarlyFact::canceled: early.canceled = true; break;
    }
    return early;
}

Offered released(Claimed claimed, const DeliveryReleased& event) {
    Search search = std::move(claimed.search);
    // Others get a while to take it. One rider who takes it again and again does not put off its end.
    if (event.rider_id != search.released_by) search.free_since = event.at;
    search.widened_at = event.at;
    search.released_by = event.rider_id;
    return {std::move(claimed.planned), std::move(search), claimed.ready_at};
}

}  // namespace

State evolve(State state, const Event& event) {
    return std::visit(
        Overloaded{
            [&](const DeliveryNoted& e) -> State { return with(state, e.fact); },
            [](const DeliveryPlanned& e) -> State { return Planned{e}; },
            [&](const DeliveryOffered& e) -> State {
                return Offered{taken_from(state), {e.at, e.at, e.at, e.offer.area.radius_metres, {}}, {}};
            },
            [&](const OfferWidened& e) -> State {
                auto& search = std::get<Offered>(state).search;
                search.radius_metres = e.offer.area.radius_metres;
                search.widened_at = e.at;
                return std::move(state);
            },
            [&](const DeliveryClaimed& e) -> State {
                auto& in = std::get<Offered>(state);
                return Claimed{std::move(in.planned), std::move(in.search), in.ready_at, e.rider_id, e.at};
            },
            [&](const DeliveryReleased& e) -> State {
                return released(std::get<Claimed>(std::move(state)), e);
            },
            [&](const DeliveryReady& e) -> State {
                if (auto* offered = std::get_if<Offered>(&state)) offered->ready_at = e.at;
                if (auto* claimed = std::get_if<Claimed>(&state)) claimed->ready_at = e.at;
                return std::move(state);
            },
            [&](const DeliveryStarted& e) -> State {
                auto& in = std::get<Claimed>(state);
                return Started{std::move(in.planned), e.rider_id, in.claimed_at, e.at, 0};
            },
            [&](const PinRefused& e) -> State {
                std::get<Started>(state).wrong_pins = e.tries;
                return std::move(state);
            },
            [&](const DeliveryConfirmed& e) -> State {
                auto& in = std::get<Started>(state);
                return Confirmed{std::move(in.planned), e.rider_id, in.claimed_at, in.picked_up_at, e.at};
            },
            [&](const DeliveryFailed& e) -> State {
                auto& in = std::get<Started>(state);
                return Failed{std::move(in.planned), e.rider_id, in.claimed_at,
                              in.picked_up_at,       e.at,       e.reason,
                              e.returning,           {}};
            },
            [&](const FailureNoted& e) -> State {
                std::get<Failed>(state).note = e.note;
                return std::move(state);
            },
            [&](const ReturnNoted&) -> State {
                std::get<Failed>(state).returning = false;
                return std::move(state);
            },
            [&](const DeliveryCanceled& e) -> State {
                return Canceled{taken_from(state), e.rider_id, e.reason};
            },
        },
        event);
}

// ── Refusals ───────────────────────────────────────────────────────────────────────────────────────

namespace {

using Refused = std::unexpected<Rejection>;

std::vector<std::string> allowed_in(const State& state) {
    using Commands = std::vector<std::string>;
    return std::visit(
        Overloaded{
            [](const OneOf<None, Early, Planned, Confirmed, Failed, Canceled> auto&) { return Commands{}; },
            [](const Offered&) { return Commands{"claim"}; },
            [](const Claimed&) { return Commands{"start", "release"}; },
            [](const Started&) { return Commands{"confirm", "fail"}; },
        },
        state);
}

Refused conflict(const State& state, std::string code, Text detail) {
    return refuse_transition(std::move(code), std::move(detail), std::string(status_of(state)),
                             allowed_in(state));
}

}  // namespace

Refused no_such_delivery() {
    return refuse(
        Refusal::not_found, "no-such-delivery",
        {"이런 배달은 없어요. 목록을 새로 고쳐 주세요.", "There is no such delivery. Refresh your list."});
}

Refused not_your_delivery() {
    return refuse(Refusal::forbidden, "not-your-delivery",
                  {"다른 라이더가 맡은 배달이에요. 내 배달 목록에서 골라 주세요.",
                   "Another rider has this delivery. Choose one from your own list."});
}

Refused wrong_call_number() {
    return refuse(Refusal::unprocessable, std::string(wrong_call_number_code),
                  {"호출 번호가 이 주문과 달라요. 컵에 적힌 번호를 다시 확인해 주세요.",
                   "The call number is not this order's. Check the number on the cup again."});
}

Refused wrong_pin(int tries_left) {
    if (tries_left <= 0) {
        return refuse(Refusal::unprocessable, "wrong-pin",
                      {"PIN이 달라요. 더는 시도할 수 없으니 운영자에게 연락해 주세요.",
                       "The PIN is wrong. There are no tries left: call the operator."});
    }
    const auto left = std::to_string(tries_left);
    return refuse(Refusal::unprocessable, "wrong-pin",
                  {"PIN이 달라요. 고객에게 다시 물어봐 주세요. " + left + "번 더 시도할 수 있어요.",
                   "The PIN is wrong. Ask the customer again; tries left: " + left + "."});
}

Refused note_too_long() {
    return refuse(Refusal::invalid, "note-too-long",
                  {"메모는 500자까지 쓸 수 있어요. 줄여 주세요.",
                   "A note has at most 500 characters. Please shorten it."});
}

Refused not_offered(const State& state) {
    return conflict(state, "not-offered",
                    {"아직 배차받을 수 없는 배달이에요. 매장이 만들기 시작하면 목록에 나타나요.",
                     "This delivery cannot be claimed yet. It appears in the list when the café starts "
                     "making it."});
}

Refused already_claimed(const State& state) {
    return conflict(state, "already-claimed",
                    {"다른 라이더가 먼저 배차받았어요. 다른 배달을 골라 주세요.",
                     "Another rider was first. Choose another delivery."});
}

Refused not_claimed(const State& state) {
    return conflict(state, "not-claimed",
                    {"배차받은 배달이 아니에요. 먼저 배차를 받아 주세요.",
                     "You do not have this delivery. Claim it first."});
}

Refused not_ready(const State& state) {
    return conflict(state, "not-ready",
                    {"아직 만드는 중이에요. 준비됐다는 알림을 받은 뒤에 픽업해 주세요.",
                     "It is still being made. Pick it up when the app says that it is ready."});
}

Refused not_picked_up(const State& state) {
    return conflict(state, "not-picked-up",
                    {"아직 픽업하지 않은 배달이에요. 매장에서 픽업한 뒤에 완료해 주세요.",
                     "It was not picked up yet. Pick it up at the café, then confirm."});
}

Refused already_picked_up(const State& state) {
    return conflict(
        state, "picked-up",
        {"이미 픽업해 배달 중이에요. 배달을 마치거나, 전할 수 없다면 문제를 알려 주세요.",
         "It was picked up and is on its way. Deliver it, or report why it cannot be delivered."});
}

Refused not_failing(const State& state) {
    return conflict(state, "not-picked-up",
                    {"아직 픽업하지 않은 배달이에요. 갈 수 없다면 배차를 취소해 주세요.",
                     "It was not picked up yet. If it cannot be brought, give it back."});
}

Refused has_failed(const State& state) {
    return conflict(
        state, "delivery-failed",
        {"전하지 못한 것으로 끝난 배달이에요. 고객이 나타났다면 음료를 드리고 운영자에게 연락해 "
         "주세요.",
         "This delivery has ended as failed. If the customer came after all, hand the drinks over "
         "and call the operator."});
}

Refused already_delivered(const State& state) {
    return conflict(
        state, "delivered",
        {"이미 배달을 마쳤어요. 더 할 일이 없어요.", "It was delivered. There is nothing left to do."});
}

Refused is_canceled(const State& state) {
    return conflict(
        state, "delivery-canceled",
        {"취소된 배달이에요. 다른 배달을 골라 주세요.", "This delivery was canceled. Choose another one."});
}

Refused pin_locked(const State& state) {
    return conflict(state, "pin-locked",
                    {"PIN을 너무 많이 틀렸어요. 운영자에게 연락하면 운영자가 배달을 완료해요.",
                     "The PIN was wrong too often. Call the operator, who can confirm the delivery."});
}

}  // namespace dangol::delivery::trip
