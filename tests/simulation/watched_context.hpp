#pragma once

#include <string>
#include <string_view>

#include "planted_bug.hpp"
#include "runtime/context.hpp"

namespace dangol::simulation {

/// Thrown when something in DESIGN §1 does not hold. Not a std::exception: no handler of the runtime catches
/// it.
struct Violation {
    std::string what;
};

/// The rows in which a context notes the events that it applied, and their scope if it did so twice.
namespace applied {
inline constexpr std::string_view view = "applied";
inline constexpr std::string_view twice = "twice";
}  // namespace applied

/// A context under observation: each policy notes its event in the very transaction that stores what it did,
/// so that an event applied twice is found out, however the crash fell. Only what is committed counts: a
/// replica that has just gained a partition decides on the positions that it remembers, and conflicts.
[[nodiscard]] inline runtime::Context watched(runtime::Context context, const PlantedBug& bug) {
    context.around_policies([name = context.name(), bug](runtime::Unit& unit, const EventRecord& event,
                                                         const runtime::Context::Policy& policy) {
        const bool again = unit.row(applied::view, event.id).has_value();
        if (bug.is_deaf(name, event)) return Result<void>{};
        const auto misheard = bug.misheard(event);
        auto result = policy(unit, misheard ? *misheard : event);
        if (!result) return result;
        runtime::Row row{
            std::string(applied::view), event.id, {}, static_cast<std::int64_t>(event.position), {}};
        if (again) {
            row.scope = applied::twice;
            row.data = name + " applied " + event.source + "'s " + event.type + " of " + event.subject;
        }
        unit.put(std::move(row));
        return result;
    });
    return context;
}

}  // namespace dangol::simulation
