#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/ids.hpp"
#include "core/time.hpp"

/// What the identity context publishes. No event carries a secret: no password, not even its hash; codes and
/// refresh tokens (at least 128 random bits) only as their SHA-256. Guests leave no events: they are only a
/// token.
namespace dangol::identity {

// ---- of an account; the subject is the account id
// -------------------------------------------------------------------

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

/// Staff work for exactly these branches from now on.
struct StaffAssigned {
    AccountId account;
    std::vector<CafeId> cafes;
};
BOOST_DESCRIBE_STRUCT(StaffAssigned, (), (account, cafes))

/// A one-time sign-in link was handed out; an earlier one is void.
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

struct SignInFailed {
    AccountId account;
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(SignInFailed, (), (account, at))

/// The account can no longer sign in; every session opened before has ended.
struct AccountDisabled {
    AccountId account;
    AccountId by;
};
BOOST_DESCRIBE_STRUCT(AccountDisabled, (), (account, by))

// ---- of a session; the subject is the session id
// --------------------------------------------------------------------

struct SessionOpened {
    AccountId account;
    std::string token_hash;  ///< of the refresh token
    std::int64_t epoch = 0;  ///< the account's at that moment; a later one ends the session
    Timestamp expires{};
};
BOOST_DESCRIBE_STRUCT(SessionOpened, (), (account, token_hash, epoch, expires))

/// The refresh token was exchanged for a new one.
struct SessionRefreshed {
    AccountId account;
    std::string token_hash;
    Timestamp expires{};
};
BOOST_DESCRIBE_STRUCT(SessionRefreshed, (), (account, token_hash, expires))

struct SessionRevoked {
    AccountId account;
    std::string reason;  ///< "signed-out" or "token-reused"
};
BOOST_DESCRIBE_STRUCT(SessionRevoked, (), (account, reason))

}  // namespace dangol::identity
