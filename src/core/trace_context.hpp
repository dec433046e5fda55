#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// The value of the header `traceparent`: the trace, and the parent span in it.
/// https://www.w3.org/TR/trace-context/
namespace dangol::trace_context {

/// "00-<32 hex digits: trace>-<16: span>-<2: flags>"; of later versions the part that this version defines.
[[nodiscard]] bool is_valid(std::string_view traceparent);

// For a valid value; otherwise empty, or false.
[[nodiscard]] std::string_view trace_id(std::string_view traceparent);
[[nodiscard]] std::string_view span_id(std::string_view traceparent);
/// The flag `sampled`: the root of the trace decided to record it.
[[nodiscard]] bool sampled(std::string_view traceparent);

/// Another span of the same trace. `traceparent` must be valid; `random` becomes the span id.
[[nodiscard]] std::string child(std::string_view traceparent, std::uint64_t random);
/// The first span of a new trace.
[[nodiscard]] std::string root(std::uint64_t trace_high, std::uint64_t trace_low, std::uint64_t random,
                               bool sampled);

}  // namespace dangol::trace_context
