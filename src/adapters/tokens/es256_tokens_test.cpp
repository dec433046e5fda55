#include "adapters/tokens/es256_tokens.hpp"

#include <stdexcept>
#include <string>

#include <gtest/gtest.h>
#include <jwt.h>
#include <openssl/hmac.h>
#include <rapidcheck/gtest.h>

#include "adapters/tokens/base64url.hpp"

namespace dangol::adapters {
namespace {

using namespace std::chrono_literals;
using identity::TokenUse;

constexpr Timestamp noon{Duration{1'800'000'000'000}};
const Principal mina{AccountId{"mina1"}, Role::staff, {CafeId{"c1"}, CafeId{"c2"}}, "session1"};

SigningKey& key() {
    static SigningKey one = SigningKey::generate();
    return one;
}

struct Parts {
    std::string header;
    std::string payload;
    std::string signature;

    explicit Parts(const std::string& token)
        : header(token.substr(0, token.find('.'))),
          payload(token.substr(token.find('.') + 1, token.rfind('.') - token.find('.') - 1)),
          signature(token.substr(token.rfind('.') + 1)) {}
    [[nodiscard]] std::string join() const { return header + "." + payload + "." + signature; }
    /// Signed with `signer`, whatever the header and the payload say.
    [[nodiscard]] std::string sign(const SigningKey& signer = key()) const {
        const std::string message = header + "." + payload;
        return message + "." + to_base64url(signer.sign(message));
    }
    /// The payload with one piece of its JSON replaced.
    [[nodiscard]] Parts with_payload(const std::string& from, const std::string& to) const {
        Parts changed = *this;
        std::string json = from_base64url(payload).value();
        const auto at = json.find(from);
        if (at == std::string::npos) throw std::logic_error("no " + from + " in " + json);
        changed.payload = to_base64url(json.replace(at, from.size(), to));
        return changed;
    }
};

std::string good_token() {
    Es256Tokens tokens(key());
    return tokens.issue(TokenUse::access, mina, noon, 15min);
}

bool accepted(const std::string& token, TokenUse use = TokenUse::access, Timestamp now = noon) {
    Es256Tokens tokens(key());
    const auto first = tokens.verify(use, token, now);
    const auto again = tokens.verify(use, token, now);  // through the cache, if it got there
    EXPECT_EQ(first.has_value(), again.has_value());
    return first.has_value();
}

TEST(Token, gives_back_the_principal_that_it_was_issued_for) {
    Es256Tokens tokens(key());
    const auto token = tokens.issue(TokenUse::access, mina, noon, 15min);
    for (int i = 0; i < 2; ++i) {
        const auto who = tokens.verify(TokenUse::access, token, noon + 1min);
        ASSERT_TRUE(who);
        EXPECT_EQ(who->account, mina.account);
        EXPECT_EQ(who->role, Role::staff);
        EXPECT_EQ(who->cafes, mina.cafes);
        EXPECT_EQ(who->session, "session1");
    }
}

TEST(Token, calls_the_operator_an_operator) {
    Es256Tokens tokens(key());
    const auto token =
        tokens.issue(TokenUse::access, {AccountId{"o"}, Role::operator_, {}, "s"}, noon, 15min);
    EXPECT_NE(from_base64url(Parts(token).payload)->find(R"("role":"operator")"), std::string::npos);
    EXPECT_EQ(tokens.verify(TokenUse::access, token, noon)->role, Role::operator_);
}

TEST(Token, without_an_algorithm_is_refused) {
    Parts parts(good_token());
    for (const auto* alg : {"none", "None", "NONE", "nOnE", ""}) {
        parts.header = to_base64url(std::string(R"({"alg":")") + alg + R"(","typ":"at+jwt"})");
        EXPECT_FALSE(accepted(parts.header + "." + parts.payload + "."));
        EXPECT_FALSE(accepted(parts.sign()));
    }
}

TEST(Token, signed_with_hs256_and_the_public_key_is_refused) {
    const std::string pem = key().public_pem();
    for (const auto& secret : {pem, key().jwk()}) {
        Parts parts(good_token());
        parts.header = to_base64url(R"({"alg":"HS256","typ":"at+jwt","kid":")" + key().id() + "\"}");
        const std::string message = parts.header + "." + parts.payload;
        std::string mac(32, '\0');
        unsigned size = 0;
        HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
             reinterpret_cast<const unsigned char*>(message.data()), message.size(),
             reinterpret_cast<unsigned char*>(mac.data()), &size);
        EXPECT_FALSE(accepted(message + "." + to_base64url(mac)));
        EXPECT_FALSE(accepted(Parts(good_token()).header + "." + parts.payload + "." + to_base64url(mac)));
    }
}

TEST(Token, with_another_algorithm_type_or_key_in_its_header_is_refused_even_if_well_signed) {
    const std::string kid = R"("kid":")" + key().id() + "\"";
    for (const auto& header :
         {R"({"alg":"ES384","typ":"at+jwt",)" + kid + "}", R"({"alg":"ES256","typ":"JWT",)" + kid + "}",
          std::string(R"({"alg":"ES256","typ":"at+jwt","kid":"other"})"),
          R"({"alg":"ES256","typ":"at+jwt","jwk":)" + key().jwk() + "}",
          R"({"alg":"ES256","typ":"at+jwt","crit":["exp"],)" + kid + "}"}) {
        Parts parts(good_token());
        parts.header = to_base64url(header);
        EXPECT_FALSE(accepted(parts.sign())) << header;
    }
}

