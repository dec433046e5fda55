#include "contexts/identity/domain/session.hpp"

#include <map>
#include <string>
#include <vector>

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
    return {std::move(token), std::move(next), 3, at, at + 720h, 60s};
}

TEST(Session, is_refreshed_with_the_current_token_and_lives_on) {
    auto fixture = opened();
    EXPECT_EQ(fixture.run(refresh("first", "second", noon + 700h)), "");
    EXPECT_EQ(fixture.run(refresh("second", "third", noon + 1400h)), "");
    EXPECT_TRUE(std::holds_alternative<Open>(fixture.state));
}

TEST(Session, takes_a_token_again_whose_answer_was_lost_a_moment_ago) {
    auto fixture = opened();
    EXPECT_EQ(fixture.run(refresh("first", "second")), "");
    EXPECT_EQ(fixture.run(refresh("first", "other", noon + 59s)), "");
    const auto& open = std::get<Open>(fixture.state);
    EXPECT_EQ(open.token_hash, "second");  // the same successor for both
    EXPECT_EQ(open.expires, noon + 720h);
    EXPECT_EQ(fixture.run(refresh("second", "third", noon + 2min)), "");
}

TEST(Session, takes_every_token_that_was_replaced_a_moment_ago) {
    auto fixture = opened();
    EXPECT_EQ(fixture.run(refresh("first", "second")), "");
    EXPECT_EQ(fixture.run(refresh("second", "third", noon + 10s)), "");
    EXPECT_EQ(fixture.run(refresh("first", "second", noon + 20s)), "");
    EXPECT_EQ(std::get<Open>(fixture.state).token_hash, "third");
}

TEST(Session, ends_for_both_when_an_old_token_is_shown_again) {
    auto fixture = opened();
    EXPECT_EQ(fixture.run(refresh("first", "second")), "");
    EXPECT_EQ(fixture.run(refresh("first", "thief", noon + 60s)), "");
    EXPECT_TRUE(std::holds_alternative<Revoked>(fixture.state));
    EXPECT_EQ(fixture.run(refresh("second", "third")), "session-over");
}

TEST(Session, keeps_a_few_replaced_tokens_only) {
    auto fixture = opened();
    EXPECT_EQ(fixture.run(refresh("first", "t0")), "");
    for (std::size_t i = 0; i < replaced_max; ++i) {
        EXPECT_EQ(fixture.run(refresh("t" + std::to_string(i), "t" + std::to_string(i + 1))), "");
    }
    EXPECT_EQ(std::get<Open>(fixture.state).replaced.size(), replaced_max);
    EXPECT_EQ(fixture.run(refresh("first", "thief")), "");
    EXPECT_TRUE(std::holds_alternative<Revoked>(fixture.state));
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

/// Whoever asks with whichever token and whenever: within the grace nobody is thrown out and all get the one
/// current token; after it, an old token ends the session.
RC_GTEST_PROP(SessionProperty, a_replaced_token_serves_within_its_grace_and_never_after, ()) {
    auto fixture = opened();
    std::vector<std::string> issued{"first"};
    std::map<std::string, Timestamp> replaced;
    Timestamp at = noon;
    const int steps = *rc::gen::inRange(1, static_cast<int>(replaced_max));
    for (int i = 0; i < steps; ++i) {
        at += *rc::gen::inRange(0, 50) * Duration{1s};
        const auto current = issued.back();
        const auto token = *rc::gen::weightedOneOf<std::string>(
            {{2, rc::gen::just(current)}, {1, rc::gen::elementOf(issued)}});
        const auto next = "t" + std::to_string(i);
        RC_ASSERT(fixture.run(refresh(token, next, at)).empty());
        const auto* open = std::get_if<Open>(&fixture.state);
        if (token == current) {
            RC_ASSERT(open != nullptr && open->token_hash == next);
            replaced[token] = at;
            issued.push_back(next);
        } else if (at < replaced.at(token) + 60s) {
            RC_ASSERT(open != nullptr && open->token_hash == current);
        } else {
            RC_ASSERT(open == nullptr);
            break;
        }
    }
}

}  // namespace
}  // namespace dangol::identity::session
