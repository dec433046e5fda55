#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// The value of the header `traceparent`: which trace something belongs to, and which span led to it.
/// https://www.w3.org/TR/trace-context/
namespace dangol::trace_context {

/// "00-<32 hex digits: trace>-<16: span>-<2: flags>"; of later versions what is known of this one.
[[nodiscard]] bool is_valid(std::string_view traceparent);

// Of a valid one; of anything else empty, or false.
[[nodiscard]] std::string_view trace_id(std::string_view traceparent);
[[nodiscard]] std::string_view span_id(std::string_view traceparent);
/// Whoever began the trace wants it recorded.
[[nodiscard]] bool sampled(std::string_view traceparent);

/// Another span of the same trace. `traceparent` must be valid; `random` is made a span's id.
[[nodiscard]] std::string child(std::string_view traceparent, std::uint64_t random);
/// The first span of a new trace.
[[nodiscard]] std::string root(std::uint64_t trace_high, std::uint64_t trace_low, std::uint64_t random,
                               bool sampled);

}  // namespace dangol::trace_context
