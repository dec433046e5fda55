#include "adapters/tokens/revoked_accounts.hpp"

#include <gtest/gtest.h>

namespace dangol::adapters {
namespace {

using namespace std::chrono_literals;

constexpr Timestamp noon{Duration{1'800'000'000'000}};

Result<Principal> of(const std::string& account) { return Principal{{account}, Role::rider, {}, "s"}; }

TEST(RevokedAccounts, are_refused_until_their_tokens_have_expired) {
    RevokedAccounts revoked;
    EXPECT_TRUE(revoked.admit(of("kim"), noon));
    revoked.revoke({"kim"}, noon + 16min);
    const auto refused = revoked.admit(of("kim"), noon + 15min);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().refusal, Refusal::unauthenticated);
    EXPECT_TRUE(revoked.admit(of("lee"), noon + 15min));
    EXPECT_TRUE(revoked.admit(of("kim"), noon + 16min));
}

TEST(RevokedAccounts, are_refused_until_the_latest_time_that_was_said) {
    RevokedAccounts revoked;
    revoked.revoke({"kim"}, noon + 16min);
    revoked.revoke({"kim"}, noon + 20min);
    EXPECT_FALSE(revoked.admit(of("kim"), noon + 19min));
    EXPECT_TRUE(revoked.admit(of("kim"), noon + 20min));
}

TEST(RevokedAccounts, make_no_bad_token_good) {
    RevokedAccounts revoked;
    revoked.revoke({"kim"}, noon);
    const auto refused = revoked.admit(refuse(Refusal::unauthenticated, "token-invalid", {"", ""}), noon);
    EXPECT_FALSE(refused);
}

}  // namespace
}  // namespace dangol::adapters
