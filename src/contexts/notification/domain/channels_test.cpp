#include "contexts/notification/domain/channels.hpp"

#include <gtest/gtest.h>

namespace dangol::notification {
namespace {

LinkChannel link(std::string id, Channel channel) { return {"me", std::move(id), channel, {}}; }

Channels after(Channels state, const std::vector<ChannelCommand>& commands) {
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
    Channels state;
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

}  // namespace
}  // namespace dangol::notification
