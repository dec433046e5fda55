// Notification on the production runtime, alone: the inbox, the linking of channels, copies that fail and
// come again.
#include <deque>

#include <gtest/gtest.h>

#include "contexts/notification/notification.hpp"
#include "contracts/cafe.hpp"
#include "contracts/delivery.hpp"
#include "contracts/identity.hpp"
#include "contracts/order.hpp"
#include "contracts/payment.hpp"
#include "core/json_tree.hpp"
#include "tests/support/context_world.hpp"

namespace dangol::notification {
namespace {

using namespace std::chrono_literals;
using runtime::Method;

const Principal customer{AccountId{"customer"}, Role::customer, {}};
const Principal stranger{AccountId{"stranger"}, Role::customer, {}};
const Principal staff{AccountId{"barista"}, Role::staff, {CafeId{"cafe"}}};

/// Takes what it is given, with the outcomes that the test has put there; without one, gladly.
class ScriptedMessenger final : public Messenger {
  public:
    std::vector<OutgoingMessage> taken;
    std::deque<SendOutcome> outcomes;

    void send(OutgoingMessage message, std::move_only_function<void(SendOutcome)> done) override {
        taken.push_back(std::move(message));
        SendOutcome outcome = Accepted{};
        if (!outcomes.empty()) {
            outcome = std::move(outcomes.front());
            outcomes.pop_front();
        }
        done(std::move(outcome));
    }
};

class NotificationContextTest : public testing::Test {
  protected:
    ScriptedMessenger telegram;
    ScriptedMessenger webhook;
    test::ContextWorld world{[this] {
        return make({.telegram_bot = "dangol_bot", .telegram_update_secret = "update-secret"},
                    {.telegram = &telegram, .webhook = &webhook},
                    [](std::string_view secret) { return "hash-of-" + std::string(secret); });
    }};

    void place(const std::string& id, Language language = Language::ko) {
        order::OrderDetails order;
        order.order_id = OrderId{id};
        order.cafe_id = CafeId{"cafe"};
        order.cafe_name = {"단골", "Dangol"};
        order.customer_id = AccountId{"customer"};
        order.language = language;
        order.call_number = "A-12";
        order.qty = 2;
        world.publish(id, order::OrderRequested{order});
        world.publish(id, order::OrderPlaced{order}, 2);
        world.settle();
    }
    boost::json::object get(const std::string& path, const Principal& who,
                            std::map<std::string, std::string> query = {}) {
        runtime::Request request;
        request.path = path;
        request.principal = who;
        request.query = std::move(query);
        const auto response = world.call(std::move(request));
        EXPECT_EQ(response.status, 200) << response.body;
        return codec::parse_tree(response.body)->as_object();
    }
    std::vector<std::string> inbox(const Principal& who, std::map<std::string, std::string> query = {}) {
        std::vector<std::string> messages;
        for (const auto& item : get("/notifications", who, std::move(query)).at("items").as_array()) {
            messages.emplace_back(std::string(item.at("state").as_string()) + " " +
                                  std::string(item.at("message").as_string()));
        }
        return messages;
    }
    std::size_t channels(const Principal& who) {
        return get("/notifications/channels", who).at("items").as_array().size();
    }
    std::string link_code(const Principal& who) {
        const auto response = world.call(Method::post, "/notifications/channels/telegram", who, "{}");
        EXPECT_EQ(response.status, 200) << response.body;
        return std::string(codec::parse_tree(response.body)->at("linkCode").as_string());
    }
    runtime::Response start_bot(const std::string& code, const std::string& secret = "update-secret") {
        return world.call(
            Method::post, "/notifications/telegram/" + secret, {},
            R"({"update_id":1,"message":{"message_id":1,"chat":{"id":4242,"type":"private"},"text":"/start )" +
                code + R"("}})");
    }
    void link_telegram() { EXPECT_EQ(start_bot(link_code(customer)).status, 200); }
    runtime::Response link_webhook(const Principal& who, const std::string& more = {}) {
        return world.call(Method::post, "/notifications/channels/webhook", who,
                          R"({"url":"https://pos.example.com/hook")" + more + "}");
    }
    void disable(const std::string& account) {
        world.hears(account, identity::AccountDisabled{{account}, {"boss"}});
        world.settle();
    }
};

