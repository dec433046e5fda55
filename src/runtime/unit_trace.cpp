#include "runtime/unit_trace.hpp"

#include "core/trace_context.hpp"

namespace dangol::runtime {

UnitTrace::UnitTrace(Tracer* tracer, std::string caller) : tracer_(tracer), caller_(std::move(caller)) {
    if (on() && trace_context::is_valid(caller_)) {
        span_.parent = trace_context::span_id(caller_);
        context_ = tracer_->below(caller_);
    } else {
        context_ = caller_;
    }
    if (on()) span_.start = tracer_->now();
}

void UnitTrace::join(const std::string& trace) {
    if (!on() || placed_ || trace.empty()) return;
    placed_ = true;
    if (trace_context::trace_id(trace) == trace_context::trace_id(context_)) return;
    if (trace_context::is_valid(caller_)) span_.link = caller_;
    span_.parent = trace_context::span_id(trace);
    context_ = tracer_->below(trace);
}

void UnitTrace::name(std::string_view name) {
    if (on() && span_.name.empty()) span_.name = name;
}

void UnitTrace::consumes(std::string_view type, std::string_view source, const std::string& event_id) {
    if (!on()) return;
    span_.kind = SpanKind::consumer;
    span_.name = "process " + std::string(type);
    span_.attributes.emplace_back("messaging.operation.type", "process");
    span_.attributes.emplace_back("messaging.destination.name", source);
    span_.attributes.emplace_back("messaging.message.id", event_id);
}

void UnitTrace::about(std::string_view kind, const std::string& id) {
    if (!on() || id.empty()) return;
    span_.attributes.emplace_back("dangol." + std::string(kind) + ".id", id);
}

std::optional<Span> UnitTrace::end(std::string_view service, bool failed) {
    if (!on() || span_.name.empty() || !trace_context::sampled(context_)) return std::nullopt;
    span_.service = service;
    span_.traceparent = context_;
    span_.failed = failed;
    return std::exchange(span_, {});
}

}  // namespace dangol::runtime
