#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "adapters/memory/memory_store.hpp"
#include "core/codec.hpp"
#include "watched_context.hpp"

/// What the two halves of the oracle share.
namespace dangol::simulation {

/// Throws a Violation if it does not hold. Asked many times for each event: the words are only made then.
template <class... Values>
void must(bool holds, fmt::format_string<const Values&...> what, const Values&... values) {
    if (!holds) throw Violation{fmt::format(what, values...)};
}

/// An aggregate's state as it is stored; the initial one if there is none.
template <class State>
State state_of(const adapters::MemoryDisk& disk, std::string_view kind, const std::string& id) {
    const auto stored = disk.document(kind, id);
    if (!stored) return {};
    auto state = codec::from_json<State>(stored->data);
    must(state.has_value(), "{} {} cannot be read", kind, id);
    return std::move(*state);
}

/// The order is there and has been placed, whatever became of it.
[[nodiscard]] bool is_placed(const adapters::MemoryDisk& orders, const std::string& order_id);

}  // namespace dangol::simulation
