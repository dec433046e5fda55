#pragma once

#include <variant>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/decision.hpp"
#include "core/result.hpp"
#include "tests/guide/contracts/cups.hpp"

/// A reusable cup that a café lends.
///
///     NeverLent ─LendCup─► Lent ─ReturnCup─► OnShelf ─LendCup─► Lent
namespace dangol::cups {

/// Private: only this context reads it.
struct CupLent {
    CupId cup_id;
    AccountId customer_id;
};
BOOST_DESCRIBE_STRUCT(CupLent, (), (cup_id, customer_id))

struct NeverLent {};
struct Lent {
    CupId cup;
    AccountId customer;
};
struct OnShelf {};
BOOST_DESCRIBE_STRUCT(NeverLent, (), ())
BOOST_DESCRIBE_STRUCT(Lent, (), (cup, customer))
BOOST_DESCRIBE_STRUCT(OnShelf, (), ())

using State = std::variant<NeverLent, Lent, OnShelf>;

struct LendCup {
    CupId cup;
    AccountId customer;
};
struct ReturnCup {
    Timestamp at{};
};

using Command = std::variant<LendCup, ReturnCup>;
using Event = std::variant<CupLent, CupReturned>;

[[nodiscard]] Result<std::vector<Event>> decide(const State& state, const Command& command);
[[nodiscard]] State evolve(State state, const Event& event);

}  // namespace dangol::cups
