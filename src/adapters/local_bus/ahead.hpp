#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "runtime/store.hpp"

/// How far each context has read the events of the others. Where contexts read each other's stores, a
/// position is the number of an event in its source, and the two can be compared. With Kafka they cannot:
/// positions count a topic's records.
namespace dangol::adapters {

/// A consumer that has read more than there is: its source was put back to an older copy, or was lost. It
/// would skip the source's next events without a trace.
struct Ahead {
    std::string consumer;
    std::string source;
    std::uint64_t position = 0;
    std::uint64_t last = 0;  ///< of the source; 0: it is empty, or not there

    bool operator==(const Ahead&) const = default;
};

/// By context; nullptr: there is no such store.
using Stores = std::vector<std::pair<std::string, std::unique_ptr<runtime::Reader>>>;

/// May be asked while contexts run.
[[nodiscard]] std::vector<Ahead> ahead_of_sources(const Stores& stores);
/// "cafe has read order up to event 90, but order ends at event 40".
[[nodiscard]] std::string told(const Ahead& ahead);

}  // namespace dangol::adapters
