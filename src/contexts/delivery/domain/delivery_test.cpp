#include <gtest/gtest.h>

#include "core/type_name.hpp"
#include "tests/support/delivery_examples.hpp"

namespace dangol::delivery::trip {
namespace {

using namespace examples;
using namespace std::chrono_literals;

std::string refusal_of(const State& state, const Command& command) {
    const auto events = decide(state, command);
    return events ? "" : events.error().code;
}

std::string events_of(const State& state, const Command& command) {
    const auto events = decide(state, command);
    if (!events) return "refused " + events.error().code;
    std::string names;
    for (const auto& event : *events) {
        names += std::visit([]<class E>(const E&) { return std::string(type_name<E>()) + " "; }, event);
    }
    return names;
}

const State offered = after({plan(), making()});
const State claimed = after(offered, Claim{kim, at(2)});
const State ready = after(claimed, made());
const State on_the_way = after(ready, DeliveryStart{kim, "A-17"});
const State delivered = after(on_the_way, DeliveryConfirm{kim, "4711"});
const State canceled = after(offered, cancel());

TEST(Delivery, goes_from_the_order_to_the_door) {
    EXPECT_EQ(status_of(after({plan()})), "PLANNED");
    EXPECT_EQ(status_of(offered), "OFFERED");
    EXPECT_EQ(status_of(claimed), "CLAIMED");
    EXPECT_FALSE(is_ready(claimed));
    EXPECT_TRUE(is_ready(ready));
    EXPECT_EQ(status_of(on_the_way), "PICKED_UP");
    EXPECT_EQ(status_of(delivered), "DELIVERED");
    EXPECT_EQ(rider_of(delivered), kim);
}

TEST(Delivery, cannot_be_claimed_before_making_began) {
    EXPECT_EQ(refusal_of(after({plan()}), Claim{kim, at(1)}), "not-offered");
    EXPECT_EQ(refusal_of(after({making()}), Claim{kim, at(1)}), "no-such-delivery");
}

TEST(Delivery, is_claimed_by_one_rider_and_the_other_is_told) {
    EXPECT_EQ(refusal_of(claimed, Claim{lee, at(2)}), "already-claimed");
    EXPECT_EQ(refusal_of(on_the_way, Claim{lee, at(9)}), "already-claimed");
    EXPECT_EQ(rider_of(after(claimed, Claim{lee, at(2)})), kim);
    const auto refused = decide(claimed, Claim{lee, at(2)});
    EXPECT_EQ(refused.error().refusal, Refusal::conflict);
    EXPECT_EQ(refused.error().state, "CLAIMED");
    EXPECT_EQ(refused.error().allowed, (std::vector<std::string>{"start", "release"}));
}

TEST(Delivery, starts_only_when_ready_by_its_rider_with_its_call_number) {
    EXPECT_EQ(refusal_of(claimed, DeliveryStart{kim, "A-17"}), "not-ready");
    EXPECT_EQ(refusal_of(ready, DeliveryStart{lee, "A-17"}), "not-your-delivery");
    EXPECT_EQ(refusal_of(ready, DeliveryStart{kim, "A-18"}), "wrong-call-number");
    EXPECT_EQ(refusal_of(offered, DeliveryStart{kim, "A-17"}), "not-claimed");
    EXPECT_EQ(events_of(ready, DeliveryStart{kim, "A-17"}), "DeliveryStarted ");
}

TEST(Delivery, is_confirmed_only_after_the_start_by_its_rider) {
    EXPECT_EQ(refusal_of(ready, DeliveryConfirm{kim, "4711"}), "not-picked-up");
    EXPECT_EQ(refusal_of(on_the_way, DeliveryConfirm{lee, "4711"}), "not-your-delivery");
    EXPECT_EQ(refusal_of(ready, force()), "not-picked-up");
    EXPECT_EQ(events_of(on_the_way, force()), "DeliveryConfirmed ");
}

TEST(Delivery, without_its_pin_is_confirmed_only_for_a_reason_which_is_recorded) {
    EXPECT_EQ(refusal_of(on_the_way, force("")), "reason-required");
    EXPECT_EQ(refusal_of(on_the_way, force(" \n ")), "reason-required");
    EXPECT_EQ(refusal_of(on_the_way, force(std::string(201, 'x'))), "reason-required");
    const auto reason_of = [](const Command& command) {
        return std::get<DeliveryConfirmed>(decide(on_the_way, command)->front()).reason;
    };
    EXPECT_EQ(reason_of(force("  seen at the door\n")), "seen at the door");
    EXPECT_EQ(reason_of(DeliveryConfirm{kim, "4711", at(9)}), "");
}

TEST(Delivery, counts_wrong_pins_and_locks_after_five) {
    State state = on_the_way;
    for (int tries = 1; tries <= pin_tries_max; ++tries) {
        EXPECT_EQ(events_of(state, DeliveryConfirm{kim, "0000"}), "PinRefused ");
        state = after(state, DeliveryConfirm{kim, "0000"});
        EXPECT_EQ(std::get<Started>(state).wrong_pins, tries);
    }
    EXPECT_EQ(refusal_of(state, DeliveryConfirm{kim, "4711"}), "pin-locked");
    EXPECT_EQ(events_of(state, force()), "DeliveryConfirmed ");
}

TEST(Delivery, without_a_pin_none_is_asked) {
    const auto state = after({PlanDelivery{planned(""), at(0)}, making(), made(), Claim{kim, at(6)},
                              DeliveryStart{kim, "A-17"}, DeliveryConfirm{kim, "1"}});
    EXPECT_EQ(status_of(state), "DELIVERED");
}

TEST(Delivery, is_canceled_wherever_it_is_until_it_is_delivered) {
    EXPECT_EQ(events_of(after({plan()}), cancel()), "DeliveryCanceled ");
    EXPECT_EQ(events_of(offered, cancel()), "DeliveryCanceled ");
    EXPECT_EQ(events_of(ready, cancel()), "DeliveryCanceled ");
    EXPECT_EQ(rider_of(after(ready, cancel())), kim);
    EXPECT_EQ(events_of(on_the_way, cancel()), "DeliveryCanceled ");
    const auto recalled = after(on_the_way, cancel());
    EXPECT_EQ(rider_of(recalled), kim);
    EXPECT_EQ(refusal_of(recalled, DeliveryConfirm{kim, "4711"}), "delivery-canceled");
    const auto events = decide(on_the_way, cancel());
    EXPECT_TRUE(std::get<DeliveryCanceled>(events->front()).picked_up) << "the rider brings it back";
    EXPECT_EQ(events_of(delivered, cancel()), "");
    EXPECT_EQ(refusal_of(canceled, Claim{kim, at(3)}), "delivery-canceled");
}

TEST(Delivery, that_is_canceled_or_over_is_not_offered_again_by_a_late_fact) {
    for (const auto& state : {claimed, on_the_way, delivered, canceled}) {
        EXPECT_EQ(events_of(state, making(30)), "");
        EXPECT_EQ(events_of(state, plan(30)), "");
    }
    EXPECT_EQ(events_of(canceled, made(30)), "");
}

TEST(Delivery, does_nothing_twice) {
    EXPECT_EQ(events_of(claimed, Claim{kim, at(3)}), "");
    EXPECT_EQ(events_of(on_the_way, DeliveryStart{kim, "A-17"}), "");
    EXPECT_EQ(events_of(delivered, DeliveryConfirm{kim, "4711"}), "");
    EXPECT_EQ(events_of(canceled, cancel()), "");
    EXPECT_EQ(events_of(ready, made(9)), "");
    const auto released = after(claimed, Release{kim, false, at(3)});
    EXPECT_EQ(events_of(released, Release{kim, false, at(4)}), "");
    EXPECT_EQ(refusal_of(released, Release{lee, false, at(4)}), "not-claimed");
}

TEST(Delivery, that_is_released_is_offered_again_and_stays_ready) {
    EXPECT_EQ(refusal_of(ready, Release{lee, false, at(6)}), "not-your-delivery");
    const auto released = after(ready, Release{kim, false, at(6)});
    EXPECT_EQ(status_of(released), "OFFERED");
    EXPECT_TRUE(is_ready(released));
    EXPECT_EQ(rider_of(after(released, Claim{lee, at(7)})), lee);
    EXPECT_EQ(refusal_of(on_the_way, Release{kim, false, at(9)}), "picked-up");
}

// ── Facts in any order: one test for each pair, so that a regression says which ────────────────────

TEST(Delivery, making_before_the_order_is_remembered) {
    EXPECT_EQ(status_of(after({making()})), "");
    EXPECT_EQ(events_of(after({making()}), plan()), "DeliveryPlanned DeliveryOffered ");
}

TEST(Delivery, made_before_the_order_is_remembered) {
    EXPECT_EQ(events_of(after({made()}), plan()), "DeliveryPlanned DeliveryOffered DeliveryReady ");
    EXPECT_EQ(events_of(after({making(), made()}), plan()), "DeliveryPlanned DeliveryOffered DeliveryReady ");
}

TEST(Delivery, canceled_before_the_order_is_remembered) {
    EXPECT_EQ(events_of(after({cancel()}), plan()), "DeliveryPlanned DeliveryCanceled ");
    EXPECT_EQ(events_of(after({making(), cancel(), made()}), plan()), "DeliveryPlanned DeliveryCanceled ");
}

TEST(Delivery, made_before_making_is_both) {
    EXPECT_EQ(events_of(after({plan()}), made()), "DeliveryOffered DeliveryReady ");
    EXPECT_EQ(events_of(after({plan(), made()}), making()), "");
}

TEST(Delivery, notes_the_same_early_fact_once) {
    EXPECT_EQ(events_of(after({making()}), making()), "");
    EXPECT_EQ(events_of(after({made()}), made()), "");
    EXPECT_EQ(events_of(after({cancel()}), cancel()), "");
}

// ── Time ───────────────────────────────────────────────────────────────────────────────────────────

/// Runs the deadlines of `state` until none is left, or a rider has it; the minutes at which they came.
std::vector<int> minutes_of_deadlines(State& state) {
    std::vector<int> minutes;
    for (auto due = next_due(state, {}); due && minutes.size() < 100; due = next_due(state, due->at)) {
        minutes.push_back(static_cast<int>((due->at - at(0)) / 1min));
        state = after(std::move(state), next_due(state, due->at)->command);
    }
    return minutes;
}

TEST(Delivery, that_nobody_takes_is_offered_farther_away_and_given_up_after_twenty_minutes) {
    State state = offered;  // in minute 1
    EXPECT_EQ(minutes_of_deadlines(state), (std::vector{4, 7, 10, 21}));
    EXPECT_EQ(status_of(state), "CANCELED");
    EXPECT_EQ(std::get<Canceled>(state).reason, DeliveryCancelReason::no_rider);
}

TEST(Delivery, widens_up_to_its_limit) {
    State state = after(offered, WidenOffer{at(4)});
    EXPECT_EQ(std::get<Offered>(state).search.radius_metres, 4'500);
    for (int i = 0; i < 5; ++i) state = after(state, WidenOffer{at(5)});
    EXPECT_EQ(std::get<Offered>(state).search.radius_metres, 7'500);
}

TEST(Delivery, is_given_up_later_when_it_is_ready_later) {
    State state = after(offered, made(11));
    EXPECT_EQ(minutes_of_deadlines(state).back(), 31);
}

TEST(Delivery, that_is_not_picked_up_within_ten_minutes_is_released) {
    EXPECT_FALSE(next_due(claimed, at(2)).has_value());  // still being made: the rider is not late
    const auto due = next_due(ready, at(15));
    EXPECT_EQ(due->at, at(15));  // ready in minute 5
    EXPECT_EQ(status_of(after(ready, due->command)), "OFFERED");
    EXPECT_EQ(events_of(ready, due->command), "DeliveryReleased ");
    const auto claimed_late = after(after(offered, made(5)), Claim{kim, at(9)});
    EXPECT_EQ(next_due(claimed_late, at(9))->at, at(19));
    EXPECT_FALSE(next_due(on_the_way, at(50)).has_value());
}

TEST(Delivery, that_comes_back_late_is_offered_for_a_while_all_the_same) {
    const auto claimed_late = after(after(offered, made(5)), Claim{kim, at(20)});
    State state = after(claimed_late, Release{kim, true, at(30)});
    EXPECT_EQ(minutes_of_deadlines(state).back(), 33);
}

TEST(Delivery, that_one_rider_takes_again_and_again_and_never_picks_up_comes_to_its_end) {
    const auto late = after(after(offered, made(5)), Claim{kim, at(20)});
    const auto released = after(late, Release{kim, true, at(30)});
    EXPECT_EQ(next_due(released, at(30))->at, at(33)) << "others may take it until then";
    const auto again = after(after(released, Claim{kim, at(31)}), Release{kim, true, at(41)});
    EXPECT_EQ(next_due(again, at(41))->at, at(33));
    EXPECT_EQ(events_of(again, next_due(again, at(41))->command), "DeliveryCanceled ");
    const auto another = after(after(released, Claim{lee, at(31)}), Release{lee, true, at(41)});
    EXPECT_EQ(next_due(another, at(41))->at, at(44)) << "another rider's turn was another";
}

TEST(Delivery, that_comes_back_is_seen_by_those_near_first) {
    const auto released = after(claimed, Release{kim, false, at(6)});
    EXPECT_EQ(next_due(released, at(6))->at, at(9));
    EXPECT_EQ(std::get<Offered>(released).search.radius_metres, 3'000);
}

TEST(Delivery, shows_its_area_and_not_its_door) {
    const auto events = decide(after({plan()}), making());
    const auto& area = std::get<DeliveryOffered>(events->front()).offer.area;
    EXPECT_EQ(area.place, (Place{37.5475, 127.0475}));
    EXPECT_EQ(area.radius_metres, 3'000);
    EXPECT_EQ(area_of({-0.001, -0.001}), (Place{-0.0025, -0.0025}));
}

}  // namespace
}  // namespace dangol::delivery::trip
