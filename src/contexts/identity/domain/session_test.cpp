#include "contexts/identity/domain/session.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dangol::identity::session {
namespace {

using namespace std::chrono_literals;

constexpr Timestamp noon{Duration{1'800'000'000'000}};

struct Fixture {
    State state;

    std::string run(const Command& command) {
        const auto events = decide(state, command);
        if (!events) return events.error().code;
        for (const auto& event : *events) state = evolve(std::move(state), event);
        return {};
    }
};

Fixture opened() {
    Fixture fixture;
    EXPECT_EQ(fixture.run(OpenSession{AccountId{"acc1"}, "first", 3, noon + 720h}), "");
    return fixture;
}

RefreshSession refresh(std::string token, std::string next, Timestamp at = noon) {
    return {std::move(token), std::move(next), 3, at, at + 720h};
}

TEST(Session, is_refreshed_with_the_current_token_and_lives_on) {
    auto fixture = opened();
    EXPECT_EQ(fixture.run(refresh("first", "second", noon + 700h)), "");
    EXPECT_EQ(fixture.run(refresh("second", "third", noon + 1400h)), "");
    EXPECT_TRUE(std::holds_alternative<Open>(fixture.state));
}

TEST(Session, ends_for_both_when_an_old_token_is_shown_again) {
    auto fixture = opened();
    EXPECT_EQ(fixture.run(refresh("first", "second")), "");
    EXPECT_EQ(fixture.run(refresh("first", "thief")), "");
    EXPECT_TRUE(std::holds_alternative<Revoked>(fixture.state));
    EXPECT_EQ(fixture.run(refresh("second", "third")), "session-over");
}

TEST(Session, is_over_when_it_expires) {
    auto fixture = opened();
    EXPECT_EQ(fixture.run(refresh("first", "second", noon + 720h)), "session-over");
}

TEST(Session, is_over_when_the_account_has_moved_on) {
    auto fixture = opened();
    auto command = refresh("first", "second");
    command.epoch = 4;
    EXPECT_EQ(fixture.run(command), "session-over");
}

TEST(Session, can_be_revoked_twice_without_an_error) {
    auto fixture = opened();
    EXPECT_EQ(fixture.run(RevokeSession{}), "");
    EXPECT_EQ(fixture.run(RevokeSession{}), "");
    EXPECT_EQ(fixture.run(refresh("first", "second")), "session-over");
}

TEST(Session, that_never_was_is_over) {
    Fixture fixture;
    EXPECT_EQ(fixture.run(refresh("", "second")), "session-over");
}

RC_GTEST_PROP(SessionProperty, a_refresh_token_serves_at_most_once, ()) {
    auto fixture = opened();
    std::vector<std::string> issued{"first"};
    std::map<std::string, int> served;
    const int steps = *rc::gen::inRange(1, 30);
    for (int i = 0; i < steps; ++i) {
        const auto token = *rc::gen::weightedOneOf<std::string>(
            {{4, rc::gen::just(issued.back())}, {1, rc::gen::elementOf(issued)}});
        const auto next = "t" + std::to_string(i);
        const bool done = fixture.run(refresh(token, next)).empty();
        if (!done || !std::holds_alternative<Open>(fixture.state)) continue;
        RC_ASSERT(++served[token] == 1);
        issued.push_back(next);
    }
}

}  // namespace
}  // namespace dangol::identity::session
