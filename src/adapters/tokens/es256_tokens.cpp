#include "adapters/tokens/es256_tokens.hpp"

#include <cstdint>
#include <utility>

#include <boost/describe/class.hpp>

#include "adapters/tokens/base64url.hpp"
#include "contexts/identity/identity.hpp"
#include "core/assert.hpp"
#include "core/codec.hpp"

namespace dangol::adapters {

/// The payload; times in seconds since 1970 (RFC 7519 §2, NumericDate).
struct TokenClaims {
    std::string iss;
    std::string aud;
    std::string sub;  ///< the account id
    std::int64_t iat = 0;
    std::int64_t nbf = 0;
    std::int64_t exp = 0;
    std::string role;
    std::vector<CafeId> cafes;
    std::optional<std::string> sid;  ///< the session of a registered account
};
BOOST_DESCRIBE_STRUCT(TokenClaims, (), (iss, aud, sub, iat, nbf, exp, role, cafes, sid))

namespace {

using identity::TokenUse;

std::string header_of(std::string_view type, const std::string& key_id) {
    return to_base64url(R"({"alg":"ES256","typ":")" + std::string(type) + R"(","kid":")" + key_id + "\"}");
}

std::int64_t seconds_of(Timestamp time) {
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}
Timestamp time_of(std::int64_t seconds) { return Timestamp{std::chrono::seconds{seconds}}; }

/// One answer for every reason: which check has failed is of use to an attacker only.
std::unexpected<Rejection> token_invalid() {
    return refuse(Refusal::unauthenticated, "token-invalid",
                  {"로그인 정보가 올바르지 않거나 만료됐어요. 다시 로그인해 주세요.",
                   "The access token is not valid or has expired. Refresh it or sign in again."});
}

std::optional<Verified> read_claims(const std::string& payload, const TokenRules& rules) {
    constexpr std::int64_t seconds_max = 253'402'300'799;  // the end of the year 9999
    const auto claims = codec::from_json<TokenClaims>(payload);
    if (!claims || claims->iss != rules.issuer || claims->aud != rules.audience || !is_id(claims->sub)) {
        return std::nullopt;
    }
    const auto role = identity::token_role_named(claims->role);
    const bool times =
        claims->nbf > 0 && claims->exp > 0 && claims->nbf < seconds_max && claims->exp < seconds_max;
    if (!role || !times) return std::nullopt;
    return Verified{{AccountId{claims->sub}, *role, claims->cafes, claims->sid.value_or(""),
                     time_of(claims->exp) + rules.leeway},
                    time_of(claims->nbf)};
}

bool is_valid_at(const Verified& verified, Timestamp now, const TokenRules& rules) {
    return now + rules.issued_ahead >= verified.not_before && now < verified.principal.expires;
}

}  // namespace

Es256Tokens::Es256Tokens(SigningKey key, TokenRules rules)
    : key_(std::move(key)),
      rules_(std::move(rules)),
      access_header_(header_of("at+jwt", key_.id())),  // RFC 9068 §2.1
      guest_refresh_header_(header_of("guest-refresh+jwt", key_.id())) {
    DANGOL_INVARIANT(rules_.leeway >= Duration::zero() && rules_.leeway <= std::chrono::minutes{1});
}

const std::string& Es256Tokens::header(TokenUse use) const {
    switch (use) {
        case TokenUse::access: return access_header_;
        case TokenUse::guest_refresh: return guest_refresh_header_;
    }
    std::unreachable();
}

std::string Es256Tokens::issue(TokenUse use, const Principal& principal, Timestamp now, Duration lifetime) {
    TokenClaims claims{.iss = rules_.issuer,
                       .aud = rules_.audience,
                       .sub = principal.account.value,
                       .iat = seconds_of(now),
                       .nbf = seconds_of(now),
                       .exp = seconds_of(now + lifetime),
                       .role = std::string(name_of(principal.role)),
                       .cafes = principal.cafes,
                       .sid = std::nullopt};
    if (!principal.session.empty()) claims.sid = principal.session;
    std::string token = header(use) + "." + to_base64url(codec::to_json(claims));
    token += "." + to_base64url(key_.sign(token));
    return token;
}

Result<Principal> Es256Tokens::verify(TokenUse use, std::string_view token, Timestamp now) {
    if (token.size() > token_bytes_max) return token_invalid();
    const bool cacheable = use == TokenUse::access;
    if (cacheable) {
        if (auto known = cache_.find(token)) {
            if (!is_valid_at(*known, now, rules_)) return token_invalid();
            return std::move(known->principal);
        }
    }
    const auto first = token.find('.');
    const auto last = token.rfind('.');
    if (first == std::string_view::npos || first == last) return token_invalid();
    if (token.substr(0, first) != header(use)) return token_invalid();
    const auto signature = from_base64url(token.substr(last + 1));
    if (!signature || !key_.verify(token.substr(0, last), *signature)) return token_invalid();
    // Each ECDSA signature has a twin, (r, n − s), that anybody can compute: one token would have two texts.
    // Guests may still show what we signed before we kept to the lower one: their tokens live half a year.
    if (cacheable && !SigningKey::is_lower_twin(*signature)) return token_invalid();

    // From here on we read what we have signed ourselves.
    const auto payload = from_base64url(token.substr(first + 1, last - first - 1));
    if (!payload) return token_invalid();
    auto verified = read_claims(*payload, rules_);
    if (!verified || !is_valid_at(*verified, now, rules_)) return token_invalid();
    auto principal = verified->principal;
    if (cacheable) cache_.put(token, std::move(*verified));
    return principal;
}

std::string Es256Tokens::jwks() const { return R"({"keys":[)" + key_.jwk() + "]}"; }

std::string Es256Tokens::fingerprint(std::string_view secret) const { return to_base64url(sha256(secret)); }

std::string Es256Tokens::keyed_hash(std::string_view text) const {
    return to_base64url(key_.authenticate(text));
}

}  // namespace dangol::adapters
