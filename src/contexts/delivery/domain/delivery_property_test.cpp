// Whatever comes in whatever order.
#include <algorithm>
#include <array>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/codec.hpp"
#include "core/overloaded.hpp"
#include "tests/support/delivery_examples.hpp"

namespace dangol::delivery::trip {
namespace {

using namespace examples;

Command any_command(int minute) {
    const auto rider = *rc::gen::element(kim, lee);
    const auto call_number = *rc::gen::weightedElement<std::string>({{3, "A-17"}, {1, "A-18"}});
    const auto pin = *rc::gen::weightedElement<std::string>({{3, "4711"}, {1, "0000"}});
    return *rc::gen::weightedElement<Command>({
        {6, plan(minute)},
        {6, making(minute)},
        {6, made(minute)},
        {1, cancel()},
        {1, cancel(DeliveryCancelReason::no_rider)},
        {3, WidenOffer{at(minute)}},
        {10, Claim{rider, at(minute)}},
        {3, Release{rider, false, at(minute)}},
        {12, DeliveryStart{rider, call_number}},
        {12, DeliveryConfirm{rider, pin}},
        {1, force()},
        {2, Fail{rider, *rc::gen::element(DeliveryFailure::wrong_address, DeliveryFailure::rider_unable), "",
                 at(minute)}},
        {2, NoteReturn{}},
    });
}

RC_GTEST_PROP(DeliveryProperty, at_most_one_rider_and_never_a_step_out_of_turn, ()) {
    State state;
    std::set<std::string> holding;  // as the events say
    bool offered = false;
    bool is_ready = false;
    bool started = false;
    bool canceled = false;
    bool confirmed = false;
    bool failed = false;
    bool returning = false;
    const int steps = *rc::gen::inRange(1, 120);
    for (int minute = 0; minute < steps; ++minute) {
        const auto events = decide(state, any_command(minute));
        if (!events) {
            RC_ASSERT(!events.error().code.empty() && !events.error().detail.ko.empty());
            continue;
        }
        for (const auto& event : *events) {
            // The end is the end; but for the drinks that come back, once.
            RC_ASSERT((!confirmed && !canceled && !failed) || std::holds_alternative<ReturnNoted>(event));
            std::visit(Overloaded{
                           [](const DeliveryNoted&) {},
                           [](const DeliveryPlanned&) {},
                           [&](const DeliveryOffered&) { offered = true; },
                           [&](const OfferWidened&) { RC_ASSERT(offered && holding.empty()); },
                           [&](const DeliveryClaimed& e) {
                               RC_ASSERT(offered && holding.empty());
                               holding.insert(e.rider_id.value);
                           },
                           [&](const DeliveryReleased& e) {
                               RC_ASSERT(!started && holding.erase(e.rider_id.value) == 1);
                           },
                           [&](const DeliveryReady&) { is_ready = true; },
                           [&](const DeliveryStarted& e) {
                               RC_ASSERT(is_ready && holding.contains(e.rider_id.value));
                               started = true;
                           },
                           [&](const PinRefused&) { RC_ASSERT(started); },
                           [&](const DeliveryConfirmed& e) {
                               RC_ASSERT(started && holding.contains(e.rider_id.value));
                               confirmed = true;
                           },
                           [&](const DeliveryFailed& e) {
                               RC_ASSERT(started && holding.contains(e.rider_id.value));
                               failed = true;
                               returning = e.returning;
                           },
                           [](const FailureNoted&) { RC_FAIL("there was no note"); },
                           [&](const ReturnNoted&) {
                               RC_ASSERT(failed && returning);
                               returning = false;
                           },
                           [&](const DeliveryCanceled& e) {
                               RC_ASSERT(e.picked_up == started);
                               canceled = true;
                           },
                       },
                       event);
            state = evolve(std::move(state), event);
        }
    }
    RC_CLASSIFY(confirmed);
    RC_CLASSIFY(canceled);
    RC_CLASSIFY(failed);
}

RC_GTEST_PROP(DeliveryProperty, a_state_survives_its_document, ()) {
    State state;
    const int steps = *rc::gen::inRange(1, 80);
    for (int minute = 0; minute < steps; ++minute) state = after(std::move(state), any_command(minute));
    const auto json = codec::to_json(state);
    const auto back = codec::from_json<State>(json);
    RC_ASSERT(back.has_value());
    RC_ASSERT(codec::to_json(*back) == json);
}

RC_GTEST_PROP(DeliveryProperty, a_refused_or_repeated_command_changes_nothing, ()) {
    State state;
    const int steps = *rc::gen::inRange(1, 80);
    for (int minute = 0; minute < steps; ++minute) state = after(std::move(state), any_command(minute));
    const auto command = any_command(steps);
    const bool counts =
        std::holds_alternative<DeliveryConfirm>(command) || std::holds_alternative<WidenOffer>(command);
    RC_PRE(!counts);  // each wrong PIN counts, each widening widens
    const auto once = after(state, command);
    const auto twice = decide(once, command);
    const bool nothing = !twice || twice->empty();
    RC_ASSERT(nothing);
}

/// What matters of a state whatever the times in it.
std::string gist(const State& state) {
    return std::string(status_of(state)) + (is_ready(state) ? " ready" : "");
}

TEST(DeliveryProperty, the_three_foreign_facts_converge_in_every_order) {
    const std::array<Command, 3> facts{plan(), making(), made()};
    std::array order{0U, 1U, 2U};
    do {
        EXPECT_EQ(gist(after({facts[order[0]], facts[order[1]], facts[order[2]]})), "OFFERED ready")
            << order[0] << order[1] << order[2];
    } while (std::ranges::next_permutation(order).found);
}

TEST(DeliveryProperty, with_a_cancel_they_converge_too_in_every_order) {
    const std::array<Command, 4> facts{plan(), making(), made(), cancel()};
    std::array order{0U, 1U, 2U, 3U};
    do {
        EXPECT_EQ(gist(after({facts[order[0]], facts[order[1]], facts[order[2]], facts[order[3]]})),
                  "CANCELED")
            << order[0] << order[1] << order[2] << order[3];
    } while (std::ranges::next_permutation(order).found);
}

}  // namespace
}  // namespace dangol::delivery::trip
