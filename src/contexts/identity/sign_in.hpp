#pragma once

#include <optional>
#include <string>
#include <vector>

#include "contexts/identity/aggregates.hpp"
#include "contexts/identity/guesses.hpp"
#include "contexts/identity/identity.hpp"
#include "runtime/unit.hpp"

/// The work inside the writer, for requests and for the program itself: signing in, staying signed in,
/// signing out, registering accounts and issuing codes.
namespace dangol::identity {

// ── Sessions ───────────────────────────────────────────────────────────────────────────────────────

/// A session that was just opened or refreshed. The secret in it is shown to the caller once and stored
/// nowhere.
struct OpenedSession {
    Principal principal;
    std::string refresh_token;  ///< "<session id>.<secret>"
    Timestamp refresh_expires{};
};

/// What is known about a login name before the password is compared.
struct SignInAttempt {
    Guesser guesser;  ///< the account is empty for an unknown name
    std::string phc;  ///< empty: there is no password to compare with
    Duration wait{};  ///< how long the next attempt has to wait; zero: not at all
};

/// An attempt that failed is recorded, so it is not a rejection: that would forget it.
struct SignInOutcome {
    std::optional<OpenedSession> session;
    Duration wait{};  ///< without a session: zero for "wrong", else how long to wait
};

/// An unknown name waits like a known one (domain/guessing.hpp). `address`: the client's.
[[nodiscard]] SignInAttempt look_up(runtime::Reader& reader, const TokenSigner& tokens,
                                    std::string login_name, std::string address, Timestamp now);

/// `matches`: whether the password fits `attempt.phc`.
[[nodiscard]] Result<SignInOutcome> conclude_sign_in(runtime::Unit& unit, const TokenSigner& tokens,
                                                     const Settings& settings, const SignInAttempt& attempt,
                                                     bool matches);

/// Redeems a one-time link. `phc` is the new password's, if one is to be set; `address`: the client's.
[[nodiscard]] Result<OpenedSession> redeem_link(runtime::Unit& unit, const TokenSigner& tokens,
                                                const Settings& settings, const std::string& code,
                                                const std::optional<std::string>& phc,
                                                const std::string& address);

/// A new password for an account whose current one was verified against `verified_phc`. All sessions end; a
/// new one begins.
[[nodiscard]] Result<OpenedSession> change_password(runtime::Unit& unit, const TokenSigner& tokens,
                                                    const Settings& settings, const AccountId& account,
                                                    const std::string& verified_phc, const std::string& phc);

/// nullopt: the token was used before, and the session was revoked for it. Within the grace the answer has
/// the same refresh token as the one before.
///
/// Each refresh token is made from its predecessor with the installation's secret. So the answer can be given
/// again although no refresh token is stored, and whoever steals one cannot compute the next.
[[nodiscard]] Result<std::optional<OpenedSession>> refresh_session(runtime::Unit& unit,
                                                                   const TokenSigner& tokens,
                                                                   const Settings& settings,
                                                                   const std::string& refresh_token);

/// Stores a better hash of the same password, unless the password was changed in between.
[[nodiscard]] Result<bool> replace_hash(runtime::Unit& unit, const AccountId& account,
                                        const std::string& old_phc, const std::string& phc);

// ── Rights ─────────────────────────────────────────────────────────────────────────────────────────

/// What gives, changes or shows rights asks for the caller's account as it is now, and not as it was when the
/// access token was issued: 401 if the account is disabled or its session over (signed out, another
/// password), 403 if it has another role.
[[nodiscard]] Result<void> check_entitled(runtime::Unit& unit, const Principal& caller);
[[nodiscard]] Result<void> check_entitled(runtime::Reader& reader, const Principal& caller, Timestamp now);

// ── Accounts ───────────────────────────────────────────────────────────────────────────────────────

struct Registration {
    std::string login_name;  ///< any case
    std::string display_name;
    AccountRole role = AccountRole::staff;
    std::vector<CafeId> cafes = {};
    std::optional<std::string> phc = {};  ///< of the password; without one the account is entered by a link
};

struct Registered {
    AccountResource account;
    std::optional<std::string> one_time_code;  ///< if there is no password; shown once and stored nowhere
    std::optional<Timestamp> code_expires_at;
};
BOOST_DESCRIBE_STRUCT(Registered, (), (account, one_time_code, code_expires_at))

/// 409 if the login name is taken.
[[nodiscard]] Result<Registered> register_account(runtime::Unit& unit, const TokenSigner& tokens,
                                                  const Settings& settings, Registration registration);

/// A new one-time sign-in code for an account; an earlier one is void.
[[nodiscard]] Result<std::string> issue_link(runtime::Unit& unit, const TokenSigner& tokens,
                                             const Settings& settings, const AccountId& account);

}  // namespace dangol::identity
