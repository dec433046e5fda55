#pragma once

#include <concepts>
#include <tuple>
#include <utility>
#include <vector>

#include "core/result.hpp"

/// The results of `decide`.
namespace dangol {

/// Handles several states (or events) in one lambda and still names each: `[](const OneOf<Void, Rejected>
/// auto&)`. Unlike a bare `auto` it does not accept an alternative that is added later.
template <class T, class... Ts>
concept OneOf = (std::same_as<T, Ts> || ...);

/// The events of a decision. Converts to a Result<std::vector<Event>> of any variant that has them.
template <class... Events>
struct Recorded {
    std::tuple<Events...> events;

    template <class Event>
    operator Result<std::vector<Event>>() && {  // NOLINT(google-explicit-constructor)
        std::vector<Event> all;
        all.reserve(sizeof...(Events));
        std::apply([&](auto&... each) { (all.emplace_back(std::move(each)), ...); }, events);
        return all;
    }
};

/// The decision: these events happen.
template <class... Events>
[[nodiscard]] Recorded<Events...> recorded(Events... events) {
    return {{std::move(events)...}};
}
/// The decision: nothing happens, because the result of the command holds already.
[[nodiscard]] inline Recorded<> already_so() { return {}; }

}  // namespace dangol
