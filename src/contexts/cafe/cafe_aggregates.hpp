#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "contexts/cafe/domain/cafe.hpp"
#include "contexts/cafe/domain/cafe_order.hpp"
#include "runtime/unit.hpp"

/// The aggregates as the runtime knows them (runtime/unit.hpp, `Aggregate`).
///
///     view         key       scope               rank        data
///     cafes        café id   "all"               0           CafeSummary
///     cafe_orders  order id  "<café id>/<lane>"  order date  none: the document has it
namespace dangol::cafe {

namespace view {
constexpr std::string_view cafes = "cafes";
constexpr std::string_view cafes_all = "all";
constexpr std::string_view cafe_orders = "cafe_orders";
}  // namespace view

/// A branch without its menu.
struct CafeSummary {
    CafeProfile profile;
    std::vector<OpeningHours> hours;
    branch::Opening opening;
};
BOOST_DESCRIBE_STRUCT(CafeSummary, (), (profile, hours, opening))

/// The lane's name on the wire and in the index: "NEW", "MAKING", "READY", "DONE".
[[nodiscard]] std::string_view name_of(ticket::Lane lane);
[[nodiscard]] std::string lane_scope(const CafeId& cafe, std::string_view lane);

struct CafeAggregate {
    static constexpr std::string_view name = "Cafe";
    using State = branch::State;
    using Command = branch::Command;
    using Event = branch::Event;

    static Result<std::vector<Event>> decide(const State& state, const Command& command) {
        return branch::decide(state, command);
    }
    static State evolve(State state, const Event& event) { return branch::evolve(std::move(state), event); }
    static std::string scope(const State& state);
    static std::vector<runtime::Row> index(const std::string& id, const State& state);
    static void after(runtime::Unit&, const std::string&, const Event&, const State&) {}
};

struct CafeOrderAggregate {
    static constexpr std::string_view name = "CafeOrder";
    static constexpr bool one_trace = true;
    using State = ticket::State;
    using Command = ticket::Command;
    using Event = ticket::Event;

    static Result<std::vector<Event>> decide(const State& state, const Command& command) {
        return ticket::decide(state, command);
    }
    static State evolve(const State& state, const Event& event) { return ticket::evolve(state, event); }
    static std::string scope(const State& state);
    static std::vector<runtime::Row> index(const std::string& id, const State& state);
    /// A made pick-up is waited for until a deadline of kind `collect_deadline`, whose data is the order id.
    static void after(runtime::Unit& unit, const std::string& id, const Event& event, const State& state);

    static constexpr std::string_view collect_deadline = "collect";
};

static_assert(runtime::Aggregate<CafeAggregate>);
static_assert(runtime::Aggregate<CafeOrderAggregate>);

/// The committed state and version of an aggregate; a default state and version 0 if there is none.
template <runtime::Aggregate A>
[[nodiscard]] std::shared_ptr<const runtime::Versioned<typename A::State>> stored(runtime::Reader& reader,
                                                                                  const std::string& id) {
    return std::static_pointer_cast<const runtime::Versioned<typename A::State>>(
        runtime::Batch::decode<A>(reader.document(A::name, id)));
}

}  // namespace dangol::cafe
