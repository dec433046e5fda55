#pragma once

#include <vector>

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

/// Staff work for exactly these branches from now on. Those of a new account are not told. Access tokens that
/// they hold name their earlier branches for up to 15 minutes.
struct StaffAssigned {
    AccountId account;
    std::vector<CafeId> cafes;
};
BOOST_DESCRIBE_STRUCT(StaffAssigned, (), (account, cafes))

using Contract = dangol::Contract<"identity", AccountDisabled, StaffAssigned>;
Contract contract_of(auto event);

}  // namespace dangol::identity
