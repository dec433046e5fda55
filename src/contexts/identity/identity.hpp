#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/access.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "runtime/context.hpp"

/// The identity context: accounts, roles, sessions. See README.md.
namespace dangol::identity {

// ── The ports to cryptography ──────────────────────────────────────────────────────────────────────

// The cryptography that the identity context needs. Adapters: src/adapters/passwords, src/adapters/tokens.

/// Hashes passwords. That is slow on purpose (tens of milliseconds, tens of MiB), so it does not run on the
/// caller's thread. The queue is short; when it is full the result is a `too_many` rejection at once.
/// Thread-safe.
class PasswordHasher {
  public:
    virtual ~PasswordHasher() = default;

    /// Gives a PHC string ("$argon2id$v=19$…"). `done` is called once, from any thread, possibly before this
    /// returns.
    virtual void hash(std::string password, std::move_only_function<void(Result<std::string>)> done) = 0;

    /// Whether `phc` was made from `password`. A string that is no valid PHC string matches nothing.
    virtual void verify(std::string password, std::string phc,
                        std::move_only_function<void(Result<bool>)> done) = 0;

    /// A PHC string that no password matches and that takes as long to verify as a real one: for unknown
    /// names.
    [[nodiscard]] virtual std::string decoy() const = 0;

    /// True when `phc` was made with weaker parameters than today's.
    [[nodiscard]] virtual bool needs_rehash(std::string_view phc) const = 0;
};

/// The use of a signed token. One kind is never accepted in place of another.
enum class TokenUse {
    access,         ///< authenticates a request to any API
    guest_refresh,  ///< gets a guest new access tokens
};

/// Issues and verifies signed tokens. Thread-safe; takes around 0.1 ms or less, so it may run on any thread.
class TokenSigner {
  public:
    virtual ~TokenSigner() = default;

    [[nodiscard]] virtual std::string issue(TokenUse use, const Principal& principal, Timestamp now,
                                            Duration lifetime) = 0;

    /// The principal that the token names; `unauthenticated` if the token is not ours, not for this use, or
    /// not valid at `now`.
    [[nodiscard]] virtual Result<Principal> verify(TokenUse use, std::string_view token, Timestamp now) = 0;

    /// The public key as a JWK Set (RFC 7517), JSON.
    [[nodiscard]] virtual std::string jwks() const = 0;

    /// SHA-256 of a secret of at least 128 random bits, base64url: how codes and refresh tokens are stored.
    /// Not for passwords.
    [[nodiscard]] virtual std::string fingerprint(std::string_view secret) const = 0;

    /// HMAC-SHA-256 of `text` under a secret of this installation, base64url (43 characters): the same for
    /// the same text in every replica and after every restart, and to nobody else predictable. Each use
    /// begins its text with a word of its own.
    [[nodiscard]] virtual std::string keyed_hash(std::string_view text) const = 0;
};

/// The role in a person's token. No token has `anonymous`, and services have another kind of token.
[[nodiscard]] inline std::optional<Role> token_role_named(std::string_view name) {
    using enum Role;
    for (const auto role : {customer, staff, rider, operator_}) {
        if (name == name_of(role)) return role;
    }
    return std::nullopt;
}

// ── The context ────────────────────────────────────────────────────────────────────────────────────

/// How long things are valid.
struct Settings {
    /// Short, because an access token cannot be revoked in other processes: there a disabled account keeps
    /// access for up to this long (but see RightsEnded and sign_in.hpp).
    Duration access = std::chrono::minutes{15};
    Duration guest_access = std::chrono::hours{1};
    Duration guest_refresh = std::chrono::hours{24 * 180};
    Duration session = std::chrono::hours{24 * 30};  ///< since the last refresh
    /// How long a replaced refresh token is taken again: for lost answers and for tabs that ask at once.
    Duration refresh_grace = std::chrono::minutes{1};
    Duration link = std::chrono::hours{24};
};

/// Called when an account was disabled: from now on no access token of it is to be accepted in this process,
/// and its streams are to end. After `until` all of them have expired. Called after the commit on the
/// writer's thread, and at the start, on a reader's, for the accounts that this still concerns.
using RightsEnded = std::function<void(const AccountId& account, Timestamp until)>;

/// Both ports must outlive the context and every request.
[[nodiscard]] runtime::Context make(Settings settings, PasswordHasher& passwords, TokenSigner& tokens,
                                    RightsEnded rights_ended = {});

/// One-time sign-in codes for the program itself; each function runs in this context's writer. A code works
/// once, within `settings.link`, at POST /sessions/link. Only its hash is stored, so the caller shows it at
/// once.
struct Codes {
    const TokenSigner& tokens;
    Settings settings = {};

    /// At every start. A code for the first operator; nullopt once any operator has signed in: from then on,
    /// operators register other operators.
    [[nodiscard]] Result<std::optional<std::string>> first_operator_code(runtime::Unit& unit) const;

    /// For `dangol admin operator`: a code for the operator with that login name, registered first if there
    /// is none. 409 if the account with that name is disabled or has another role.
    [[nodiscard]] Result<std::string> operator_code(runtime::Unit& unit, const std::string& login_name) const;

    /// For the demo: a code for staff of branches or for a rider, registered first if there is none. 409 as
    /// above.
    [[nodiscard]] Result<std::string> staff_code(runtime::Unit& unit, const std::string& login_name,
                                                 const std::string& display_name,
                                                 const std::vector<CafeId>& cafes) const;
    [[nodiscard]] Result<std::string> rider_code(runtime::Unit& unit, const std::string& login_name,
                                                 const std::string& display_name) const;
};

}  // namespace dangol::identity
