#pragma once

#include <boost/describe/class.hpp>

#include "core/contract.hpp"
#include "core/ids.hpp"

/// What the identity context publishes: the contract that other contexts include. Add members, never change
/// or remove one (api/asyncapi.yaml). No member says anything about the person but the account's id.
namespace dangol::identity {

/// The account can no longer sign in, for good; every session opened before has ended. Its access tokens
/// cannot be recalled: for up to 15 minutes they still name the role that it had.
struct AccountDisabled {
    AccountId account;
    AccountId by;  ///< the operator who did it
};
BOOST_DESCRIBE_STRUCT(AccountDisabled, (), (account, by))

using Contract = dangol::Contract<"identity", AccountDisabled>;
Contract contract_of(auto event);

}  // namespace dangol::identity
