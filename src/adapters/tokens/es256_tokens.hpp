#pragma once

#include <string>
#include <string_view>

#include "adapters/tokens/signing_key.hpp"
#include "adapters/tokens/verified_cache.hpp"
#include "contexts/identity/identity.hpp"

namespace dangol::adapters {

struct TokenRules {
    std::string issuer = "dangol";
    std::string audience = "dangol";
    Duration leeway = std::chrono::seconds{30};  ///< between the clocks of our own processes; at most 60 s
    /// How far in the future a token may have been issued. It was: the clock has been set back since. To
    /// refuse our own signature for that would sign everybody out until the clock has caught up.
    Duration issued_ahead = std::chrono::minutes{15};
};

/// JWTs signed with ES256, of one issuer for itself. Since nobody else's tokens are accepted, a token's
/// header must be, byte for byte, the header that we write: it is never parsed, so no token can choose the
/// algorithm, the key or the type by which it is judged.
///
/// OpenSSL and not libjwt: libjwt 1.10 reads the key's PEM anew for every token (0.4 ms to sign or verify,
/// against 0.02 and 0.07 ms), and knows no `typ` but "JWT". The tests hold our tokens to libjwt.
class Es256Tokens final : public identity::TokenSigner {
  public:
    Es256Tokens(SigningKey key, TokenRules rules = {});

    [[nodiscard]] std::string issue(identity::TokenUse use, const Principal& principal, Timestamp now,
                                    Duration lifetime) override;
    [[nodiscard]] Result<Principal> verify(identity::TokenUse use, std::string_view token,
                                           Timestamp now) override;
    [[nodiscard]] std::string jwks() const override;
    [[nodiscard]] std::string fingerprint(std::string_view secret) const override;
    /// The secret is made from the private key. Throws std::logic_error where only the public half is.
    [[nodiscard]] std::string keyed_hash(std::string_view text) const override;

    /// Longer ones are refused unread. The longest that we issue is about 5,000 bytes (staff of 50 branches).
    static constexpr std::size_t token_bytes_max = 8192;

  private:
    [[nodiscard]] const std::string& header(identity::TokenUse use) const;

    SigningKey key_;
    TokenRules rules_;
    std::string access_header_;
    std::string guest_refresh_header_;
    VerifiedCache cache_;
};

}  // namespace dangol::adapters