TEST(Token, of_another_key_is_refused) {
    const auto thief = SigningKey::generate();
    EXPECT_FALSE(accepted(Parts(good_token()).sign(thief)));
    Es256Tokens other(thief);
    EXPECT_FALSE(accepted(other.issue(TokenUse::access, mina, noon, 15min)));
}

TEST(Token, with_an_altered_payload_is_refused) {
    const auto tampered = Parts(good_token()).with_payload(R"("staff")", R"("operator")");
    EXPECT_FALSE(accepted(tampered.join()));
    EXPECT_TRUE(
        accepted(tampered.sign()));  // the alteration itself is fine: it is the signature that refuses it
}

TEST(Token, with_an_empty_short_long_or_zero_signature_is_refused) {
    Parts parts(good_token());
    for (const auto& signature :
         {std::string(), std::string(63, 'x'), std::string(65, 'x'), std::string(64, '\0')}) {
        parts.signature = to_base64url(signature);
        EXPECT_FALSE(accepted(parts.join())) << signature.size();
    }
    parts.signature = Parts(good_token()).signature + "=";
    EXPECT_FALSE(accepted(parts.join()));
}

TEST(Token, of_another_issuer_or_audience_is_refused) {
    EXPECT_FALSE(accepted(Parts(good_token()).with_payload(R"("iss":"dangol")", R"("iss":"other")").sign()));
    EXPECT_FALSE(accepted(Parts(good_token()).with_payload(R"("aud":"dangol")", R"("aud":"other")").sign()));
}

TEST(Token, with_a_role_or_a_subject_that_cannot_be_is_refused) {
    EXPECT_FALSE(accepted(Parts(good_token()).with_payload(R"("staff")", R"("anonymous")").sign()));
    EXPECT_FALSE(accepted(Parts(good_token()).with_payload(R"("staff")", R"("operator_")").sign()));
    EXPECT_FALSE(accepted(Parts(good_token()).with_payload(R"("sub":"mina1")", R"("sub":"")").sign()));
    EXPECT_FALSE(accepted(Parts(good_token()).with_payload(R"("exp":)", R"("exq":)").sign()));
}

TEST(Token, expires_and_is_not_valid_before_its_time) {
    Es256Tokens tokens(key());
    const auto token = tokens.issue(TokenUse::access, mina, noon, 15min);
    EXPECT_FALSE(tokens.verify(TokenUse::access, token, noon - 15min - 1s));
    EXPECT_TRUE(tokens.verify(TokenUse::access, token, noon - 15min));
    EXPECT_TRUE(tokens.verify(TokenUse::access, token, noon + 15min + 29s));
    EXPECT_FALSE(tokens.verify(TokenUse::access, token, noon + 15min + 30s));  // known to the cache by now
    EXPECT_FALSE(accepted(token, TokenUse::access, noon + 15min + 30s));       // not known to it
}

