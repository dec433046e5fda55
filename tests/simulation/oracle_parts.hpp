#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "adapters/memory/memory_store.hpp"
#include "core/codec.hpp"
#include "watched_context.hpp"

/// What the two halves of the oracle share.
namespace dangol::simulation {

/// Throws a Violation if it does not hold.
inline void must(bool holds, const std::string& what) {
    if (!holds) throw Violation{what};
}

/// An aggregate's state as it is stored; the initial one if there is none.
template <class State>
State state_of(const adapters::MemoryDisk& disk, std::string_view kind, const std::string& id) {
    const auto stored = disk.document(kind, id);
    if (!stored) return {};
    auto state = codec::from_json<State>(stored->data);
    must(state.has_value(), std::string(kind) + " " + id + " cannot be read");
    return std::move(*state);
}

/// The order is there and has been placed, whatever became of it.
[[nodiscard]] bool is_placed(const adapters::MemoryDisk& orders, const std::string& order_id);

}  // namespace dangol::simulation
