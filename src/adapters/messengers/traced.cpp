#include "adapters/messengers/traced.hpp"

#include <boost/describe/enum_to_string.hpp>

#include "core/trace_context.hpp"

namespace dangol::adapters {

using namespace notification;

void TracedMessenger::send(OutgoingMessage message, std::move_only_function<void(SendOutcome)> done) {
    if (!message.traceparent || !trace_context::sampled(*message.traceparent)) {
        return messenger_.send(std::move(message), std::move(done));
    }
    const std::string channel = boost::describe::enum_to_string(message.channel, "");
    runtime::Span span;
    span.service = "notification";
    span.name = "send " + channel;
    span.kind = runtime::SpanKind::client;
    span.parent = trace_context::span_id(*message.traceparent);
    span.traceparent = tracer_.below(*message.traceparent);
    span.start = tracer_.now();
    span.attributes = {{"peer.service", channel},
                       {"messaging.message.id", message.id},
                       {"dangol.order.id", message.order_id.value}};
    message.traceparent = span.traceparent;
    messenger_.send(std::move(message), [&tracer = tracer_, span = std::move(span),
                                         done = std::move(done)](SendOutcome outcome) mutable {
        span.end = tracer.now();
        span.failed = !std::holds_alternative<Accepted>(outcome);
        tracer.ended(std::move(span));
        done(std::move(outcome));
    });
}

}  // namespace dangol::adapters
