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

/// The view of the rows that say of an event that it was applied twice.
inline constexpr std::string_view applied_twice = "applied twice";

/// A context under observation: each policy notes its event in the very transaction that stores what it did,
/// so that an event applied twice is found out by the store, however the crash fell. Only what is committed
/// counts: a replica that has just gained a partition decides on the positions that it remembers, and
/// conflicts.
[[nodiscard]] inline runtime::Context watched(runtime::Context context, const PlantedBug& bug) {
    context.around_policies([name = context.name(), bug](runtime::Unit& unit, const EventRecord& event,
                                                         const runtime::Context::Policy& policy) {
        if (bug.is_deaf(name, event)) return Result<void>{};
        const auto misheard = bug.misheard(event);
        auto result = policy(unit, misheard ? *misheard : event);
        if (result) unit.changes().handled.push_back({event.id, unit.now()});
        return result;
    });
    return context;
}

}  // namespace dangol::simulation
