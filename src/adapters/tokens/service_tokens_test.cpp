#include "adapters/tokens/service_tokens.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

#include "adapters/tokens/base64url.hpp"
#include "adapters/tokens/es256_tokens.hpp"

namespace dangol::adapters {
namespace {

using namespace std::chrono_literals;

const std::string secret = "a secret of thirty-two characters or more";
const std::vector<std::string> here{"payment", "cafe"};
const Timestamp now{std::chrono::hours{24 * 365 * 56}};

bool accepted(const std::string& token, Timestamp at = now) {
    return ServiceTokens(secret).verify(token, here, at).has_value();
}

TEST(ServiceTokens, say_which_context_calls) {
    const auto token = ServiceTokens(secret).issue("order", "payment", now);
    const auto principal = ServiceTokens(secret).verify(token, here, now);
    ASSERT_TRUE(principal);
    EXPECT_EQ(principal->role, Role::service);
    EXPECT_EQ(principal->account.value, "service-order");
    EXPECT_TRUE(ServiceTokens::is_meant_by(token));
}

TEST(ServiceTokens, are_good_for_the_called_context_only) {
    EXPECT_FALSE(accepted(ServiceTokens(secret).issue("order", "mypage", now)));
}

TEST(ServiceTokens, of_another_secret_are_refused) {
    EXPECT_FALSE(accepted(ServiceTokens(secret + "!").issue("order", "payment", now)));
}

TEST(ServiceTokens, live_a_minute_and_the_leeway) {
    const auto token = ServiceTokens(secret).issue("order", "payment", now);
    EXPECT_TRUE(accepted(token, now + 89s));
    EXPECT_FALSE(accepted(token, now + 90s));
    EXPECT_TRUE(accepted(token, now - 30s));
    EXPECT_FALSE(accepted(token, now - 31s));
}

TEST(ServiceTokens, altered_anywhere_are_refused) {
    const auto token = ServiceTokens(secret).issue("order", "payment", now);
    for (std::size_t i = 0; i < token.size(); ++i) {
        auto altered = token;
        altered[i] = altered[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(accepted(altered)) << i;
    }
    EXPECT_FALSE(accepted(token + "A"));
    EXPECT_FALSE(accepted(token.substr(0, token.rfind('.'))));
    EXPECT_FALSE(accepted(""));
}

TEST(ServiceTokens, of_another_form_of_the_same_header_are_refused) {
    const auto token = ServiceTokens(secret).issue("order", "payment", now);
    const auto payload = token.substr(token.find('.'));
    EXPECT_FALSE(accepted(to_base64url(R"({"alg":"none","typ":"service+jwt"})") + payload));
    EXPECT_FALSE(accepted(to_base64url(R"({"typ":"service+jwt","alg":"HS256"})") + payload));
}

TEST(ServiceTokens, need_a_secret_worth_the_name) {
    EXPECT_THROW(ServiceTokens(std::string(31, 's')), std::invalid_argument);
    EXPECT_NO_THROW(ServiceTokens(std::string(32, 's')));
}

TEST(ServiceTokens, and_persons_tokens_are_never_taken_for_each_other) {
    Es256Tokens persons(SigningKey::generate());
    const auto service = ServiceTokens(secret).issue("order", "payment", now);
    EXPECT_FALSE(persons.verify(identity::TokenUse::access, service, now));
    Principal forged;
    forged.account = AccountId{"someone"};
    forged.role = Role::service;
    const auto person = persons.issue(identity::TokenUse::access, forged, now, 60s);
    EXPECT_FALSE(persons.verify(identity::TokenUse::access, person, now)) << "no person is a service";
    EXPECT_FALSE(ServiceTokens::is_meant_by(person));
    EXPECT_FALSE(accepted(person));
}

}  // namespace
}  // namespace dangol::adapters
