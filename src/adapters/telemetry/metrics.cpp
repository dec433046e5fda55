// Writers' figures and requests by route, through prometheus-cpp.
#include "adapters/telemetry/metrics.hpp"

#include <map>
#include <mutex>
#include <shared_mutex>
#include <tuple>

#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace dangol::adapters {
namespace {

struct Gauge {
    std::string name;
    std::string help;
    std::function<double()> value;
    Metrics::Labels labels;
};

prometheus::ClientMetric metric_of(double value, const Metrics::Labels& labels) {
    prometheus::ClientMetric metric;
    for (const auto& [name, text] : labels) metric.label.push_back({name, text});
    metric.untyped.value = value;
    metric.counter.value = value;
    metric.gauge.value = value;
    return metric;
}

prometheus::MetricFamily family(std::string name, std::string help, prometheus::MetricType type) {
    prometheus::MetricFamily made;
    made.name = std::move(name);
    made.help = std::move(help);
    made.type = type;
    return made;
}

using Figure = std::atomic<std::uint64_t> runtime::WriterFigures::*;
struct WriterFigure {
    const char* name;
    const char* help;
    Figure figure;
    prometheus::MetricType type;
};

constexpr auto counter = prometheus::MetricType::Counter;
constexpr auto gauge = prometheus::MetricType::Gauge;
const WriterFigure writer_figures[] = {
    {"dangol_commits_total", "Group commits", &runtime::WriterFigures::commits, counter},
    {"dangol_commands_total", "Commands decided", &runtime::WriterFigures::units, counter},
    {"dangol_rejections_total", "Commands and events refused", &runtime::WriterFigures::rejected, counter},
    {"dangol_events_total", "Events recorded", &runtime::WriterFigures::events, counter},
    {"dangol_consumed_events_total", "Foreign events handled", &runtime::WriterFigures::consumed, counter},
    {"dangol_parked_events_total", "Events put into the dead letters", &runtime::WriterFigures::parked,
     counter},
    {"dangol_failed_commits_total", "Commits that failed", &runtime::WriterFigures::failed_commits, counter},
    {"dangol_conflicts_total", "Commits before which another replica was first",
     &runtime::WriterFigures::conflicts, counter},
    {"dangol_queued_commands", "Commands that wait for the writer", &runtime::WriterFigures::queued, gauge},
};

}  // namespace

struct Metrics::Parts {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Histogram>* requests = nullptr;
    std::vector<const runtime::Writer*> writers;
    std::vector<Gauge> gauges;
    std::shared_mutex mutex;
    std::map<std::tuple<std::string, std::string, int>, prometheus::Histogram*, std::less<>> by_route;
};

Metrics::Metrics() : parts_(std::make_unique<Parts>()) {
    parts_->requests = &prometheus::BuildHistogram()
                            .Name("dangol_http_request_duration_seconds")
                            .Help("Time to answer a request, by route and status")
                            .Register(parts_->registry);
}
Metrics::~Metrics() = default;

void Metrics::add(const runtime::Writer& writer) { parts_->writers.push_back(&writer); }
void Metrics::add_gauge(std::string name, std::string help, std::function<double()> value, Labels labels) {
    parts_->gauges.push_back({std::move(name), std::move(help), std::move(value), std::move(labels)});
}

void Metrics::request(std::string_view method, std::string_view route, int status, double seconds) {
    const std::tuple<std::string_view, std::string_view, int> key{method, route, status};
    {
        const std::shared_lock lock(parts_->mutex);
        if (const auto found = parts_->by_route.find(key); found != parts_->by_route.end()) {
            found->second->Observe(seconds);
            return;
        }
    }
    auto& histogram = parts_->requests->Add(
        {{"method", std::string(method)}, {"route", std::string(route)}, {"status", std::to_string(status)}},
        prometheus::Histogram::BucketBoundaries{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1,
                                                2.5, 5});
    histogram.Observe(seconds);
    const std::unique_lock lock(parts_->mutex);
    parts_->by_route.insert_or_assign({std::string(method), std::string(route), status}, &histogram);
}

std::string Metrics::text() const {
    auto families = parts_->registry.Collect();
    for (const auto& figure : writer_figures) {
        auto made = family(figure.name, figure.help, figure.type);
        for (const auto* writer : parts_->writers) {
            const auto value = (writer->figures().*figure.figure).load(std::memory_order_relaxed);
            made.metric.push_back(
                metric_of(static_cast<double>(value), {{"context", std::string(writer->name())}}));
        }
        families.push_back(std::move(made));
    }
    std::map<std::string_view, prometheus::MetricFamily> gauges;
    for (const auto& one : parts_->gauges) {
        auto& made = gauges.try_emplace(one.name, family(one.name, one.help, gauge)).first->second;
        made.metric.push_back(metric_of(one.value(), one.labels));
    }
    for (auto& [_, made] : gauges) families.push_back(std::move(made));
    return prometheus::TextSerializer().Serialize(families);
}

}  // namespace dangol::adapters
