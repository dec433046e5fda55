#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "contexts/cafe/domain/cafe.hpp"
#include "contexts/cafe/domain/cafe_order.hpp"
#include "runtime/unit.hpp"

/// The aggregates as the runtime knows them (runtime/aggregate.hpp).
///
///     view         key       scope               rank             data
///     cafes        café id   "all"               0                CafeSummary
///     cafe_orders  order id  "<café id>/<lane>"  ticket::turn_of  none: the document has it
namespace dangol::cafe {

namespace view {
inline constexpr std::string_view cafes = "cafes";
inline constexpr std::string_view cafes_all = "all";
inline constexpr std::string_view cafe_orders = "cafe_orders";
}  // namespace view

/// A branch without its menu.
struct CafeSummary {
    CafeProfile profile;
    std::vector<OpeningHours> hours;
    branch::Opening opening;
    int revision = 0;
};
BOOST_DESCRIBE_STRUCT(CafeSummary, (), (profile, hours, opening, revision))

/// The lane's name on the wire and in the index: "NEW", "MAKING", "READY", "DONE".
[[nodiscard]] std::string_view name_of(ticket::Lane lane);
[[nodiscard]] std::string lane_scope(const CafeId& cafe, std::string_view lane);

struct Cafe {
    static constexpr std::string_view name = "Cafe";
    using State = branch::State;
    using Command = branch::Command;
    using Event = branch::Event;

    [[nodiscard]] static std::string scope(const State& state);
    [[nodiscard]] static std::vector<runtime::Row> index(const std::string& id, const State& state);
};

struct CafeOrder {
    static constexpr std::string_view name = "CafeOrder";
    static constexpr std::string_view correlation = "order";
    using State = ticket::State;
    using Command = ticket::Command;
    using Event = ticket::Event;

    [[nodiscard]] static std::string scope(const State& state);
    [[nodiscard]] static std::vector<runtime::Row> index(const std::string& id, const State& state);
    /// A made pick-up is kept until a deadline of kind `collect_deadline`, whose data is the order id.
    static void after(runtime::Unit& unit, const std::string& id, const Event& event, const State& state);

    static constexpr std::string_view collect_deadline = "collect";
};

}  // namespace dangol::cafe