/// The clock was set back by five minutes since it was issued, and it is ours all the same.
TEST(Token, outlives_a_clock_that_is_set_back) {
    const Principal guest{AccountId{"guest1"}, Role::customer, {}, {}};
    Es256Tokens tokens(key());
    for (const auto use : {TokenUse::access, TokenUse::guest_refresh}) {
        const auto token = tokens.issue(use, guest, noon, 15min);
        EXPECT_TRUE(tokens.verify(use, token, noon - 288s));
        EXPECT_FALSE(tokens.verify(use, token, noon + 16min));  // the end stays the end
    }
}

TEST(Token, says_until_when_it_is_accepted) {
    Es256Tokens tokens(key());
    const auto token = tokens.issue(TokenUse::access, mina, noon, 15min);
    const auto expires = tokens.verify(TokenUse::access, token, noon)->expires;
    EXPECT_EQ(expires, noon + 15min + 30s);
    EXPECT_TRUE(tokens.verify(TokenUse::access, token, expires - 1ms));
    EXPECT_FALSE(tokens.verify(TokenUse::access, token, expires));
}

/// s ↦ n − s: an equally good signature of the same message (SEC 1, 4.1.4).
std::string twin_of(const std::string& signature) {
    const std::string order = from_base64url("_____wAAAAD__________7zm-q2nF56E87nKwvxjJVE").value();
    std::string twin = signature;
    int borrow = 0;
    for (std::size_t i = 32; i-- > 0;) {
        const int digit =
            static_cast<unsigned char>(order[i]) - static_cast<unsigned char>(signature[32 + i]) - borrow;
        borrow = digit < 0 ? 1 : 0;
        twin[32 + i] = static_cast<char>(digit + 256 * borrow);
    }
    return twin;
}

TEST(Token, has_one_signature_only) {
    for (int i = 0; i < 20; ++i) {
        Parts parts(good_token());
        const auto twin = twin_of(from_base64url(parts.signature).value());
        ASSERT_TRUE(key().verify(parts.header + "." + parts.payload, twin));
        parts.signature = to_base64url(twin);
        EXPECT_TRUE(accepted(good_token()));
        EXPECT_FALSE(accepted(parts.join()));
    }
}

/// Signed before we kept to the lower twin; a guest has nothing else.
TEST(Token, of_a_guest_may_have_the_other_signature) {
    Es256Tokens tokens(key());
    const Principal guest{AccountId{"guest1"}, Role::customer, {}, {}};
    Parts parts(tokens.issue(TokenUse::guest_refresh, guest, noon, 15min));
    parts.signature = to_base64url(twin_of(from_base64url(parts.signature).value()));
    EXPECT_TRUE(tokens.verify(TokenUse::guest_refresh, parts.join(), noon));
}

TEST(Token, serves_for_its_own_use_only) {
    Es256Tokens tokens(key());
    const Principal guest{AccountId{"guest1"}, Role::customer, {}, {}};
    const auto access = tokens.issue(TokenUse::access, guest, noon, 15min);
    const auto refresh = tokens.issue(TokenUse::guest_refresh, guest, noon, 15min);
    EXPECT_TRUE(tokens.verify(TokenUse::guest_refresh, refresh, noon));
    EXPECT_TRUE(tokens.verify(TokenUse::access, access, noon));
    EXPECT_FALSE(tokens.verify(TokenUse::access, refresh, noon));
    EXPECT_FALSE(tokens.verify(TokenUse::guest_refresh, access, noon));
}

TEST(Token, that_is_oversized_or_no_token_is_refused) {
    EXPECT_FALSE(accepted(""));
    EXPECT_FALSE(accepted("."));
    EXPECT_FALSE(accepted(".."));
    EXPECT_FALSE(accepted("a.b"));
    EXPECT_FALSE(accepted(good_token() + ".x"));
    auto parts =
        Parts(good_token()).with_payload(R"("iss")", R"("pad":")" + std::string(8192, 'x') + R"(","iss")");
    EXPECT_FALSE(accepted(parts.sign()));
}

