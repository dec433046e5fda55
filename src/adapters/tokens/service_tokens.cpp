#include "adapters/tokens/service_tokens.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <boost/describe/class.hpp>

#include "adapters/tokens/base64url.hpp"
#include "core/codec.hpp"

namespace dangol::adapters {

/// The payload; times in seconds since 1970 (RFC 7519 §2, NumericDate).
struct ServiceClaims {
    std::string iss;  ///< the calling context
    std::string aud;  ///< the called one
    std::int64_t iat = 0;
    std::int64_t exp = 0;
};
BOOST_DESCRIBE_STRUCT(ServiceClaims, (), (iss, aud, iat, exp))

namespace {

const std::string& header() {
    static const std::string text = to_base64url(R"({"alg":"HS256","typ":"service+jwt"})");
    return text;
}

std::int64_t seconds_of(Timestamp time) {
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

/// One answer for every reason: which check has failed is of use to an attacker only.
std::unexpected<Rejection> token_invalid() {
    return refuse(
        Refusal::unauthenticated, "token-invalid",
        {"서비스 토큰이 올바르지 않거나 만료됐어요. 두 프로세스의 공유 비밀과 시계를 확인해 주세요.",
         "The service token is not valid or has expired. Check that both processes have the same "
         "secret and the right time."});
}

bool is_valid_at(const ServiceClaims& claims, Timestamp now) {
    const auto second = seconds_of(now);
    const auto slack = ServiceTokens::leeway.count();
    return claims.iat > 0 && claims.exp > claims.iat &&
           claims.exp - claims.iat <= ServiceTokens::lifetime.count() && claims.iat <= second + slack &&
           second < claims.exp + slack;
}

}  // namespace

ServiceTokens::ServiceTokens(std::string secret) : secret_(std::move(secret)) {
    if (secret_.size() < secret_bytes_min)
        throw std::invalid_argument("must have at least 32 characters; `openssl rand -hex 32` makes one");
}

std::string ServiceTokens::signature_of(std::string_view message) const {
    std::string digest(EVP_MAX_MD_SIZE, '\0');
    unsigned int size = 0;
    const auto* made = HMAC(EVP_sha256(), secret_.data(), static_cast<int>(secret_.size()),
                            reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                            reinterpret_cast<unsigned char*>(digest.data()), &size);
    if (made == nullptr) throw std::runtime_error("OpenSSL could not sign a service token");
    digest.resize(size);
    return digest;
}

std::string ServiceTokens::issue(std::string_view caller, std::string_view called, Timestamp now) const {
    const ServiceClaims claims{std::string(caller), std::string(called), seconds_of(now),
                               seconds_of(now + lifetime)};
    std::string token = header() + "." + to_base64url(codec::to_json(claims));
    token += "." + to_base64url(signature_of(token));
    return token;
}

bool ServiceTokens::is_meant_by(std::string_view token) {
    return token.size() > header().size() && token.starts_with(header()) && token[header().size()] == '.';
}

Result<Principal> ServiceTokens::verify(std::string_view token, std::span<const std::string> here,
                                        Timestamp now) const {
    if (token.size() > token_bytes_max || !is_meant_by(token)) return token_invalid();
    const auto first = header().size();
    const auto last = token.rfind('.');
    if (first == last) return token_invalid();
    const auto signature = from_base64url(token.substr(last + 1));
    const auto right = signature_of(token.substr(0, last));
    if (!signature || signature->size() != right.size() ||
        CRYPTO_memcmp(signature->data(), right.data(), right.size()) != 0) {
        return token_invalid();
    }
    // From here on we read what one of us has signed.
    const auto payload = from_base64url(token.substr(first + 1, last - first - 1));
    const auto claims =
        payload ? codec::from_json<ServiceClaims>(*payload) : std::unexpected(codec::CodecError{});
    if (!claims || !is_id(claims->iss) || std::ranges::find(here, claims->aud) == here.end() ||
        !is_valid_at(*claims, now)) {
        return token_invalid();
    }
    Principal principal;
    principal.account = AccountId{"service-" + claims->iss};
    principal.role = Role::service;
    principal.expires = Timestamp{std::chrono::seconds{claims->exp}} + ServiceTokens::leeway;
    return principal;
}

}  // namespace dangol::adapters
