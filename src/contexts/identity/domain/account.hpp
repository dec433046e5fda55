#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "contracts/identity.hpp"
#include "core/access.hpp"
#include "core/decision.hpp"
#include "core/ids.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

/// The events of an account; the subject is the account id. These are private; AccountDisabled and
/// StaffAssigned are published.
/// No event carries a secret: a password not even as a hash, codes (at least 128 random bits) only as their
/// SHA-256. Guests leave no events: a guest is only a token.
namespace dangol::identity {

/// Staff, a rider or an operator may sign in from now on.
struct AccountRegistered {
    AccountId account;
    std::string login_name;  ///< lower case, unique
    std::string display_name;
    std::string role;           ///< "staff", "rider" or "operator"
    std::vector<CafeId> cafes;  ///< for staff: the branches they work for
    std::int64_t number = 0;    ///< 1, 2, 3 …: the order of registration
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(AccountRegistered, (), (account, login_name, display_name, role, cafes, number, at))

/// A one-time sign-in link was issued; an earlier one is void.
struct LinkIssued {
    AccountId account;
    std::string code_hash;
    Timestamp expires{};
};
BOOST_DESCRIBE_STRUCT(LinkIssued, (), (account, code_hash, expires))

struct LinkRedeemed {
    AccountId account;
    std::string code_hash;
};
BOOST_DESCRIBE_STRUCT(LinkRedeemed, (), (account, code_hash))

/// The account has a new password; every session opened before has ended.
struct PasswordChanged {
    AccountId account;
};
BOOST_DESCRIBE_STRUCT(PasswordChanged, (), (account))

struct SignedIn {
    AccountId account;
};
BOOST_DESCRIBE_STRUCT(SignedIn, (), (account))

// ── Roles ──────────────────────────────────────────────────────────────────────────────────────────

/// The roles of accounts that sign in.
enum class AccountRole { staff, rider, operator_ };
BOOST_DESCRIBE_ENUM(AccountRole, staff, rider, operator_)

[[nodiscard]] Role role_of(AccountRole role);
/// "staff", "rider", "operator": as in events, tokens and the API.
[[nodiscard]] std::string_view name_of(AccountRole role);
[[nodiscard]] std::optional<AccountRole> role_named(std::string_view name);

}  // namespace dangol::identity

/// Account: a person who signs in as staff, rider or operator. (A guest has no account.)
///
///     Unregistered ─RegisterAccount─► Active ─DisableAccount─► Disabled
///
///     in Active only: AssignCafes (staff), IssueLink, RedeemLink, ChangePassword, SignIn
///
/// An account begins without a password and is entered by a one-time link; redeeming it may set the password.
/// There is at most one link at a time; it works once, and not after it has expired.
namespace dangol::identity::account {

// ── State ──────────────────────────────────────────────────────────────────────────────────────────

struct Details {
    std::string login_name;
    std::string display_name;
    AccountRole role = AccountRole::staff;
    std::vector<CafeId> cafes;
    std::int64_t number = 0;
    Timestamp registered_at{};
    bool has_signed_in = false;
    std::int64_t epoch = 0;  ///< grows when all sessions end; a session of an earlier epoch is over
};
BOOST_DESCRIBE_STRUCT(Details, (),
                      (login_name, display_name, role, cafes, number, registered_at, has_signed_in, epoch))

struct SignInLink {
    std::string code_hash;
    Timestamp expires{};
};
BOOST_DESCRIBE_STRUCT(SignInLink, (), (code_hash, expires))

struct Unregistered {};
struct Active {
    Details details;
    std::optional<SignInLink> link;
    bool has_password = false;
};
struct Disabled {
    Details details;
};
BOOST_DESCRIBE_STRUCT(Unregistered, (), ())
BOOST_DESCRIBE_STRUCT(Active, (), (details, link, has_password))
BOOST_DESCRIBE_STRUCT(Disabled, (), (details))

using State = std::variant<Unregistered, Active, Disabled>;

// ── Commands ───────────────────────────────────────────────────────────────────────────────────────

struct RegisterAccount {
    AccountId account;
    std::string login_name;  ///< in the normal form; the caller knows that it is free
    std::string display_name;
    AccountRole role = AccountRole::staff;
    std::vector<CafeId> cafes;
    std::int64_t number = 0;
    Timestamp at{};
};
struct AssignCafes {
    AccountId account;
    std::vector<CafeId> cafes;
};
struct IssueLink {
    AccountId account;
    std::string code_hash;
    Timestamp expires{};
};
struct RedeemLink {
    AccountId account;
    std::string code_hash;
    Timestamp at{};
    bool sets_password = false;
};
struct ChangePassword {
    AccountId account;
};
/// The password was right.
struct SignIn {
    AccountId account;
};
struct DisableAccount {
    AccountId account;
    AccountId by;
};

using Command =
    std::variant<RegisterAccount, AssignCafes, IssueLink, RedeemLink, ChangePassword, SignIn, DisableAccount>;
using Event = std::variant<AccountRegistered, StaffAssigned, LinkIssued, LinkRedeemed, PasswordChanged,
                           SignedIn, AccountDisabled>;

// ── The pure core ──────────────────────────────────────────────────────────────────────────────────

[[nodiscard]] Result<std::vector<Event>> decide(const State& state, const Command& command);
[[nodiscard]] State evolve(State state, const Event& event);

/// Null while there is no account.
[[nodiscard]] const Details* details_of(const State& state);

// ── Refusals ───────────────────────────────────────────────────────────────────────────────────────

/// The response to every failed sign-in: it must not disclose which names exist.
[[nodiscard]] std::unexpected<Rejection> sign_in_failed();
/// The response to a link that is unknown, used, expired or replaced.
[[nodiscard]] std::unexpected<Rejection> link_invalid();
[[nodiscard]] std::unexpected<Rejection> too_many_failures();

// ── What people may choose ─────────────────────────────────────────────────────────────────────────

/// The form in which login names are kept and compared: ASCII letters in lower case.
[[nodiscard]] std::string normal_login_name(std::string_view login_name);

/// 3 to 64 characters of [a-z0-9._@+-], in the normal form.
[[nodiscard]] Result<void> check_login_name(std::string_view login_name);

/// 1 to 80 bytes, no control characters.
[[nodiscard]] Result<void> check_display_name(std::string_view display_name);

/// At least 10 characters, at most 128, not one of the most common ones, not one repeated character and
/// not the login name. No rule of composition: those make passwords worse (NIST SP 800-63B §5.1.1.2).
[[nodiscard]] Result<void> check_password(std::string_view password, std::string_view login_name);

}  // namespace dangol::identity::account
