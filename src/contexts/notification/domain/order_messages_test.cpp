#include "contexts/notification/domain/order_messages.hpp"

#include <random>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>
#include <boost/describe/enum_to_string.hpp>

namespace dangol::notification::messages {
namespace {

NoteOrder order(bool delivery = false, Language language = Language::ko) {
    return {{OrderId{"order"},
             AccountId{"customer"},
             CafeId{"cafe"},
             {"단골", "Dangol"},
             language,
             "A-12",
             delivery,
             2}};
}
Tell step(Template message, std::string detail = {}) { return {message, std::move(detail), {}, 0, {}}; }
Tell rider_step(Template message, std::uint64_t version, std::string rider = "rider") {
    return {message, {}, std::move(rider), version, {}};
}

struct Outcome {
    State state;
    std::vector<MessageSent> messages;
};

Outcome tell(const std::vector<Command>& commands) {
    Outcome told;
    for (const auto& command : commands) {
        const auto events = decide(told.state, command);
        for (const auto& event : *events) {
            told.state = evolve(std::move(told.state), event);
            if (const auto* sent = std::get_if<MessageSent>(&event)) {
                EXPECT_EQ(std::get<Noted>(told.state).recipient, sent->recipient)
                    << "the inbox finds a message by this";
                told.messages.push_back(*sent);
            }
        }
    }
    return told;
}

std::vector<Template> templates_of(const Outcome& told) {
    std::vector<Template> templates;
    for (const auto& message : told.messages) templates.push_back(message.message);
    return templates;
}

TEST(OrderMessages, tells_customer_and_cafe_of_a_new_order) {
    const auto told = tell({order(), step(Template::placed), step(Template::cafe_new_order)});
    ASSERT_EQ(told.messages.size(), 2U);
    EXPECT_EQ(told.messages[0].recipient, "customer");
    EXPECT_EQ(told.messages[1].recipient, "cafe:cafe");
    EXPECT_EQ(told.messages[0].message_id, "order-placed");
}

TEST(OrderMessages, nobody_is_told_the_same_thing_twice) {
    const auto told = tell({order(), step(Template::placed), order(), step(Template::placed)});
    EXPECT_EQ(templates_of(told), std::vector{Template::placed});
}

TEST(OrderMessages, speaks_the_customers_language_and_korean_to_those_at_work) {
    const auto told =
        tell({order(false, Language::en), step(Template::placed), step(Template::cafe_new_order)});
    EXPECT_TRUE(told.messages.at(0).text.starts_with("[Dangol] Your payment"));
    EXPECT_TRUE(told.messages.at(1).text.starts_with("[단골] 새 주문"));
}

TEST(OrderMessages, a_step_before_its_order_waits_for_it) {
    auto told = tell({step(Template::making), step(Template::making)});
    EXPECT_TRUE(told.messages.empty());
    told = tell({step(Template::making), step(Template::making), order(), step(Template::making)});
    EXPECT_EQ(templates_of(told), std::vector{Template::making});
}

TEST(OrderMessages, only_who_picks_up_is_called_to_the_counter) {
    EXPECT_EQ(tell({order(false), step(Template::ready)}).messages.size(), 1U);
    EXPECT_TRUE(tell({order(true), step(Template::ready)}).messages.empty());
    EXPECT_TRUE(tell({step(Template::ready), order(true)}).messages.empty());
}

TEST(OrderMessages, a_cafe_that_never_heard_of_an_order_does_not_hear_of_its_cancel) {
    EXPECT_TRUE(tell({order(), step(Template::cafe_canceled, "customer_request")}).messages.empty());
    EXPECT_EQ(
        tell({order(), step(Template::cafe_new_order), step(Template::cafe_canceled, "customer_request")})
            .messages.size(),
        2U);
}

TEST(OrderMessages, each_rider_of_a_delivery_is_told_in_turn) {
    const auto told = tell(
        {order(true), rider_step(Template::rider_claimed, 3, "first"),
         rider_step(Template::rider_released, 4, "first"), rider_step(Template::rider_claimed, 5, "second"),
         rider_step(Template::rider_claimed, 5, "second"), rider_step(Template::rider_released, 4, "first"),
         rider_step(Template::rider_ready, 6, "second"), rider_step(Template::rider_ready, 7, "")});
    std::vector<std::string> recipients;
    for (const auto& message : told.messages) recipients.push_back(message.recipient);
    EXPECT_EQ(recipients, (std::vector<std::string>{"first", "first", "second", "second"}));
    EXPECT_EQ(told.messages.at(2).message_id, "order-rider_claimed-5");
}

TEST(OrderMessages, of_each_refund_that_is_delayed_the_customer_is_told_once) {
    const auto delayed = [](std::uint64_t number) {
        auto of_refund = step(Template::refund_delayed);
        of_refund.version = number;
        return of_refund;
    };
    const auto told = tell({order(), delayed(1), delayed(1), delayed(2), delayed(1), delayed(2)});
    ASSERT_EQ(told.messages.size(), 2U);
    EXPECT_NE(told.messages[0].message_id, told.messages[1].message_id);
    EXPECT_EQ(tell({order(), delayed(0), delayed(0)}).messages.size(), 1U);
}

TEST(OrderMessages, a_copy_on_another_channel_is_not_in_the_inbox) {
    auto state = tell({order(), step(Template::placed)}).state;
    MessageSent copy;
    copy.recipient = "customer";
    copy.channel = Channel::telegram;
    state = evolve(state, decide(state, RecordSent{copy})->at(0));
    EXPECT_EQ(std::get<Noted>(state).recipient, "");
    MessageFailed failure;
    failure.recipient = "customer";
    state = evolve(state, decide(state, RecordFailed{failure})->at(0));
    EXPECT_EQ(std::get<Noted>(state).recipient, "customer") << "a failure is shown";
}

RC_GTEST_PROP(OrderMessages, each_message_is_sent_once_whatever_repeats_and_whenever_the_order_comes, ()) {
    std::vector<Command> commands{order()};
    const std::vector<Command> steps{step(Template::placed),     step(Template::accepted, "5"),
                                     step(Template::making),     step(Template::ready),
                                     step(Template::unanswered), step(Template::refunded, "9,000원")};
    for (const auto index :
         *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 6))) {
        commands.push_back(steps[index]);
    }
    std::mt19937 random(*rc::gen::arbitrary<unsigned>());
    std::ranges::shuffle(commands, random);

    std::set<std::string> asked;
    for (const auto& command : commands) {
        if (const auto* tell_step = std::get_if<Tell>(&command)) {
            asked.insert("order-" + std::string(boost::describe::enum_to_string(tell_step->message, "")));
        }
    }
    std::multiset<std::string> sent;
    for (const auto& message : tell(commands).messages) sent.insert(message.message_id);
    RC_ASSERT(sent == std::multiset<std::string>(asked.begin(), asked.end()));
}

}  // namespace
}  // namespace dangol::notification::messages
