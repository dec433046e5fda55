#include "contexts/notification/domain/channels.hpp"

#include <string>

#include <gtest/gtest.h>

namespace dangol::notification::channels {
namespace {

LinkChannel link(std::string id, Channel channel) { return {"me", std::move(id), channel, {}}; }

State after(State state, const std::vector<Command>& commands) {
    for (const auto& command : commands) {
        const auto events = decide(state, command);
        for (const auto& event : events.value()) state = evolve(std::move(state), event);
    }
    return state;
}

TEST(Channels, a_new_chat_replaces_the_old_one) {
    const auto state = after(
        {}, {link("old", Channel::telegram), link("hook", Channel::webhook), link("new", Channel::telegram)});
    EXPECT_EQ(state.linked,
              (std::vector<LinkedChannel>{{"hook", Channel::webhook}, {"new", Channel::telegram}}));
}

TEST(Channels, there_are_at_most_five_webhooks) {
    State state;
    for (std::size_t i = 0; i < webhooks_max; ++i)
        state = after(state, {link(std::to_string(i), Channel::webhook)});
    EXPECT_EQ(decide(state, link("sixth", Channel::webhook)).error().code, "too-many-webhooks");
    EXPECT_TRUE(decide(state, link("chat", Channel::telegram)).has_value());
}

TEST(Channels, unlinks_only_what_is_linked) {
    const auto state = after({}, {link("chat", Channel::telegram)});
    EXPECT_EQ(decide(state, UnlinkChannel{"me", "other", UnlinkReason::asked, {}}).error().refusal,
              Refusal::not_found);
    EXPECT_TRUE(after(state, {UnlinkChannel{"me", "chat", UnlinkReason::gone, {}}}).linked.empty());
}

TEST(Channels, tries_ten_times_over_most_of_a_day) {
    Duration total{};
    for (int attempt = 1; attempt < attempts_max; ++attempt) {
        ASSERT_TRUE(pause_after(attempt));
        total += *pause_after(attempt);
    }
    EXPECT_FALSE(pause_after(attempts_max));
    EXPECT_GT(total, std::chrono::hours(20));
    EXPECT_LT(total, std::chrono::hours(28));
}

TEST(WebhookUrl, takes_public_https_addresses) {
    for (const std::string_view url : {"https://pos.example.com/hook",
                                       "https://pos.example.com:8443/hook?cafe=1", "https://example.com"}) {
        EXPECT_TRUE(is_webhook_url(url, false)) << url;
    }
}

TEST(WebhookUrl, refuses_whatever_else) {
    const std::string long_url = "https://example.com/" + std::string(2'100, 'a');
    for (const std::string_view url : std::initializer_list<std::string_view>{
             "http://example.com/hook", "ftp://example.com", "https://", "https://localhost/hook",
             "https://intranet/hook", "https://user:secret@example.com", "https://example.com/#part",
             "https://exa mple.com", "https://[::1]/", "https://example.com:port/",
             "https://example.com\\@evil.com", std::string_view(long_url)}) {
        EXPECT_FALSE(is_webhook_url(url, true)) << url;
    }
}

TEST(WebhookUrl, plain_http_only_to_this_machine_and_only_when_allowed) {
    for (const std::string_view url : std::initializer_list<std::string_view>{
             "http://127.0.0.1:9000/hook", "http://localhost/hook", "http://[::1]/hook"}) {
        EXPECT_TRUE(is_webhook_url(url, true)) << url;
        EXPECT_FALSE(is_webhook_url(url, false)) << url;
    }
    EXPECT_FALSE(is_webhook_url("http://localhost.example.com/hook", true));
}

}  // namespace
}  // namespace dangol::notification::channels
