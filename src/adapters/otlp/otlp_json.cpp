#include "adapters/otlp/otlp_json.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "core/codec.hpp"
#include "core/trace_context.hpp"

namespace dangol::adapters {
namespace {

using runtime::Span;

void member(std::string& out, std::string_view name, std::string_view text) {
    codec::write_string(out, name);
    out += ':';
    codec::write_string(out, text);
}

void attribute(std::string& out, bool& first, std::string_view key, std::string_view value) {
    if (value.empty()) return;
    if (!std::exchange(first, false)) out += ',';
    out += '{';
    member(out, "key", key);
    out += R"(,"value":{)";
    member(out, "stringValue", value);
    out += "}}";
}

std::string nanoseconds(Span::Time time) { return std::to_string(time.time_since_epoch().count()); }

void write(std::string& out, const Span& span) {
    out += '{';
    member(out, "traceId", trace_context::trace_id(span.traceparent));
    out += ',';
    member(out, "spanId", trace_context::span_id(span.traceparent));
    if (!span.parent.empty()) {
        out += ',';
        member(out, "parentSpanId", span.parent);
    }
    out += ',';
    member(out, "name", span.name);
    out += R"(,"kind":)" + std::to_string(static_cast<int>(span.kind)) + ',';
    member(out, "startTimeUnixNano", nanoseconds(span.start));
    out += ',';
    member(out, "endTimeUnixNano", nanoseconds(std::max(span.start, span.end)));
    out += R"(,"attributes":[)";
    bool first = true;
    for (const auto& [key, value] : span.attributes) attribute(out, first, key, value);
    out += ']';
    if (!span.link.empty()) {
        out += R"(,"links":[{)";
        member(out, "traceId", trace_context::trace_id(span.link));
        out += ',';
        member(out, "spanId", trace_context::span_id(span.link));
        out += "}]";
    }
    constexpr std::string_view error = R"(,"status":{"code":2}})";
    constexpr std::string_view unset = R"(,"status":{}})";
    out += span.failed ? error : unset;
}

void write_resource(std::string& out, std::string_view service, const OtlpResource& resource) {
    out += R"("resource":{"attributes":[)";
    bool first = true;
    attribute(out, first, "service.name", service);
    attribute(out, first, "service.namespace", "dangol");
    attribute(out, first, "service.version", resource.version);
    attribute(out, first, "service.instance.id", resource.instance);
    for (const auto& [key, value] : resource.attributes) attribute(out, first, key, value);
    out += "]}";
}

}  // namespace

std::string otlp_json(std::span<const Span> spans, const OtlpResource& resource) {
    std::map<std::string_view, std::vector<const Span*>> by_service;
    for (const auto& span : spans) {
        by_service[span.service.empty() ? std::string_view(resource.service) : span.service].push_back(&span);
    }
    std::string out = R"({"resourceSpans":[)";
    bool first_service = true;
    for (const auto& [service, its_spans] : by_service) {
        if (!std::exchange(first_service, false)) out += ',';
        out += '{';
        write_resource(out, service, resource);
        out += R"(,"scopeSpans":[{"scope":{"name":"dangol"},"spans":[)";
        bool first = true;
        for (const auto* span : its_spans) {
            if (!std::exchange(first, false)) out += ',';
            write(out, *span);
        }
        out += "]}]}";
    }
    out += "]}";
    return out;
}

}  // namespace dangol::adapters
