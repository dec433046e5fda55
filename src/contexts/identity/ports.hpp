#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/result.hpp"
#include "core/time.hpp"
#include "runtime/http.hpp"

/// What the identity context needs of cryptography. Adapters: src/adapters/passwords, src/adapters/tokens.
namespace dangol::identity {

/// Hashes passwords, slowly on purpose (tens of milliseconds, tens of MiB), so not on the caller's thread. At
/// most a few wait; beyond that the result is a `too_many` rejection at once. Thread-safe.
class PasswordHasher {
  public:
    virtual ~PasswordHasher() = default;

    /// Gives a PHC string ("$argon2id$v=19$…"). `done` is called once, from any thread, possibly before this
    /// returns.
    virtual void hash(std::string password, std::move_only_function<void(Result<std::string>)> done) = 0;

    /// Whether `password` is the one that `phc` was made of. A string that is no valid PHC string matches
    /// nothing.
    virtual void verify(std::string password, std::string phc,
                        std::move_only_function<void(Result<bool>)> done) = 0;

    /// A PHC string that no password matches and that takes as long to verify as a real one: for unknown
    /// names.
    [[nodiscard]] virtual std::string decoy() const = 0;

    /// True when `phc` was made with weaker parameters than today's.
    [[nodiscard]] virtual bool needs_rehash(std::string_view phc) const = 0;
};

/// What a signed token is good for. One kind is never accepted in place of another.
enum class TokenUse {
    access,         ///< proves to every API who is asking
    guest_refresh,  ///< gets a guest new access tokens
};

/// Issues and verifies signed tokens. Thread-safe; takes around 0.1 ms or less, so it may run on any thread.
class TokenSigner {
  public:
    virtual ~TokenSigner() = default;

    [[nodiscard]] virtual std::string issue(TokenUse use, const runtime::Principal& principal, Timestamp now,
                                            Duration lifetime) = 0;

    /// Whose token it is; `unauthenticated` if it is not ours, not for this use, or not valid at `now`.
    [[nodiscard]] virtual Result<runtime::Principal> verify(TokenUse use, std::string_view token,
                                                            Timestamp now) = 0;

    /// The public key as a JWK Set (RFC 7517), JSON.
    [[nodiscard]] virtual std::string jwks() const = 0;

    /// SHA-256 of a secret of at least 128 random bits, base64url: how codes and refresh tokens are stored.
    /// Not for passwords.
    [[nodiscard]] virtual std::string fingerprint(std::string_view secret) const = 0;
};

}  // namespace dangol::identity
