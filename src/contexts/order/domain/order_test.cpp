#include "contexts/order/domain/order.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/codec.hpp"

namespace dangol::order {
namespace {

OrderDetails details() {
    OrderDetails order;
    order.order_id = {"o1"};
    order.cafe_id = {"c1"};
    order.customer_id = {"a1"};
    order.items_price = {7000, "KRW"};
    order.delivery_fee = {3000, "KRW"};
    order.total_price = {10'000, "KRW"};
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

template <class Stage>
bool is_in(const State& state) {
    return std::holds_alternative<Stage>(state);
}

TEST(Order, is_not_placed_before_it_is_paid) {
    EXPECT_TRUE(is_in<stage::PaymentPending>(pending));
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

TEST(Order, shows_its_destination_to_nobody_before_it_is_placed) {
    auto order = details();
    order.fulfilment = Fulfilment::delivery;
    order.destination = Destination{"세종대로 1", "3층", {37.57, 126.98}, "010-0000-0000", "문 앞", "1234"};
    order.note = "얼음 적게";
    const auto events = decide(State{}, RequestOrder{order});
    ASSERT_TRUE(events && events->size() == 2);
    const auto& requested = std::get<OrderRequested>(events->at(0)).order;
    EXPECT_FALSE(requested.destination);
    EXPECT_EQ(requested.note, "");
    EXPECT_EQ(requested.fulfilment, Fulfilment::delivery);

    const auto confirmed = decide(after({RequestOrder{order}}), ConfirmPaid{});
    ASSERT_TRUE(confirmed && confirmed->size() == 1);
    const auto& placed_order = std::get<OrderPlaced>(confirmed->front()).order;
    ASSERT_TRUE(placed_order.destination);
    EXPECT_EQ(placed_order.destination->pin, "1234");
    EXPECT_EQ(placed_order.note, "얼음 적게");
}

TEST(Order, without_destination_and_note_is_requested_in_one_event) {
    EXPECT_TRUE(gives<OrderRequested>(State{}, RequestOrder{details()}));
}

TEST(Order, forced_cancel_records_its_reason) {
    const auto events = decide(placed, ForceCancel{"정전"});
    ASSERT_TRUE(events && events->size() == 1);
    const auto& canceled = std::get<OrderCanceled>(events->front());
    EXPECT_EQ(canceled.reason, CancelReason::operator_decision);
    EXPECT_EQ(canceled.note, "정전");
}

TEST(Order, that_was_canceled_and_served_all_the_same_says_so_once) {
    const auto canceled = after({RequestOrder{details()}, ConfirmPaid{}, ForceCancel{"no milk"}});
    EXPECT_TRUE(gives<OrderServedAfterCancel>(canceled, Complete{true}));
    EXPECT_TRUE(decide(canceled, Complete{false})->empty()) << "nobody came for it";
    const auto served =
        after({RequestOrder{details()}, ConfirmPaid{}, ForceCancel{"no milk"}, Complete{true}});
    EXPECT_TRUE(decide(served, Complete{true})->empty());
    EXPECT_EQ(status_of(served), "CANCELED");
    EXPECT_EQ(std::get<stage::Canceled>(served).note, "no milk");
}

TEST(Order, that_could_not_be_delivered_ends_so_and_not_as_completed) {
    for (const bool by_customer : {true, false}) {
        const auto events = decide(placed, FailDelivery{by_customer}).value();
        const auto& event = std::get<OrderUndelivered>(events.front());
        EXPECT_EQ(event.by_customer, by_customer);
        EXPECT_EQ(event.items_price, details().items_price);
        EXPECT_EQ(event.delivery_fee, details().delivery_fee);
        const auto state = evolve(placed, events.front());
        EXPECT_EQ(status_of(state), "UNDELIVERED");
        EXPECT_TRUE(decide(state, FailDelivery{})->empty());
        EXPECT_TRUE(decide(state, Complete{})->empty());
        EXPECT_EQ(decide(state, RequestCancel{}).error().code, "order-completed");
        EXPECT_EQ(decide(state, ForceCancel{"late"}).error().code, "order-ended");
    }
}

TEST(Order, that_was_canceled_while_its_rider_stood_at_the_door_pays_the_rider_once) {
    const auto canceled = after({RequestOrder{details()}, ConfirmPaid{}, ForceCancel{"no milk"}});
    EXPECT_TRUE(gives<OrderServedAfterCancel>(canceled, FailDelivery{true}));
    EXPECT_TRUE(decide(canceled, FailDelivery{false})->empty()) << "the house pays no one for its own fault";
    const auto paid =
        after({RequestOrder{details()}, ConfirmPaid{}, ForceCancel{"no milk"}, FailDelivery{true}});
    EXPECT_TRUE(decide(paid, FailDelivery{true})->empty());
}

TEST(Order, says_at_its_end_how_what_was_paid_is_to_be_shared) {
    const auto completed = std::get<OrderCompleted>(decide(placed, Complete{}).value().front());
    EXPECT_EQ(completed.items_price, details().items_price);
    EXPECT_EQ(completed.delivery_fee, details().delivery_fee);
    const auto canceled = after({RequestOrder{details()}, ConfirmPaid{}, ForceCancel{"no milk"}});
    const auto served = std::get<OrderServedAfterCancel>(decide(canceled, Complete{true}).value().front());
    EXPECT_EQ(served.items_price, details().items_price);
    EXPECT_EQ(served.delivery_fee, details().delivery_fee);
}

TEST(Order, whose_cancel_the_cafe_refuses_says_why) {
    const auto said = [](const std::string& ticket) { return cancel_refusal(ticket).detail.en; };
    EXPECT_TRUE(said("making").contains("Making has begun"));
    EXPECT_TRUE(said("made").contains("ready"));
    EXPECT_TRUE(said("handed_over").contains("handed over"));
    EXPECT_TRUE(said("collected").contains("handed over"));
    EXPECT_TRUE(said("undelivered").contains("undelivered"));
}

TEST(Order, keeps_asking_once_after_a_refused_cancel) {
    const auto state = after(
        {RequestOrder{details()}, ConfirmPaid{}, AskCustomer{}, RequestCancel{}, RefuseCancel{"making"}});
    EXPECT_TRUE(decide(state, AskCustomer{})->empty());
}

TEST(Order, cancel_of_a_placed_order_asks_the_cafe) {
    EXPECT_TRUE(gives<OrderCancelRequested>(placed, RequestCancel{}));
}

TEST(Order, refused_cancel_goes_on_as_placed) {
    const auto state =
        after({RequestOrder{details()}, ConfirmPaid{}, RequestCancel{}, RefuseCancel{"making"}});
    EXPECT_TRUE(is_in<stage::Placed>(state));
    EXPECT_EQ(cancel_reason_of(state), std::nullopt);
    EXPECT_TRUE(gives<OrderCompleted>(state, Complete{}));
}

TEST(Order, completed_order_cannot_be_cancelled) {
    const auto state = after({RequestOrder{details()}, ConfirmPaid{}, Complete{}});
    EXPECT_EQ(decide(state, RequestCancel{}).error().code, "order-completed");
    EXPECT_EQ(decide(state, ForceCancel{}).error().code, "order-ended");
}

TEST(Order, that_ended_names_its_state_in_a_refusal) {
    const auto refused = decide(after({RequestOrder{details()}, FailPayment{"declined"}}), ConfirmPaid{});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().state, "payment_failed");
}

TEST(Order, every_state_survives_its_json) {
    for (const auto& state : {State{}, pending, placed, after({RequestOrder{details()}, Expire{}}),
                              after({RequestOrder{details()}, ConfirmPaid{}, RequestCancel{}}),
                              after({RequestOrder{details()}, ConfirmPaid{}, ForceCancel{"정전"}})}) {
        const auto json = codec::to_json(state);
        const auto read = codec::from_json<State>(json);
        ASSERT_TRUE(read.has_value());
        EXPECT_EQ(codec::to_json(*read), json);
        EXPECT_EQ(status_of(*read), status_of(state));
    }
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
        case 11: return FailDelivery{true};
        case 12: return FailDelivery{false};
        default: return Complete{};
    }
}

bool has_ended(const State& state) {
    return is_in<stage::Canceled>(state) || is_in<stage::Completed>(state) ||
           is_in<stage::Undelivered>(state) || is_in<stage::Expired>(state) ||
           is_in<stage::PaymentFailed>(state);
}

RC_GTEST_PROP(Order, ends_once_whatever_happens, ()) {
    const auto choices = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 14));
    State state;
    int placings = 0;
    int served = 0;
    for (const int choice : choices) {
        const auto events = decide(state, any_command(choice));
        if (!events) continue;
        for (const auto& event : *events) {
            if (std::holds_alternative<OrderServedAfterCancel>(event)) {
                RC_ASSERT(is_in<stage::Canceled>(state));
                RC_ASSERT(++served <= 1);
            } else {
                RC_ASSERT(!has_ended(state));
            }
            if (std::holds_alternative<OrderPlaced>(event)) {
                RC_ASSERT(is_in<stage::PaymentPending>(state));
                ++placings;
            }
            state = evolve(std::move(state), event);
        }
    }
    RC_ASSERT(placings <= 1);
}

}  // namespace
}  // namespace dangol::order
