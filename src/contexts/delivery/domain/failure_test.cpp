// Picked up, and not handed over.
#include <array>

#include <gtest/gtest.h>

#include "core/type_name.hpp"
#include "tests/support/delivery_examples.hpp"

namespace dangol::delivery::trip {
namespace {

using namespace examples;
using enum DeliveryFailure;

const State offered = after({plan(), making()});
const State claimed = after(after(offered, Claim{kim, at(2)}), made());
const State on_the_way = after(claimed, DeliveryStart{kim, "A-17", at(9)});

Fail fail(DeliveryFailure reason = customer_absent, const RiderId& rider = kim, std::string note = {}) {
    return {rider, reason, std::move(note), at(30)};
}
std::string refusal_of(const State& state, const Command& command) {
    const auto events = decide(state, command);
    return events ? "" : events.error().code;
}

TEST(DeliveryFailure, ends_what_was_picked_up_and_brings_the_drinks_of_an_absent_customer_back) {
    const auto events = decide(on_the_way, fail()).value();
    ASSERT_EQ(events.size(), 1U);
    const auto& event = std::get<DeliveryFailed>(events.front());
    EXPECT_EQ(event.rider_id, kim);
    EXPECT_TRUE(event.returning);
    const auto failed = after(on_the_way, fail());
    EXPECT_EQ(status_of(failed), "RETURNING");
    EXPECT_EQ(steps_of(failed).failed_at, at(30));
    EXPECT_EQ(steps_of(failed).delivered_at, std::nullopt);
    EXPECT_EQ(status_of(after(failed, NoteReturn{})), "FAILED");
}

TEST(DeliveryFailure, brings_nothing_back_of_damaged_drinks_and_from_a_rider_who_cannot_ride) {
    for (const auto reason : {drinks_damaged, rider_unable}) {
        EXPECT_EQ(status_of(after(on_the_way, fail(reason))), "FAILED");
        EXPECT_TRUE(decide(after(on_the_way, fail(reason)), NoteReturn{})->empty());
    }
}

TEST(DeliveryFailure, pays_the_rider_for_the_way_only_if_the_customer_was_not_to_be_found) {
    for (const auto reason : {customer_absent, customer_unreachable, wrong_address}) {
        const auto earned = earned_with(after(on_the_way, fail(reason)));
        ASSERT_TRUE(earned.has_value());
        EXPECT_EQ(earned->fee, (Money{3000}));
        EXPECT_EQ(earned->at, at(30));
    }
    EXPECT_FALSE(earned_with(after(on_the_way, fail(drinks_damaged))));
    EXPECT_FALSE(earned_with(after(on_the_way, fail(rider_unable))));
    EXPECT_FALSE(earned_with(on_the_way));
    EXPECT_TRUE(earned_with(after(on_the_way, DeliveryConfirm{kim, "4711", at(30)})));
}

TEST(DeliveryFailure, is_for_the_rider_who_has_picked_it_up) {
    for (const auto& theirs : {claimed, on_the_way})
        EXPECT_EQ(refusal_of(theirs, fail(customer_absent, lee)), "not-your-delivery");
    for (const auto& before : {after({plan()}), offered, claimed})
        EXPECT_EQ(refusal_of(before, fail()), "not-picked-up");
    EXPECT_EQ(refusal_of(State{}, fail()), "no-such-delivery");
    std::string note;
    for (int i = 0; i < 500; ++i) note += "문";
    EXPECT_EQ(refusal_of(on_the_way, fail(customer_absent, kim, note)), "");
    EXPECT_EQ(refusal_of(on_the_way, fail(customer_absent, kim, note + "x")), "note-too-long");
    EXPECT_EQ(decide(on_the_way, fail(customer_absent, kim, "문 앞에 두지 말라고 함"))->size(), 2U);
}

TEST(DeliveryFailure, and_whatever_else_ends_it_exclude_each_other) {
    const auto failed = after(on_the_way, fail());
    const std::array<Command, 4> refused{DeliveryConfirm{kim, "4711", at(31)}, force(),
                                         Release{kim, false, at(31)}, DeliveryStart{kim, "A-17", at(31)}};
    for (const auto& command : refused) EXPECT_EQ(refusal_of(failed, command), "delivery-failed");
    EXPECT_EQ(refusal_of(failed, Claim{lee, at(31)}), "already-claimed");
    EXPECT_TRUE(decide(failed, fail())->empty()) << "once more: already so";
    EXPECT_EQ(refusal_of(failed, fail(customer_absent, lee)), "not-your-delivery");
    EXPECT_TRUE(decide(failed, cancel())->empty());
    EXPECT_EQ(refusal_of(after(on_the_way, DeliveryConfirm{kim, "4711", at(31)}), fail()), "delivered");
    EXPECT_EQ(refusal_of(after(on_the_way, cancel()), fail()), "delivery-canceled");
}

TEST(DeliveryFailure, helps_when_the_pin_is_locked) {
    auto state = on_the_way;
    for (int i = 0; i < pin_tries_max; ++i) state = after(state, DeliveryConfirm{kim, "0000", at(20)});
    EXPECT_EQ(refusal_of(state, DeliveryConfirm{kim, "4711", at(20)}), "pin-locked");
    EXPECT_EQ(status_of(after(state, fail(customer_unreachable))), "RETURNING");
}

}  // namespace
}  // namespace dangol::delivery::trip
