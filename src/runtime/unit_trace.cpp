#include "runtime/unit_trace.hpp"

#include "core/trace_context.hpp"

namespace dangol::runtime {

UnitTrace::UnitTrace(Tracer* tracer, std::string caller) : tracer_(tracer), context_(std::move(caller)) {
    if (!on()) return;
    span_.start = tracer_->now();
    if (!trace_context::is_valid(context_)) return;
    span_.parent = trace_context::span_id(context_);
    context_ = tracer_->below(context_);
}

void UnitTrace::join(const std::string& trace) {
    if (!on() || placed_ || trace.empty()) return;
    placed_ = true;
    if (trace_context::trace_id(trace) == trace_context::trace_id(context_)) return;
    // Its own context was never told to anybody: what led to it is the request, whose span is its parent.
    if (!span_.parent.empty()) {
        span_.link = context_;
        span_.link.replace(36, span_.parent.size(), span_.parent);
    }
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

void UnitTrace::about(const std::string& order) {
    if (on() && !order.empty()) span_.attributes.emplace_back("dangol.order.id", order);
}

std::optional<Span> UnitTrace::end(std::string_view service, bool failed) {
    if (!on() || span_.name.empty() || !trace_context::sampled(context_)) return std::nullopt;
    span_.service = service;
    span_.traceparent = context_;
    span_.failed = failed;
    return std::exchange(span_, {});
}

}  // namespace dangol::runtime
