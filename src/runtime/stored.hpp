#pragma once

#include <memory>
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

/// The aggregate that an event of this context is about: as the event left it if it was decided in this
/// process, else as it is stored by now.
template <Aggregate A>
[[nodiscard]] std::shared_ptr<const Versioned<typename A::State>> state_with(const EventRecord& event,
                                                                             Reader& reader) {
    if (auto known = event.state.share<Versioned<typename A::State>>()) return known;
    return std::static_pointer_cast<const Versioned<typename A::State>>(
        Batch::decode<A>(reader.document(A::name, event.subject)));
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
