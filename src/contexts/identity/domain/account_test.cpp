#include "contexts/identity/domain/account.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dangol::identity::account {
namespace {

using namespace std::chrono_literals;

constexpr Timestamp noon{Duration{1'800'000'000'000}};
const AccountId id{"acc1"};

struct Fixture {
    State state;

    [[nodiscard]] const Active& active() const { return std::get<Active>(state); }
    [[nodiscard]] const Details& details() const { return *details_of(state); }

    /// Decides and evolves; the refusal's code, or "".
    std::string run(const Command& command) {
        const auto events = decide(state, command);
        if (!events) return events.error().code;
        for (const auto& event : *events) state = evolve(std::move(state), event);
        return {};
    }
};

RegisterAccount registration(AccountRole role = AccountRole::staff) {
    return {id, "mina", "Mina", role, {}, 1, noon};
}

Fixture registered(AccountRole role = AccountRole::staff) {
    Fixture fixture;
    EXPECT_EQ(fixture.run(registration(role)), "");
    return fixture;
}

TEST(Account, begins_active_without_a_password) {
    const auto fixture = registered();
    EXPECT_TRUE(std::holds_alternative<Active>(fixture.state));
    EXPECT_FALSE(fixture.active().has_password);
    EXPECT_EQ(fixture.details().role, AccountRole::staff);
}

TEST(Account, cannot_be_registered_twice) {
    auto fixture = registered();
    EXPECT_EQ(fixture.run(registration()), "account-exists");
}

TEST(Account, of_a_rider_has_no_branches) {
    Fixture fixture;
    auto command = registration(AccountRole::rider);
    command.cafes = {CafeId{"c1"}};
    EXPECT_EQ(fixture.run(command), "cafes-only-for-staff");
    EXPECT_EQ(registered(AccountRole::rider).run(AssignCafes{id, {CafeId{"c1"}}}), "cafes-only-for-staff");
}

TEST(Account, of_staff_keeps_each_branch_once) {
    auto fixture = registered();
    EXPECT_EQ(fixture.run(AssignCafes{id, {CafeId{"b"}, CafeId{"a"}, CafeId{"b"}}}), "");
    EXPECT_EQ(fixture.details().cafes, (std::vector{CafeId{"a"}, CafeId{"b"}}));
}

TEST(Account, refuses_a_branch_that_is_no_id) {
    EXPECT_EQ(registered().run(AssignCafes{id, {CafeId{"../etc"}}}), "cafes-invalid");
}

TEST(Account, knows_every_role_by_its_name_on_the_wire) {
    for (const auto role : {AccountRole::staff, AccountRole::rider, AccountRole::operator_}) {
        EXPECT_EQ(role_named(name_of(role)), role);
    }
    EXPECT_EQ(name_of(AccountRole::operator_), "operator");
    EXPECT_EQ(role_named("operator_"), std::nullopt);
    EXPECT_EQ(role_named("customer"), std::nullopt);
}

TEST(Link, lets_in_once) {
    auto fixture = registered();
    EXPECT_EQ(fixture.run(IssueLink{id, "hash", noon + 24h}), "");
    EXPECT_EQ(fixture.run(RedeemLink{id, "hash", noon + 1h, true}), "");
    EXPECT_TRUE(fixture.active().has_password);
    EXPECT_EQ(fixture.run(RedeemLink{id, "hash", noon + 1h, true}), "link-invalid");
}

TEST(Link, is_over_at_the_very_moment_it_expires) {
    auto fixture = registered();
    EXPECT_EQ(fixture.run(IssueLink{id, "hash", noon + 24h}), "");
    EXPECT_EQ(fixture.run(RedeemLink{id, "hash", noon + 24h, false}), "link-invalid");
    EXPECT_EQ(fixture.run(RedeemLink{id, "hash", noon + 24h - 1ms, false}), "");
}

TEST(Link, is_void_once_a_newer_one_is_issued) {
    auto fixture = registered();
    EXPECT_EQ(fixture.run(IssueLink{id, "old", noon + 24h}), "");
    EXPECT_EQ(fixture.run(IssueLink{id, "new", noon + 24h}), "");
    EXPECT_EQ(fixture.run(RedeemLink{id, "old", noon, false}), "link-invalid");
}

TEST(Link, of_a_disabled_account_lets_nobody_in) {
    auto fixture = registered();
    EXPECT_EQ(fixture.run(IssueLink{id, "hash", noon + 24h}), "");
    EXPECT_EQ(fixture.run(DisableAccount{id, AccountId{"boss"}}), "");
    EXPECT_EQ(fixture.run(RedeemLink{id, "hash", noon, false}), "link-invalid");
    EXPECT_EQ(fixture.run(IssueLink{id, "other", noon + 24h}), "account-disabled");
}

TEST(SignIn, of_a_disabled_account_is_refused_like_a_wrong_password) {
    auto fixture = registered();
    EXPECT_EQ(fixture.run(DisableAccount{id, AccountId{"boss"}}), "");
    EXPECT_EQ(fixture.run(SignIn{id}), "sign-in-failed");
}

TEST(Disable, is_not_for_ones_own_account) {
    auto fixture = registered(AccountRole::operator_);
    EXPECT_EQ(fixture.run(DisableAccount{id, id}), "own-account");
    EXPECT_TRUE(std::holds_alternative<Active>(fixture.state));
}

TEST(Disable, and_a_new_password_end_all_sessions) {
    auto fixture = registered();
    EXPECT_EQ(fixture.run(ChangePassword{id}), "");
    EXPECT_EQ(fixture.details().epoch, 1);
    EXPECT_EQ(fixture.run(DisableAccount{id, AccountId{"boss"}}), "");
    EXPECT_EQ(fixture.details().epoch, 2);
}

TEST(Account, that_does_not_exist_answers_not_found) {
    Fixture fixture;
    EXPECT_EQ(fixture.run(AssignCafes{id, {}}), "account-unknown");
    EXPECT_EQ(fixture.run(DisableAccount{id, AccountId{"boss"}}), "account-unknown");
    EXPECT_EQ(fixture.run(SignIn{id}), "sign-in-failed");
}

/// One of the commands that may come in any order, with few values so that they meet often.
Command any_command(Timestamp at) {
    const auto code = std::string(1, *rc::gen::inRange('a', 'd'));
    switch (*rc::gen::inRange(0, 5)) {
        case 0: return IssueLink{id, code, at + *rc::gen::inRange(0, 5) * Duration{1h}};
        case 1: return RedeemLink{id, code, at, *rc::gen::arbitrary<bool>()};
        case 2: return ChangePassword{id};
        case 3: return SignIn{id};
        default:
            return *rc::gen::weightedElement<Command>(
                {{9, RedeemLink{id, code, at, false}}, {1, DisableAccount{id, AccountId{"boss"}}}});
    }
}

RC_GTEST_PROP(LinkProperty, each_issue_is_redeemed_at_most_once_and_never_after_it_expired, ()) {
    Fixture fixture;
    RC_ASSERT(fixture.run(registration()).empty());
    std::map<std::string, Timestamp> redeemable;
    Timestamp at = noon;
    const int steps = *rc::gen::inRange(1, 60);
    for (int i = 0; i < steps; ++i) {
        at += *rc::gen::inRange(0, 3) * Duration{1h};
        const auto command = any_command(at);
        const bool done = fixture.run(command).empty();
        if (const auto* issue = std::get_if<IssueLink>(&command); issue != nullptr && done) {
            redeemable = {{issue->code_hash, issue->expires}};
        }
        if (const auto* redeem = std::get_if<RedeemLink>(&command)) {
            const auto found = redeemable.find(redeem->code_hash);
            const bool valid = found != redeemable.end() && at < found->second &&
                               std::holds_alternative<Active>(fixture.state);
            RC_ASSERT(done == valid);
            if (done) redeemable.clear();
        }
    }
}

}  // namespace
}  // namespace dangol::identity::account
