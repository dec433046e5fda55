#pragma once

#include <optional>
#include <string>
#include <vector>

#include "contexts/identity/aggregates.hpp"
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
    std::string login_name;  ///< in the normal form
    AccountId account;       ///< none for an unknown name
    std::string phc;         ///< empty: there is no password to compare with
    Duration wait{};         ///< how long the next attempt has to wait; zero: not at all
};

/// An attempt that failed is recorded, so it is not a rejection: that would forget it.
struct SignInOutcome {
    std::optional<OpenedSession> session;
    Duration wait{};  ///< without a session: zero for "wrong", else how long to wait
};

/// An unknown name waits like a known one. Its failures are counted in one of 4096 buckets, by the hash of
/// the name, so that guessing names at random cannot fill the disk.
[[nodiscard]] SignInAttempt look_up(runtime::Reader& reader, const TokenSigner& tokens,
                                    std::string login_name, Timestamp now);

/// `matches`: whether the password fits `attempt.phc`.
[[nodiscard]] Result<SignInOutcome> conclude_sign_in(runtime::Unit& unit, const TokenSigner& tokens,
                                                     const Settings& settings, const SignInAttempt& attempt,
                                                     bool matches);

/// Redeems a one-time link. `phc` is the new password's, if one is to be set.
[[nodiscard]] Result<OpenedSession> redeem_link(runtime::Unit& unit, const TokenSigner& tokens,
                                                const Settings& settings, const std::string& code,
                                                const std::optional<std::string>& phc);

/// A new password for an account whose current one was verified against `verified_phc`. All sessions end; a
/// new one begins.
[[nodiscard]] Result<OpenedSession> change_password(runtime::Unit& unit, const TokenSigner& tokens,
                                                    const Settings& settings, const AccountId& account,
                                                    const std::string& verified_phc, const std::string& phc);

/// nullopt: the token was used before, and the session was revoked for it.
[[nodiscard]] Result<std::optional<OpenedSession>> refresh_session(runtime::Unit& unit,
                                                                   const TokenSigner& tokens,
                                                                   const Settings& settings,
                                                                   const std::string& refresh_token);

/// Stores a better hash of the same password, unless the password was changed in between.
[[nodiscard]] Result<bool> replace_hash(runtime::Unit& unit, const AccountId& account,
                                        const std::string& old_phc, const std::string& phc);

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
