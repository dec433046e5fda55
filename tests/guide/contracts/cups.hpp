#pragma once

#include <boost/describe/class.hpp>

#include "core/contract.hpp"
#include "core/ids.hpp"
#include "core/time.hpp"

/// What the context `cups` publishes: the contract that other contexts include.
namespace dangol::cups {

using CupId = Id<struct CupTag>;

/// The customer brought the cup back.
struct CupReturned {
    CupId cup_id;
    AccountId customer_id;
    Timestamp returned_at{};
};
BOOST_DESCRIBE_STRUCT(CupReturned, (), (cup_id, customer_id, returned_at))

using Contract = dangol::Contract<"cups", CupReturned>;
Contract contract_of(auto event);

}  // namespace dangol::cups
