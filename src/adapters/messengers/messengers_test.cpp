#include <deque>
#include <future>

#include <gtest/gtest.h>

#include "adapters/messengers/console.hpp"
#include "adapters/messengers/public_address.hpp"
#include "adapters/messengers/standard_webhooks.hpp"
#include "adapters/messengers/telegram.hpp"
#include "adapters/messengers/webhook.hpp"
#include "tests/support/manual_ports.hpp"

namespace dangol::adapters {
namespace {

using namespace notification;

/// Answers as the documented APIs do, and keeps what it was sent.
struct ScriptedServer {
    std::vector<HttpCall> calls;
    std::deque<HttpOutcome> outcomes;

    HttpSend send() {
        return [this](HttpCall call, std::move_only_function<void(HttpOutcome)> done) {
            calls.push_back(std::move(call));
            auto outcome = std::move(outcomes.front());
            outcomes.pop_front();
            done(std::move(outcome));
        };
    }
};

HttpReply reply(int status, std::string body = {}, HttpHeaders headers = {}) {
    return {status, std::move(headers), std::move(body)};
}

OutgoingMessage message() {
    OutgoingMessage message;
    message.id = "order-accepted";
    message.recipient = "customer";
    message.address = "4242";
    message.secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    message.order_id = OrderId{"order"};
    message.message = Template::accepted;
    message.text = "[단골] \"주문\"을 받았습니다.";
    return message;
}

SendOutcome send_once(Messenger& messenger, OutgoingMessage outgoing) {
    std::optional<SendOutcome> outcome;
    messenger.send(std::move(outgoing), [&](SendOutcome result) { outcome = std::move(result); });
    EXPECT_TRUE(outcome.has_value());
    return outcome.value_or(Failed{});
}

// ---- Telegram
// ------------------------------------------------------------------------------------------------------

SendOutcome telegram_says(int status, std::string body) {
    return telegram_outcome(reply(status, std::move(body)));
}

TEST(Telegram, sends_the_text_to_the_chat_as_it_is) {
    ScriptedServer server;
    server.outcomes.emplace_back(reply(200, R"({"ok":true,"result":{"message_id":1}})"));
    TelegramMessenger telegram({.base_url = "http://127.0.0.1:1", .token = "12:secret"}, server.send());
    EXPECT_TRUE(std::holds_alternative<Accepted>(send_once(telegram, message())));
    ASSERT_EQ(server.calls.size(), 1U);
    EXPECT_EQ(server.calls[0].method, "POST");
    EXPECT_EQ(server.calls[0].url, "http://127.0.0.1:1/bot12:secret/sendMessage");
    EXPECT_EQ(server.calls[0].body, "{\"chat_id\":\"4242\",\"text\":\"[단골] \\\"주문\\\"을 받았습니다.\"}");
}

TEST(Telegram, obeys_retry_after) {
    const auto outcome = telegram_says(
        429,
        R"({"ok":false,"error_code":429,"description":"Too Many Requests: retry after 17","parameters":{"retry_after":17}})");
    ASSERT_TRUE(std::holds_alternative<RetryAfter>(outcome));
    EXPECT_EQ(std::get<RetryAfter>(outcome).wait, std::chrono::seconds(17));
}

TEST(Telegram, a_chat_that_blocked_the_bot_is_gone) {
    EXPECT_TRUE(std::holds_alternative<Gone>(telegram_says(
        403, R"({"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"})")));
    EXPECT_TRUE(std::holds_alternative<Gone>(
        telegram_says(400, R"({"ok":false,"error_code":400,"description":"Bad Request: chat not found"})")));
}

TEST(Telegram, tries_again_what_may_pass_and_only_that) {
    EXPECT_TRUE(std::get<Failed>(telegram_says(502, "<html>")).retryable);
    EXPECT_TRUE(
        std::get<Failed>(telegram_says(401, R"({"ok":false,"description":"Unauthorized"})")).retryable);
    EXPECT_TRUE(std::get<Failed>(telegram_says(200, "not json")).retryable);
    EXPECT_FALSE(
        std::get<Failed>(telegram_says(400, R"({"ok":false,"description":"Bad Request: text is empty"})"))
            .retryable);
}

TEST(Telegram, no_reason_tells_the_token) {
    const HttpOutcome broken =
        std::unexpected(HttpError{HttpError::Kind::timeout, "http://host/bot12:secret/"});
    const auto failed = std::get<Failed>(telegram_outcome(broken));
    EXPECT_TRUE(failed.retryable);
    EXPECT_EQ(failed.reason.find("secret"), std::string::npos);
}

// ---- Webhooks
// ------------------------------------------------------------------------------------------------------

TEST(StandardWebhooks, signs_the_published_example) {
    EXPECT_EQ(webhook_signature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                1'614'265'330, R"({"test": 2432232314})"),
              "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

TEST(StandardWebhooks, a_secret_of_another_form_signs_nothing) {
    EXPECT_FALSE(webhook_signature("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "id", 0, "{}"));
    EXPECT_FALSE(webhook_signature("whsec_not*base64!", "id", 0, "{}"));
    EXPECT_FALSE(webhook_signature("whsec_", "id", 0, "{}"));
}

TEST(Webhook, carries_id_timestamp_and_a_signature_of_what_it_sends) {
    ScriptedServer server;
    server.outcomes.emplace_back(reply(204));
    test::ManualClock clock;
    WebhookMessenger webhook(clock, server.send());
    auto outgoing = message();
    outgoing.address = "https://pos.example.com/hook";
    EXPECT_TRUE(std::holds_alternative<Accepted>(send_once(webhook, outgoing)));

    const auto& call = server.calls.at(0);
    EXPECT_EQ(call.url, "https://pos.example.com/hook");
    const HttpReply sent{0, call.headers, {}};  // for its look-up of headers
    EXPECT_EQ(sent.header("webhook-id"), "order-accepted");
    const auto now = std::chrono::floor<std::chrono::seconds>(clock.now()).time_since_epoch().count();
    EXPECT_EQ(sent.header("webhook-timestamp"), std::to_string(now));
    EXPECT_EQ(sent.header("webhook-signature"),
              *webhook_signature(outgoing.secret, "order-accepted", now, call.body));
    EXPECT_NE(call.body.find(R"("type":"order.accepted")"), std::string::npos);
    EXPECT_NE(call.body.find(R"("orderId":"order")"), std::string::npos);
    EXPECT_EQ(call.body.find("whsec_"), std::string::npos);
}

TEST(Webhook, understands_the_answers) {
    EXPECT_TRUE(std::holds_alternative<Gone>(webhook_outcome(reply(410))));
    const auto busy = webhook_outcome(reply(503, {}, {{"Retry-After", "120"}}));
    ASSERT_TRUE(std::holds_alternative<RetryAfter>(busy));
    EXPECT_EQ(std::get<RetryAfter>(busy).wait, std::chrono::seconds(120));
    EXPECT_TRUE(std::get<Failed>(webhook_outcome(reply(503, {}, {{"Retry-After", "tomorrow"}}))).retryable);
    EXPECT_TRUE(std::get<Failed>(webhook_outcome(reply(302))).retryable) << "redirects are not followed";
    EXPECT_TRUE(std::get<Failed>(webhook_outcome(std::unexpected(HttpError{}))).retryable);
}

TEST(PublicAddress, keeps_webhooks_off_private_networks) {
    for (const auto* address : {"127.0.0.1",
                                "10.1.2.3",
                                "172.16.0.1",
                                "172.31.255.255",
                                "192.168.0.1",
                                "169.254.169.254",
                                "100.64.0.1",
                                "0.0.0.0",
                                "224.0.0.1",
                                "255.255.255.255",
                                "198.18.0.1",
                                "::1",
                                "::",
                                "fe80::1",
                                "fc00::1",
                                "fd12::1",
                                "ff02::1",
                                "::ffff:10.0.0.1",
                                "::ffff:127.0.0.1",
                                "64:ff9b::a00:1",
                                "2002:7f00:1::",
                                "2001:db8::1",
                                "example.com",
                                ""}) {
        EXPECT_FALSE(is_public_address(address)) << address;
    }
    for (const auto* address :
         {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8"}) {
        EXPECT_TRUE(is_public_address(address)) << address;
    }
}

TEST(PublicAddress, a_client_that_asks_it_connects_to_nothing_inside) {
    HttpClient client({.may_connect = is_public_address});
    for (const auto* url :
         {"http://127.0.0.1:9/", "http://localhost:9/", "http://[::1]:9/", "http://169.254.169.254/"}) {
        std::promise<HttpOutcome> outcome;
        send_through(client)({.method = "POST", .url = url},
                             [&](HttpOutcome result) { outcome.set_value(std::move(result)); });
        const auto result = outcome.get_future().get();
        ASSERT_FALSE(result) << url;
        EXPECT_EQ(result.error().kind, HttpError::Kind::not_sent) << url;
        EXPECT_EQ(result.error().message, "connect: all addresses of the host are off limits") << url;
    }
}

// ---- Console
// -------------------------------------------------------------------------------------------------------

TEST(Console, tells_no_secrets) {
    std::string line;
    ConsoleMessenger console([&](std::string_view text) { line = text; });
    EXPECT_TRUE(std::holds_alternative<Accepted>(send_once(console, message())));
    EXPECT_EQ(line, "message accepted of order order to a person");
}

}  // namespace
}  // namespace dangol::adapters
