#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Port for trace spans (OpenTelemetry).
namespace dangol::runtime {

/// As OTLP numbers them.
enum class SpanKind : std::uint8_t { internal = 1, server = 2, client = 3, producer = 4, consumer = 5 };

/// A piece of work that is done.
struct Span {
    using Time = std::chrono::sys_time<std::chrono::nanoseconds>;

    std::string service;  ///< the context; empty: the process
    std::string name;     ///< of few different ones: "POST /loans", "process MemberLeft"
    SpanKind kind = SpanKind::internal;
    std::string traceparent;  ///< its own: the trace, and its id there
    std::string parent;       ///< id of the span that led to it; may be empty
    std::string link;         ///< traceparent of what led to it from another trace; may be empty
    Time start{};
    Time end{};
    bool failed = false;  ///< broken, not merely refused
    std::vector<std::pair<std::string, std::string>> attributes = {};
};

/// Thread-safe. Nothing here blocks or throws.
class Tracer {
  public:
    virtual ~Tracer() = default;
    [[nodiscard]] virtual Span::Time now() = 0;
    /// A new span's context below `traceparent`; of a trace of its own if that is empty.
    [[nodiscard]] virtual std::string below(std::string_view traceparent) = 0;
    /// It is recorded if its trace is sampled. What cannot be kept is dropped: traces are for looking,
    /// nothing rests on them.
    virtual void ended(Span span) = 0;
};

}  // namespace dangol::runtime
