#pragma once

#include <cstdint>
#include <string>

#include "core/decoded.hpp"
#include "core/time.hpp"

namespace dangol {

/// An event in its envelope, as stored in the events table of its context and as published: the attributes of
/// a CloudEvent 1.0, with Dangol's own as extensions (api/asyncapi.yaml).
struct EventRecord {
    std::string id;              ///< CloudEvents `id`; unique over all sources
    std::string type;            ///< name of the event struct: "OrderPlaced"
    std::string source;          ///< the context that published it: "order"
    std::string subject;         ///< id of the aggregate
    std::uint64_t version = 0;   ///< the aggregate's version after this event; 1 for its first
    std::uint64_t position = 0;  ///< place in the source's events table; grows, gaps allowed
    Timestamp time{};            ///< of the decision; for display, not for ordering
    std::string scope;           ///< the live streams that show it: a café id, a customer id …; may be empty
    std::string correlation;     ///< the order id, if any: the same for everything that one order causes
    std::string causation;       ///< id of the event or command that caused it
    std::string traceparent;     ///< W3C trace context; may be empty
    std::string actor{};         ///< account that gave the command: "staff:01h…"; empty: the system itself
    std::string data;            ///< the event itself, JSON
    Decoded decoded{};           ///< the same, if it comes from this process; not stored
    Decoded state{};             ///< the aggregate after it, a Versioned<State>; where it is shown (state_in)
};

}  // namespace dangol
