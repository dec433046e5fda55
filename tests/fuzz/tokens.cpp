// Access, refresh and service tokens that anybody may have written.
#include <array>
#include <set>
#include <string>

#include "adapters/tokens/es256_tokens.hpp"
#include "adapters/tokens/service_tokens.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace {

using namespace dangol;
using namespace std::chrono_literals;

const Timestamp now = parse_time("2026-11-23T01:02:03Z").value();

struct Issued {
    adapters::Es256Tokens tokens{adapters::SigningKey::generate()};
    adapters::ServiceTokens services{"a shared secret of more than thirty-two bytes"};
    std::string access = tokens.issue(
        identity::TokenUse::access,
        {.account = AccountId{"minji"}, .role = Role::staff, .cafes = {CafeId{"cafe"}}}, now, 15min);
    std::string refresh =
        tokens.issue(identity::TokenUse::guest_refresh,
                     {.account = AccountId{"guest"}, .role = Role::customer, .cafes = {}}, now, 24h);
    std::string service = services.issue("order", "payment", now);
};

/// "<count><byte><byte>…" is laid over the token by exclusive or, so that inputs come near to a good one.
std::string changed(std::string token, std::string_view how) {
    for (std::size_t i = 0; i + 2 < how.size(); i += 3) {
        const auto at = static_cast<std::size_t>(static_cast<unsigned char>(how[i])) * 256U +
                        static_cast<unsigned char>(how[i + 1]);
        token[at % token.size()] = static_cast<char>(token[at % token.size()] ^ how[i + 2]);
    }
    return token;
}

std::string_view unsigned_part(std::string_view token) { return token.substr(0, token.rfind('.')); }

}  // namespace

/// The first line says which token is changed; without one of these words the rest is a token itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Issued issued;
    static const std::array<std::string, 1> here{"payment"};
    auto rest = fuzz::text_of(data, size);
    const auto what = fuzz::next_line(rest);
    std::string token(rest);
    if (what == "access") token = changed(issued.access, rest);
    if (what == "refresh") token = changed(issued.refresh, rest);
    if (what == "service") token = changed(issued.service, rest);

    if (const auto who = issued.tokens.verify(identity::TokenUse::access, token, now + 1s)) {
        fuzz::require(unsigned_part(token) == unsigned_part(issued.access), "nobody forges an access token");
        fuzz::require(who->account.value == "minji" && who->role == Role::staff, "it says what was signed");
    }
    if (issued.tokens.verify(identity::TokenUse::guest_refresh, token, now + 1s)) {
        fuzz::require(unsigned_part(token) == unsigned_part(issued.refresh), "nobody forges a refresh token");
    }
    (void)adapters::ServiceTokens::is_meant_by(token);
    if (issued.services.verify(token, here, now + 1s)) {
        fuzz::require(token == issued.service, "nobody forges a service token");
    }
    fuzz::require(issued.tokens.fingerprint(token).size() == 43, "every refresh token has a fingerprint");
    return 0;
}