TEST_F(NotificationContextTest, customer_and_cafe_each_find_their_messages_the_newest_first) {
    place("order");
    world.publish("order",
                  cafe::OrderApproved{OrderId{"order"}, CafeId{"cafe"}, AccountId{"customer"}, 10, {}});
    world.settle();
    EXPECT_EQ(inbox(customer), (std::vector<std::string>{"SENT accepted", "SENT placed"}));
    EXPECT_EQ(inbox(staff, {{"cafeId", "cafe"}}), (std::vector<std::string>{"SENT cafe_new_order"}));
    EXPECT_TRUE(inbox(stranger).empty());
    EXPECT_EQ(inbox(customer, {{"limit", "1"}}), (std::vector<std::string>{"SENT accepted"}));
}

TEST_F(NotificationContextTest, only_staff_read_a_cafes_inbox) {
    runtime::Request request;
    request.path = "/notifications";
    request.principal = stranger;
    request.query = {{"cafeId", "cafe"}};
    EXPECT_EQ(world.call(request).status, 403);
    request.path = "/notifications/stream";
    EXPECT_EQ(world.call(request).status, 403);
}

TEST_F(NotificationContextTest, the_stream_shows_new_messages) {
    runtime::Request request;
    request.path = "/notifications/stream";
    request.principal = customer;
    const auto watch = world.call(request).watch;
    place("order", Language::en);
    const auto frames = watch->take();
    ASSERT_EQ(frames.size(), 1U);
    EXPECT_EQ(frames[0].event, "notification");
    EXPECT_NE(frames[0].data.find("[Dangol] Your payment went through"), std::string::npos);
}

TEST_F(NotificationContextTest, a_code_links_a_chat_once) {
    const auto code = link_code(customer);
    EXPECT_NE(start_bot(code).body.find("연결됐어요"), std::string::npos);
    EXPECT_EQ(channels(customer), 1U);
    EXPECT_NE(start_bot(code).body.find("만료됐거나"), std::string::npos) << "it is used up";

    place("order");
    ASSERT_EQ(telegram.taken.size(), 1U);
    EXPECT_EQ(telegram.taken[0].address, "4242");
    EXPECT_EQ(inbox(customer).size(), 1U) << "the copy is not a second message";
}

TEST_F(NotificationContextTest, a_code_of_an_earlier_version_links_a_chat) {
    runtime::Changes earlier;
    earlier.rows.emplace_back(runtime::Row{"link_codes", "hash-of-code", "customer", 0, {}});
    ASSERT_TRUE(world.disk.apply(earlier));
    EXPECT_NE(start_bot("code").body.find("연결됐어요"), std::string::npos);
    EXPECT_EQ(channels(customer), 1U);
}

TEST_F(NotificationContextTest, a_code_expires_after_an_hour) {
    const auto code = link_code(customer);
    world.run_for(61min);
    EXPECT_NE(start_bot(code).body.find("만료됐거나"), std::string::npos);
    EXPECT_EQ(channels(customer), 0U);
}

TEST_F(NotificationContextTest, the_code_itself_is_not_stored) {
    const auto code = link_code(customer);
    const auto rows =
        adapters::open_memory_reader(world.disk)->rows({.view = "link_codes", .scope = "customer"});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].key, "hash-of-" + code);
}

TEST_F(NotificationContextTest, an_update_with_a_wrong_secret_is_nowhere) {
    EXPECT_EQ(start_bot(link_code(customer), "update-secreT").status, 404);
    EXPECT_EQ(channels(customer), 0U);
}

TEST_F(NotificationContextTest, a_busy_telegram_is_obeyed_and_asked_again) {
    link_telegram();
    telegram.outcomes.emplace_back(RetryAfter{40s});
    place("order");
    EXPECT_EQ(telegram.taken.size(), 1U);
    world.run_for(39s);
    EXPECT_EQ(telegram.taken.size(), 1U);
    world.run_for(2s);
    ASSERT_EQ(telegram.taken.size(), 2U);
    EXPECT_EQ(telegram.taken[0].id, telegram.taken[1].id);
}

