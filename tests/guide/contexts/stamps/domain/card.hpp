#pragma once

#include <variant>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/decision.hpp"
#include "core/ids.hpp"
#include "core/result.hpp"

/// A customer's stamp card.
namespace dangol::stamps {

/// Private. `stamps`: on the card, this one included.
struct StampAdded {
    AccountId customer_id;
    int stamps = 0;
};
BOOST_DESCRIBE_STRUCT(StampAdded, (), (customer_id, stamps))

struct Empty {};
struct Stamped {
    int stamps = 0;
};
BOOST_DESCRIBE_STRUCT(Empty, (), ())
BOOST_DESCRIBE_STRUCT(Stamped, (), (stamps))

using State = std::variant<Empty, Stamped>;

struct AddStamp {
    AccountId customer;
};

using Command = std::variant<AddStamp>;
using Event = std::variant<StampAdded>;

[[nodiscard]] Result<std::vector<Event>> decide(const State& state, const Command& command);
[[nodiscard]] State evolve(State state, const Event& event);

}  // namespace dangol::stamps
