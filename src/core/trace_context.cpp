#include "core/trace_context.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace dangol::trace_context {
namespace {

constexpr std::size_t trace_at = 3;
constexpr std::size_t trace_size = 32;
constexpr std::size_t span_at = 36;
constexpr std::size_t span_size = 16;
constexpr std::size_t flags_at = 53;
constexpr std::size_t size = 55;

bool is_lower_hex(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool is_zero(std::string_view text) { return text.find_first_not_of('0') == std::string_view::npos; }

/// All zeros would be no id.
std::uint64_t as_id(std::uint64_t random) { return random == 0 ? 1 : random; }

}  // namespace

bool is_valid(std::string_view value) {
    if (value.size() < size || value[2] != '-' || value[35] != '-' || value[52] != '-') return false;
    const auto version = value.substr(0, 2);
    if (!is_lower_hex(version) || version == "ff") return false;
    if (version == "00" ? value.size() != size : value.size() > size && value[size] != '-') return false;
    const auto trace = value.substr(trace_at, trace_size);
    const auto span = value.substr(span_at, span_size);
    return is_lower_hex(trace) && !is_zero(trace) && is_lower_hex(span) && !is_zero(span) &&
           is_lower_hex(value.substr(flags_at, 2));
}

std::string_view trace_id(std::string_view traceparent) {
    return is_valid(traceparent) ? traceparent.substr(trace_at, trace_size) : std::string_view{};
}

std::string_view span_id(std::string_view traceparent) {
    return is_valid(traceparent) ? traceparent.substr(span_at, span_size) : std::string_view{};
}

bool sampled(std::string_view traceparent) {
    if (!is_valid(traceparent)) return false;
    const char digit = traceparent[flags_at + 1];
    return ((digit <= '9' ? digit - '0' : digit - 'a' + 10) & 1) != 0;
}

std::string child(std::string_view traceparent, std::uint64_t random) {
    return fmt::format("00-{}-{:016x}-{}", traceparent.substr(trace_at, trace_size), as_id(random),
                       sampled(traceparent) ? "01" : "00");
}

std::string root(std::uint64_t trace_high, std::uint64_t trace_low, std::uint64_t random, bool sampled) {
    return fmt::format("00-{:016x}{:016x}-{:016x}-{}", trace_high, as_id(trace_low), as_id(random),
                       sampled ? "01" : "00");
}

}  // namespace dangol::trace_context