TEST_F(NotificationContextTest, a_chat_that_is_gone_is_unlinked_and_the_failure_stays_visible) {
    link_telegram();
    telegram.outcomes.emplace_back(Gone{"telegram 403: Forbidden: bot was blocked by the user"});
    place("order");
    EXPECT_EQ(channels(customer), 0U);
    EXPECT_EQ(inbox(customer), (std::vector<std::string>{"FAILED ", "SENT placed"}));
    place("second");
    EXPECT_EQ(telegram.taken.size(), 1U);
}

TEST_F(NotificationContextTest, gives_up_after_ten_attempts) {
    link_telegram();
    for (int i = 0; i < 20; ++i) telegram.outcomes.emplace_back(Failed{true, "telegram 502: "});
    place("order");
    world.run_for(48h);
    EXPECT_EQ(telegram.taken.size(), 10U);
    EXPECT_EQ(inbox(customer).front(), "FAILED ");
}

TEST_F(NotificationContextTest, a_webhook_is_linked_with_a_secret_that_is_shown_once) {
    const auto made = world.call(Method::post, "/notifications/channels/webhook", staff,
                                 R"({"url":"https://pos.example.com/hook","cafeId":"cafe"})");
    ASSERT_EQ(made.status, 201) << made.body;
    const auto secret = std::string(codec::parse_tree(made.body)->at("secret").as_string());
    EXPECT_TRUE(secret.starts_with("whsec_"));
    EXPECT_EQ(world.call(Method::get, "/notifications/channels", staff).body.find(secret), std::string::npos);

    place("order");
    ASSERT_EQ(webhook.taken.size(), 1U);
    EXPECT_EQ(webhook.taken[0].address, "https://pos.example.com/hook");
    EXPECT_EQ(webhook.taken[0].secret, secret);
    for (const auto& event : world.disk.events({})) EXPECT_EQ(event.data.find("whsec_"), std::string::npos);

    const auto id = std::string(codec::parse_tree(made.body)->at("id").as_string());
    EXPECT_EQ(world.call(Method::del, "/notifications/channels/" + id, stranger).status, 404);
    EXPECT_EQ(world.call(Method::del, "/notifications/channels/" + id, staff).status, 200);
    EXPECT_EQ(world.call(Method::del, "/notifications/channels/" + id, staff).status, 404);
    place("second");
    EXPECT_EQ(webhook.taken.size(), 1U);
}

TEST_F(NotificationContextTest, a_webhook_needs_a_public_address_and_ones_own_cafe) {
    EXPECT_EQ(
        world.call(Method::post, "/notifications/channels/webhook", customer, R"({"url":"http://10.0.0.1/"})")
            .status,
        422);
    EXPECT_EQ(world
                  .call(Method::post, "/notifications/channels/webhook", customer,
                        R"({"url":"https://pos.example.com/","cafeId":"cafe"})")
                  .status,
              403);
}

TEST_F(NotificationContextTest, a_disabled_account_gets_nothing_more) {
    link_telegram();
    EXPECT_EQ(link_webhook(customer).status, 201);
    disable("customer");
    EXPECT_EQ(channels(customer), 0U);
    place("order");
    EXPECT_TRUE(telegram.taken.empty());
    EXPECT_TRUE(webhook.taken.empty());
}

TEST_F(NotificationContextTest, what_waits_to_be_sent_again_is_not_sent_to_a_disabled_account) {
    link_telegram();
    telegram.outcomes.emplace_back(Failed{true, "telegram 502: "});
    place("order");
    EXPECT_EQ(telegram.taken.size(), 1U);
    disable("customer");
    world.run_for(48h);
    EXPECT_EQ(telegram.taken.size(), 1U);
    EXPECT_EQ(inbox(customer).front(), "FAILED ");
}

TEST_F(NotificationContextTest, a_cafe_no_longer_tells_the_channels_that_a_disabled_account_has_linked) {
    const auto code =
        world.call(Method::post, "/notifications/channels/telegram", staff, R"({"cafeId":"cafe"})");
    start_bot(std::string(codec::parse_tree(code.body)->at("linkCode").as_string()));
    const Principal colleague{AccountId{"colleague"}, Role::staff, {CafeId{"cafe"}}};
    EXPECT_EQ(link_webhook(colleague, R"(,"cafeId":"cafe")").status, 201);
    disable("barista");
    place("order");
    EXPECT_TRUE(telegram.taken.empty());
    EXPECT_EQ(webhook.taken.size(), 1U) << "the colleague's stays";
}

TEST_F(NotificationContextTest, a_cafe_no_longer_tells_the_channels_of_those_who_have_left_it) {
    const auto code_for = [&](const Principal& who) {
        const auto code =
            world.call(Method::post, "/notifications/channels/telegram", who, R"({"cafeId":"cafe"})");
        return std::string(codec::parse_tree(code.body)->at("linkCode").as_string());
    };
    start_bot(code_for(staff));
    EXPECT_EQ(link_webhook(staff).status, 201) << "their own";
    const auto unused = code_for(staff);
    world.hears("barista", identity::StaffAssigned{{"barista"}, {{"elsewhere"}}}, 2);
    place("order");
    EXPECT_TRUE(telegram.taken.empty());
    EXPECT_EQ(channels(staff), 1U) << "what is their own stays";

    EXPECT_NE(start_bot(unused).body.find("만료됐거나"), std::string::npos);
    EXPECT_EQ(link_webhook(staff, R"(,"cafeId":"cafe")").status, 403) << "their token still names the café";
    world.hears("barista", identity::StaffAssigned{{"barista"}, {{"cafe"}, {"elsewhere"}}}, 3);
    EXPECT_EQ(link_webhook(staff, R"(,"cafeId":"cafe")").status, 201) << "they are back";
    place("another");
    EXPECT_EQ(webhook.taken.size(), 1U);
}

TEST_F(NotificationContextTest, a_disabled_account_links_nothing_more) {
    const auto code = link_code(customer);
    disable("customer");
    EXPECT_NE(start_bot(code).body.find("만료됐거나"), std::string::npos);
    EXPECT_EQ(link_webhook(customer).status, 403);
    EXPECT_EQ(world.call(Method::post, "/notifications/channels/telegram", customer, "{}").status, 403);
    EXPECT_EQ(channels(customer), 0U);
}

TEST_F(NotificationContextTest, what_waits_to_be_sent_again_is_not_sent_to_an_unlinked_channel) {
    link_telegram();
    telegram.outcomes.emplace_back(Failed{true, "telegram 502: "});
    place("order");
    const auto id = std::string(
        get("/notifications/channels", customer).at("items").as_array().at(0).at("id").as_string());
    EXPECT_EQ(world.call(Method::del, "/notifications/channels/" + id, customer).status, 200);
    world.run_for(48h);
    EXPECT_EQ(telegram.taken.size(), 1U);
}

TEST_F(NotificationContextTest, of_a_failed_delivery_everybody_hears_and_nobody_of_a_delivered_one) {
    place("order");
    delivery::DeliveryFailed failed;
    failed.order_id = OrderId{"order"};
    failed.rider_id = RiderId{"stranger"};
    failed.returning = true;
    world.publish("order", failed, 9);
    order::OrderUndelivered undelivered;
    undelivered.order_id = OrderId{"order"};
    world.publish("order", undelivered, 3);
    world.settle();
    EXPECT_EQ(inbox(customer), (std::vector<std::string>{"SENT undelivered", "SENT placed"}));
    EXPECT_EQ(inbox(staff, {{"cafeId", "cafe"}}),
              (std::vector<std::string>{"SENT cafe_undelivered", "SENT cafe_new_order"}));
    EXPECT_EQ(inbox(stranger), (std::vector<std::string>{"SENT rider_failed"}));
}

TEST_F(NotificationContextTest, nothing_is_told_again_after_a_restart) {
    place("order");
    world.restart();
    world.settle();
    EXPECT_EQ(inbox(customer), (std::vector<std::string>{"SENT placed"}));
}

}  // namespace
}  // namespace dangol::notification
