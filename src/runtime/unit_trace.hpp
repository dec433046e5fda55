#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "runtime/tracing.hpp"

namespace dangol::runtime {

/// The span of one unit, and the trace that its events carry on. Without a tracer what comes is carried on as
/// it is.
///
/// All that happens under one correlation is one trace, from the request that began it to the last reaction,
/// though people make new requests all along: a command belongs to the trace in which its aggregate came into
/// being, and links to the request that brought it.
class UnitTrace {
  public:
    UnitTrace(Tracer* tracer, std::string caller);

    [[nodiscard]] bool on() const { return tracer_ != nullptr; }
    /// What events and effects carry on; may be empty.
    [[nodiscard]] const std::string& context() const { return context_; }

    /// The aggregate that the unit works on came into being in this trace. The first one counts.
    void join(const std::string& trace);
    /// What the unit does, in the imperative: the name of its command. The first one counts.
    void name(std::string_view name);
    void consumes(std::string_view type, std::string_view source, const std::string& event_id);
    /// Adds the attribute `dangol.<kind>.id`; `kind` is an aggregate's `correlation`.
    void about(std::string_view kind, const std::string& id);

    /// If there is anything to tell. Afterwards nothing more is.
    [[nodiscard]] std::optional<Span> end(std::string_view service, bool failed);

  private:
    Tracer* tracer_;
    std::string caller_;  ///< what led to it; may be empty
    std::string context_;
    bool placed_ = false;  ///< whose trace it is in is settled
    Span span_;
};

}  // namespace dangol::runtime
