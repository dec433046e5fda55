#include "adapters/telemetry/event_log.hpp"

#include "adapters/telemetry/log.hpp"
#include "core/trace_context.hpp"

namespace dangol::adapters {

void log_events(std::string_view context, std::span<const std::shared_ptr<const EventRecord>> events) {
    using adapters::LogLevel;
    if (!adapters::logs(LogLevel::info)) return;
    for (const auto& event : events) {
        adapters::log(LogLevel::info, event->type,
                      {{"service", context},
                       {"subject", event->subject},
                       {"correlationId", event->correlation},
                       {"traceId", trace_context::trace_id(event->traceparent)},
                       {"spanId", trace_context::span_id(event->traceparent)},
                       {"eventId", event->id}});
    }
}

}  // namespace dangol::adapters
