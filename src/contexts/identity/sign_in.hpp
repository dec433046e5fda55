#pragma once

#include <optional>
#include <string>

#include "contexts/identity/ports.hpp"
#include "contexts/identity/rules.hpp"
#include "runtime/unit.hpp"

/// Signing in, staying signed in, signing out: what a request does inside the writer.
namespace dangol::identity {

/// A session that was just opened or refreshed. The secret in it is shown to the caller once and stored
/// nowhere.
struct OpenedSession {
    runtime::Principal principal;
    std::string refresh_token;  ///< "<session id>.<secret>"
    Timestamp refresh_expires{};
};

/// What is known about a login name before the password is looked at.
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
/// the name, so that whoever tries names at random cannot fill the disk.
[[nodiscard]] SignInAttempt look_up(runtime::Reader& reader, const TokenSigner& tokens,
                                    std::string login_name, Timestamp now);

/// `matches`: whether the password fits `attempt.phc`.
[[nodiscard]] Result<SignInOutcome> conclude_sign_in(runtime::Unit& unit, const TokenSigner& tokens,
                                                     const SessionRules& rules, const SignInAttempt& attempt,
                                                     bool matches);

/// Redeems a one-time link. `phc` is the new password's, if one is to be set.
[[nodiscard]] Result<OpenedSession> redeem_link(runtime::Unit& unit, const TokenSigner& tokens,
                                                const SessionRules& rules, const std::string& code,
                                                const std::optional<std::string>& phc);

/// The new password of someone who has shown the current one (`verified_phc`). All sessions end; a new one
/// begins.
[[nodiscard]] Result<OpenedSession> change_password(runtime::Unit& unit, const TokenSigner& tokens,
                                                    const SessionRules& rules, const AccountId& account,
                                                    const std::string& verified_phc, const std::string& phc);

/// nullopt: the token was used before, and the session was revoked for it.
[[nodiscard]] Result<std::optional<OpenedSession>> refresh_session(runtime::Unit& unit,
                                                                   const TokenSigner& tokens,
                                                                   const SessionRules& rules,
                                                                   const std::string& refresh_token);

[[nodiscard]] Result<void> revoke_session(runtime::Unit& unit, const std::string& session);

/// Stores a better hash of the same password, unless the password was changed in between.
[[nodiscard]] Result<void> replace_hash(runtime::Unit& unit, const AccountId& account,
                                        const std::string& old_phc, const std::string& phc);

}  // namespace dangol::identity