TEST(Token, of_staff_of_fifty_branches_fits) {
    Principal busy = mina;
    for (int i = 0; i < 50; ++i) busy.cafes.push_back(CafeId{std::string(62, 'c') + std::to_string(10 + i)});
    busy.cafes.erase(busy.cafes.begin(), busy.cafes.begin() + 2);
    Es256Tokens tokens(key());
    const auto token = tokens.issue(TokenUse::access, busy, noon, 15min);
    EXPECT_LT(token.size(), 6000U);
    EXPECT_TRUE(tokens.verify(TokenUse::access, token, noon));
}

RC_GTEST_PROP(TokenProperty, no_single_changed_character_passes, ()) {
    static Es256Tokens tokens(key());
    static const auto token = tokens.issue(TokenUse::access, mina, noon, 15min);
    auto changed = token;
    auto& c = changed.at(*rc::gen::inRange<std::size_t>(0, token.size()));
    const char other = *rc::gen::inRange<char>(33, 127);
    RC_PRE(other != c);
    c = other;
    RC_ASSERT(!tokens.verify(TokenUse::access, changed, noon));
}

/// The independent judge of what we write.
TEST(Token, is_good_in_the_eyes_of_libjwt) {
    // libjwt 1.10 insists on typ "JWT", so only that differs.
    Parts parts(good_token());
    parts.header = to_base64url(R"({"alg":"ES256","typ":"JWT"})");
    const auto pem = key().public_pem();
    jwt_t* jwt = nullptr;
    ASSERT_EQ(jwt_decode(&jwt, parts.sign().c_str(), reinterpret_cast<const unsigned char*>(pem.data()),
                         static_cast<int>(pem.size())),
              0);
    EXPECT_STREQ(jwt_get_grant(jwt, "sub"), "mina1");
    EXPECT_EQ(jwt_get_grant_int(jwt, "exp"), 1'800'000'000 + 900);
    jwt_free(jwt);
    EXPECT_NE(jwt_decode(&jwt, parts.with_payload("mina1", "mina2").join().c_str(),
                         reinterpret_cast<const unsigned char*>(pem.data()), static_cast<int>(pem.size())),
              0);
}

TEST(Cache, forgets_old_tokens_instead_of_growing_and_verifies_them_anew) {
    VerifiedCache cache;
    for (int i = 0; i < 50'000; ++i) cache.put("token" + std::to_string(i), {mina, noon});
    int known = 0;
    for (int i = 0; i < 50'000; ++i) known += cache.find("token" + std::to_string(i)) ? 1 : 0;
    EXPECT_GT(known, 16 * 512 / 2);
    EXPECT_LE(known, 16 * 512 * 2);
    EXPECT_TRUE(cache.find("token49999"));
    EXPECT_FALSE(cache.find("token0"));
}

TEST(Base64url, is_strict_and_gives_back_what_it_took) {
    for (const std::string text : {"", "f", "fo", "foo", "foob", "fooba", "foobar", "\xFF\xFE\xFD"}) {
        EXPECT_EQ(from_base64url(to_base64url(text)), text);
    }
    EXPECT_EQ(to_base64url("foob"), "Zm9vYg");
    EXPECT_EQ(from_base64url("Zm9vYh"), std::nullopt);  // stray bits: another text for the same bytes
    EXPECT_EQ(from_base64url("Zm9v="), std::nullopt);
    EXPECT_EQ(from_base64url("Zm9vY"), std::nullopt);
    EXPECT_EQ(from_base64url("Zm+v"), std::nullopt);
}

TEST(KeyedHash, is_the_same_in_every_process_with_the_key_and_in_no_other) {
    Es256Tokens tokens(key());
    Es256Tokens replica(key());
    Es256Tokens stranger(SigningKey::generate());
    EXPECT_EQ(tokens.keyed_hash("abc").size(), 43U);
    EXPECT_EQ(tokens.keyed_hash("abc"), replica.keyed_hash("abc"));
    EXPECT_NE(tokens.keyed_hash("abc"), tokens.keyed_hash("abd"));
    EXPECT_NE(tokens.keyed_hash("abc"), stranger.keyed_hash("abc"));
}

TEST(Fingerprint, is_sha_256) {
    Es256Tokens tokens(key());
    EXPECT_EQ(tokens.fingerprint("abc"), "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");  // FIPS 180-2, B.1
}

}  // namespace
}  // namespace dangol::adapters
