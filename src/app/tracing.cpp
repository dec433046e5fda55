#include "app/tracing.hpp"

#include <sstream>

#include <fmt/format.h>

#include "adapters/http/client.hpp"
#include "adapters/otlp/otlp_tracer.hpp"
#include "adapters/telemetry/log.hpp"
#include "app/version.hpp"
#include "core/trace_context.hpp"

namespace dangol::app {
namespace {

using adapters::log;
using adapters::LogLevel;

adapters::OtlpOptions options_of(const Config& config) {
    adapters::OtlpOptions options;
    options.url = config.otlp;
    options.resource.service = !config.otlp_service.empty() ? config.otlp_service
                               : config.only.size() == 1    ? config.only.front()
                                                            : "dangol";
    options.resource.version = version;
    options.resource.instance = config.replica;
    std::stringstream pairs(config.otlp_attributes);
    for (std::string pair; std::getline(pairs, pair, ',');) {
        const auto equals = pair.find('=');
        if (equals != std::string::npos)
            options.resource.attributes.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
    }
    options.on_trouble = [](std::string_view what) { log(LogLevel::warn, "tracing", {{"what", what}}); };
    return options;
}

}  // namespace

struct Tracing::Parts {
    Parts(const Config& config, runtime::Ids& ids)
        : tracer(
              options_of(config),
              [this](adapters::HttpCall call, auto done) { client.send(std::move(call), std::move(done)); },
              ids) {}

    adapters::HttpClient client;
    adapters::OtlpTracer tracer;
};

Tracing::Tracing(const Config& config, runtime::Ids& ids) {
    if (!config.otlp.empty()) parts_ = std::make_unique<Parts>(config, ids);
}
Tracing::~Tracing() = default;

runtime::Tracer* Tracing::tracer() { return parts_ ? &parts_->tracer : nullptr; }

void Tracing::request(const adapters::AccessLine& line) {
    if (!parts_ || !trace_context::sampled(line.traceparent)) return;
    runtime::Span span;
    span.name = fmt::format("{} {}", line.method, line.route.empty() ? "(nowhere)" : line.route);
    span.kind = runtime::SpanKind::server;
    span.traceparent = line.traceparent;
    span.parent = trace_context::span_id(line.caller);
    span.end = parts_->tracer.now();
    span.start = span.end - std::chrono::microseconds(line.micros);
    span.failed = line.status >= 500;
    span.attributes = {{"http.request.method", std::string(line.method)},
                       {"http.route", std::string(line.route)},
                       {"http.response.status_code", std::to_string(line.status)},
                       {"dangol.request.id", std::string(line.request_id)}};
    parts_->tracer.ended(std::move(span));
}

void Tracing::add_figures(adapters::Metrics& metrics) {
    if (!parts_) return;
    metrics.add_counter("dangol_exported_spans_total", "Spans that the collector has taken",
                        [this] { return static_cast<double>(parts_->tracer.exported()); });
    metrics.add_counter("dangol_dropped_spans_total",
                        "Spans that the collector has not taken, or too many at once",
                        [this] { return static_cast<double>(parts_->tracer.dropped()); });
}

}  // namespace dangol::app
