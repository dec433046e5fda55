#include "contexts/order/domain/order.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace dangol::order {
namespace {

OrderDetails details() {
    OrderDetails order;
    order.order_id = {"o1"};
    order.cafe_id = {"c1"};
    order.customer_id = {"a1"};
    order.total_price = {4500, "KRW"};
    return order;
}

/// The state after the commands; each must be accepted.
State after(const std::vector<Command>& commands) {
    State state;
    for (const auto& command : commands) {
        auto events = decide(state, command);
        EXPECT_TRUE(events.has_value()) << events.error().code;
        if (!events) break;
        for (const auto& event : *events) state = evolve(std::move(state), event);
    }
    return state;
}

const State pending = after({RequestOrder{details()}});
const State placed = after({RequestOrder{details()}, ConfirmPaid{}});

template <class Event>
bool gives(const State& state, const Command& command) {
    const auto events = decide(state, command);
    return events && events->size() == 1 && std::holds_alternative<Event>(events->front());
}

TEST(Order, is_not_placed_before_it_is_paid) {
    EXPECT_EQ(pending.stage, Stage::payment_pending);
    EXPECT_TRUE(gives<OrderPlaced>(pending, ConfirmPaid{}));
}

TEST(Order, paid_twice_is_placed_once) { EXPECT_TRUE(decide(placed, ConfirmPaid{})->empty()); }

TEST(Order, that_ended_is_never_revived_by_a_late_payment) {
    for (const auto& end : std::vector<Command>{Expire{}, FailPayment{"declined"}, RequestCancel{}}) {
        const auto ended = after({RequestOrder{details()}, end});
        const auto late = decide(ended, ConfirmPaid{});
        ASSERT_FALSE(late.has_value());
        EXPECT_EQ(late.error().code, "order-ended");
    }
}

TEST(Order, cancel_of_a_placed_order_asks_the_cafe) {
    EXPECT_TRUE(gives<OrderCancelRequested>(placed, RequestCancel{}));
}

TEST(Order, refused_cancel_goes_on_as_placed) {
    const auto state =
        after({RequestOrder{details()}, ConfirmPaid{}, RequestCancel{}, RefuseCancel{"making"}});
    EXPECT_EQ(state.stage, Stage::placed);
    EXPECT_TRUE(gives<OrderCompleted>(state, Complete{}));
}

TEST(Order, completed_order_cannot_be_cancelled) {
    const auto state = after({RequestOrder{details()}, ConfirmPaid{}, Complete{}});
    EXPECT_EQ(decide(state, RequestCancel{}).error().code, "order-completed");
    EXPECT_EQ(decide(state, ForceCancel{}).error().code, "order-ended");
}

TEST(Order, unknown_order_is_not_found) {
    EXPECT_EQ(decide(State{}, RequestCancel{}).error().refusal, Refusal::not_found);
    EXPECT_EQ(decide(State{}, ConfirmPaid{}).error().refusal, Refusal::not_found);
}

TEST(Order, unanswered_customer_is_asked_once) {
    EXPECT_TRUE(gives<OrderUnanswered>(placed, AskCustomer{}));
    const auto asked = after({RequestOrder{details()}, ConfirmPaid{}, AskCustomer{}});
    EXPECT_TRUE(decide(asked, AskCustomer{})->empty());
}

Command any_command(int choice) {
    switch (choice) {
        case 0: return RequestOrder{details()};
        case 1: return ConfirmPaid{};
        case 2: return FailPayment{"declined"};
        case 3: return Expire{};
        case 4: return AskCustomer{};
        case 5: return RequestCancel{};
        case 6: return GrantCancel{};
        case 7: return RefuseCancel{"making"};
        case 8: return ForceCancel{};
        case 9: return EndByCafe{};
        case 10: return GiveUpDelivery{};
        default: return Complete{};
    }
}

bool is_end(Stage stage) {
    return stage == Stage::canceled || stage == Stage::completed || stage == Stage::expired ||
           stage == Stage::payment_failed;
}

RC_GTEST_PROP(Order, ends_once_whatever_happens, ()) {
    const auto choices = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 12));
    State state;
    int placings = 0;
    for (const int choice : choices) {
        const auto before = state.stage;
        const auto events = decide(state, any_command(choice));
        if (!events) continue;
        for (const auto& event : *events) {
            RC_ASSERT(!is_end(before));
            if (std::holds_alternative<OrderPlaced>(event)) {
                RC_ASSERT(before == Stage::payment_pending);
                ++placings;
            }
            state = evolve(std::move(state), event);
        }
    }
    RC_ASSERT(placings <= 1);
}

}  // namespace
}  // namespace dangol::order
