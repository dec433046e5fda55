#include "contexts/delivery/domain/rider.hpp"

#include <algorithm>
#include <utility>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dangol::delivery::shift {
namespace {

const RiderId kim{"kim"};

State after(State rider, const Command& command) {
    const auto events = decide(rider, command);
    if (!events) return rider;
    for (const auto& event : *events) rider = evolve(std::move(rider), event);
    return rider;
}

TEST(Rider, goes_online_and_offline_once) {
    const auto online = after(State{}, GoOnline{kim});
    EXPECT_TRUE(is_online(online));
    EXPECT_TRUE(decide(online, GoOnline{kim})->empty());
    EXPECT_FALSE(is_online(after(online, GoOffline{kim})));
    EXPECT_TRUE(decide(State{}, GoOffline{kim})->empty());
}

TEST(Rider, is_online_since_the_shift_began) {
    const Timestamp noon{std::chrono::hours{12}};
    const auto online =
        after(after(State{}, GoOnline{kim, noon}), GoOnline{kim, noon + std::chrono::hours{1}});
    EXPECT_EQ(std::get<Online>(online).since, noon);
    EXPECT_TRUE(std::holds_alternative<Offline>(after(online, GoOffline{kim})));
}

TEST(Rider, takes_on_nothing_while_offline) {
    const auto refused = decide(State{}, TakeOn{kim, {"o1"}});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "not-on-shift");
    EXPECT_EQ(refused.error().refusal, Refusal::conflict);
}

TEST(Rider, takes_on_three_deliveries_and_no_more) {
    auto rider = after(State{}, GoOnline{kim});
    for (const auto* order : {"o1", "o2", "o3"}) rider = after(rider, TakeOn{kim, {order}});
    const auto refused = decide(rider, TakeOn{kim, {"o4"}});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "too-many-deliveries");
    EXPECT_EQ(refused.error().refusal, Refusal::conflict);
    EXPECT_TRUE(decide(rider, TakeOn{kim, {"o2"}})->empty());  // already in hand
    rider = after(rider, LetGo{kim, {"o2"}});
    EXPECT_TRUE(decide(rider, TakeOn{kim, {"o4"}}).has_value());
}

TEST(Rider, whose_account_is_disabled_is_off_duty_for_good) {
    const auto online = after(after(State{}, GoOnline{kim}), TakeOn{kim, {"o1"}});
    for (const auto& before : {State{}, online}) {
        const auto barred = after(before, Bar{kim});
        EXPECT_FALSE(is_online(barred));
        EXPECT_EQ(active_of(barred), active_of(before));  // what is on the way is still to be brought
        EXPECT_EQ(decide(barred, GoOnline{kim}).error().code, "account-disabled");
        EXPECT_FALSE(decide(barred, TakeOn{kim, {"o2"}}).has_value());
        EXPECT_TRUE(decide(barred, GoOffline{kim})->empty());
        EXPECT_TRUE(decide(barred, Bar{kim})->empty());
        EXPECT_TRUE(active_of(after(barred, LetGo{kim, {"o1"}})).empty());
    }
}

TEST(Rider, keeps_what_is_in_hand_when_going_offline) {
    const auto rider = after(after(after(State{}, GoOnline{kim}), TakeOn{kim, {"o1"}}), GoOffline{kim});
    EXPECT_EQ(active_of(rider), std::vector<OrderId>{{"o1"}});
}

RC_GTEST_PROP(RiderProperty, never_has_a_delivery_twice_or_more_than_allowed, ()) {
    auto rider = after(State{}, GoOnline{kim});
    const int active_max = *rc::gen::inRange(0, 4);
    const int steps = *rc::gen::inRange(1, 50);
    for (int i = 0; i < steps; ++i) {
        const OrderId order{std::to_string(*rc::gen::inRange(0, 6))};
        rider = after(rider, *rc::gen::element<Command>(TakeOn{kim, order, active_max}, LetGo{kim, order},
                                                        GoOnline{kim}, GoOffline{kim}));
        RC_ASSERT(std::cmp_less_equal(active_of(rider).size(), active_max));
        auto distinct = active_of(rider);
        std::ranges::sort(distinct);
        RC_ASSERT(std::ranges::adjacent_find(distinct) == distinct.end());
    }
}

}  // namespace
}  // namespace dangol::delivery::shift
