#pragma once

#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/payment/domain/payment.hpp"

/// Double entry. Every movement of money is a handful of postings that sum to zero; what was posted is never
/// changed.
///
///   account                  its balance says
///   provider_receivable      what the provider has captured for us and not paid back (positive)
///   customer_prepaid         what customers have paid for and neither got nor got back (negative)
///   cafe_payable:<café id>   what we owe a café (negative)
///   rider_payable            what we owe the riders (negative)
namespace dangol::payment {

struct Posting {
    std::string account;
    Money amount;
    bool operator==(const Posting&) const = default;
};
BOOST_DESCRIBE_STRUCT(Posting, (), (account, amount))

/// The postings that `event` leads to; none if it moves no money. They sum to zero, in one currency.
[[nodiscard]] std::vector<Posting> postings_of(const Event& event);

}  // namespace dangol::payment
