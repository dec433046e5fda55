// Gathers what the parts of the process know about themselves.
#include "app/figures.hpp"

#include <atomic>
#include <optional>
#include <string>

#include "adapters/http/server.hpp"
#include "adapters/kafka/kafka_bus.hpp"
#include "adapters/local_bus/local_bus.hpp"
#include "adapters/observe/observe.hpp"
#include "adapters/telemetry/order_figures.hpp"
#include "adapters/telemetry/process_figures.hpp"
#include "adapters/telemetry/samples.hpp"
#include "app/bus_figures.hpp"
#include "app/context_set.hpp"
#include "app/version.hpp"

namespace dangol::app {
namespace {

std::string name_of(const std::vector<std::string>& contexts) {
    if (contexts.empty()) return "sandbox";
    if (contexts.size() == all_contexts().size()) return "dangol";
    std::string name;
    for (const auto& context : contexts) name += (name.empty() ? "" : ", ") + context;
    return name;
}

}  // namespace

struct Figures::Parts {
    Parts(runtime::Clock& to_clock, runtime::Timers& to_timers)
        : clock(to_clock), timers(to_timers), orders(metrics), samples(clock, timers, metrics) {}

    runtime::Clock& clock;
    runtime::Timers& timers;
    adapters::Metrics metrics;
    adapters::OrderFigures orders;
    adapters::Samples samples;
    std::vector<std::string> contexts;
    std::vector<runtime::Live*> streams;
    std::atomic<const adapters::HttpServer*> server{nullptr};
    std::optional<adapters::observe::Observe> observe;
};

Figures::Figures(runtime::Clock& clock, runtime::Timers& timers)
    : parts_(std::make_unique<Parts>(clock, timers)) {
    auto& parts = *parts_;
    adapters::add_process_figures(parts.metrics);
    parts.metrics.add_gauge("dangol_build_info", "1; what runs, by its version", [] { return 1.0; },
                            {{"version", std::string(version)}});
    parts.metrics.add_gauge("dangol_open_streams", "Open event streams", [&parts] {
        std::size_t open = 0;
        for (auto* live : parts.streams) open += live->open();
        return static_cast<double>(open);
    });
    parts.metrics.add_gauge(
        "dangol_http_requests_in_flight", "Requests that are read and not answered", [&parts] {
            const auto* server = parts.server.load();
            return server == nullptr ? 0.0 : static_cast<double>(server->requests_in_flight());
        });
    parts.metrics.add_gauge("dangol_http_connections", "Open connections of clients", [&parts] {
        const auto* server = parts.server.load();
        return server == nullptr ? 0.0 : static_cast<double>(server->connections());
    });
}
Figures::~Figures() = default;

void Figures::add(const runtime::Context& context, runtime::Writer& writer, runtime::Reads& reads,
                  runtime::Live& live) {
    auto& parts = *parts_;
    parts.contexts.push_back(context.name());
    parts.streams.push_back(&live);
    parts.metrics.add(writer);
    parts.samples.add(context, reads);
    writer.on_recorded([&parts](auto events) { parts.orders.recorded(events); });
}

void Figures::add(adapters::LocalBus& local, adapters::KafkaBus* kafka) {
    if (kafka != nullptr) return add_figures_of(*kafka, parts_->contexts, parts_->metrics);
    add_figures_of(local, parts_->contexts, parts_->metrics);
}

void Figures::watch(const adapters::HttpServer* server) { parts_->server = server; }
adapters::Metrics& Figures::metrics() { return parts_->metrics; }

std::vector<runtime::Route> Figures::routes() {
    auto& parts = *parts_;
    return parts.observe
        .emplace(name_of(parts.contexts), std::string(version), parts.metrics, parts.clock, parts.timers)
        .routes();
}

void Figures::start() {
    parts_->samples.start();
    if (parts_->observe) parts_->observe->start();
}

}  // namespace dangol::app
