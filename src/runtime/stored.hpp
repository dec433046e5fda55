#pragma once

#include <stdexcept>
#include <string>

#include "runtime/batch.hpp"

/// Committed state as queries read it.
namespace dangol::runtime {

/// The state and version of an aggregate; a default state and version 0 if there is none.
template <Aggregate A>
[[nodiscard]] Versioned<typename A::State> stored(Reader& reader, const std::string& id) {
    const auto decoded = Batch::decode<A>(reader.document(A::name, id));
    return *static_cast<const Versioned<typename A::State>*>(decoded.get());
}

/// The aggregate that an event is about, where its state is shown (`shows_state`): as the event left it if it
/// was decided in this process or could be applied to the state before it, else as it was stored when the
/// event was read. Throws if it could not be read.
template <Aggregate A>
[[nodiscard]] const Versioned<typename A::State>& state_in(const EventRecord& event) {
    if (const auto* known = event.state.as<Versioned<typename A::State>>()) return *known;
    throw std::runtime_error("the " + std::string(A::name) + " of event " + event.id + " is not known");
}

/// The data of a row. Throws std::runtime_error if it is no T: of this one row only, the others go on.
template <class T>
[[nodiscard]] T data_of(const Row& row) {
    auto data = codec::from_json<T>(row.data);
    if (!data)
        throw std::runtime_error("row " + row.view + " " + row.key + ": " + data.error().path + " " +
                                 data.error().message);
    return std::move(*data);
}

}  // namespace dangol::runtime
