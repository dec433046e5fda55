#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "contexts/identity/domain/backoff.hpp"
#include "contexts/identity/events.hpp"
#include "core/ids.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

/// The account of someone who signs in: staff, riders, operators. (A guest has none.)
///
///     none ──RegisterAccount──► active ──DisableAccount──► disabled
///
///     in `active` only:   AssignCafes (staff)   IssueLink   RedeemLink   ChangePassword   SignIn FailSignIn
///
/// An account begins without a password and is entered by a one-time link; redeeming it may set the password.
/// There is at most one link at a time; it serves once, and not after it has expired.
namespace dangol::identity {

enum class AccountStatus { none, active, disabled };
BOOST_DESCRIBE_ENUM(AccountStatus, none, active, disabled)

enum class AccountRole { staff, rider, operator_ };
BOOST_DESCRIBE_ENUM(AccountRole, staff, rider, operator_)

/// "staff", "rider", "operator": as in events, tokens and the API.
[[nodiscard]] std::string_view name_of(AccountRole role);
[[nodiscard]] std::optional<AccountRole> role_named(std::string_view name);

struct SignInLink {
    std::string code_hash;
    Timestamp expires{};
    bool operator==(const SignInLink&) const = default;
};
BOOST_DESCRIBE_STRUCT(SignInLink, (), (code_hash, expires))

struct Account {
    AccountStatus status = AccountStatus::none;
    std::string login_name;
    std::string display_name;
    AccountRole role = AccountRole::staff;
    std::vector<CafeId> cafes;
    std::int64_t number = 0;
    Timestamp registered_at{};
    std::optional<SignInLink> link;
    bool has_password = false;
    bool has_signed_in = false;
    std::int64_t epoch = 0;  ///< grows when all sessions end; a session of an earlier epoch is over
    Failures failures;
    bool operator==(const Account&) const = default;
};
BOOST_DESCRIBE_STRUCT(Account, (),
                      (status, login_name, display_name, role, cafes, number, registered_at, link,
                       has_password, has_signed_in, epoch, failures))

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
    Timestamp at{};
};
/// The password was wrong.
struct FailSignIn {
    AccountId account;
    Timestamp at{};
};
struct DisableAccount {
    AccountId account;
    AccountId by;
};

using AccountCommand = std::variant<RegisterAccount, AssignCafes, IssueLink, RedeemLink, ChangePassword,
                                    SignIn, FailSignIn, DisableAccount>;
using AccountEvent = std::variant<AccountRegistered, StaffAssigned, LinkIssued, LinkRedeemed, PasswordChanged,
                                  SignedIn, SignInFailed, AccountDisabled>;

[[nodiscard]] Result<std::vector<AccountEvent>> decide(const Account& account, const AccountCommand& command);
[[nodiscard]] Account evolve(Account account, const AccountEvent& event);

/// The one answer to every sign-in that does not succeed: it must not tell which names exist.
[[nodiscard]] Rejection sign_in_failed();
/// The one answer to a link that is unknown, used, expired or replaced.
[[nodiscard]] Rejection link_invalid();
[[nodiscard]] Rejection too_many_failures();

}  // namespace dangol::identity
