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

/// A context under observation: each policy notes its event in the very transaction that stores what it did,
/// so that an event applied twice is found out, however the crash fell.
[[nodiscard]] inline runtime::Context watched(runtime::Context context, const PlantedBug& bug) {
    constexpr std::string_view view = "simulation.applied";
    context.around_policies([name = context.name(), view, bug](runtime::Unit& unit, const EventRecord& event,
                                                               const runtime::Context::Policy& policy) {
        if (unit.row(view, event.id)) {
            throw Violation{name + " applied " + event.source + "'s " + event.type + " of " + event.subject +
                            " twice"};
        }
        if (bug.is_deaf(name, event)) return Result<void>{};
        const auto misheard = bug.misheard(event);
        auto result = policy(unit, misheard ? *misheard : event);
        if (result) unit.put({std::string(view), event.id, {}, 0, {}});
        return result;
    });
    return context;
}

}  // namespace dangol::simulation
