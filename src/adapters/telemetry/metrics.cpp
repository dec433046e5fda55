// Writers' figures, requests by route, and whatever else is added, through prometheus-cpp.
#include "adapters/telemetry/metrics.hpp"

#include <deque>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <tuple>

#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace dangol::adapters {
namespace {

using prometheus::MetricType;

struct Asked {
    std::string name;
    std::string help;
    MetricType type = MetricType::Gauge;
    std::function<double()> value;
    Metrics::Labels labels;
};

prometheus::ClientMetric metric_of(double value, const Metrics::Labels& labels) {
    prometheus::ClientMetric metric;
    for (const auto& [name, text] : labels) metric.label.push_back({name, text});
    metric.counter.value = value;
    metric.gauge.value = value;
    return metric;
}

prometheus::MetricFamily family(std::string name, std::string help, MetricType type) {
    prometheus::MetricFamily made;
    made.name = std::move(name);
    made.help = std::move(help);
    made.type = type;
    return made;
}

Metrics::Sample sample_of(const prometheus::ClientMetric& metric, MetricType type) {
    Metrics::Sample sample;
    for (const auto& label : metric.label) sample.labels.emplace_back(label.name, label.value);
    if (type != MetricType::Histogram) {
        sample.value = type == MetricType::Counter ? metric.counter.value : metric.gauge.value;
        return sample;
    }
    sample.value = static_cast<double>(metric.histogram.sample_count);
    sample.sum = metric.histogram.sample_sum;
    for (const auto& bucket : metric.histogram.bucket) {
        sample.buckets.emplace_back(bucket.upper_bound, bucket.cumulative_count);
    }
    return sample;
}

using Figure = std::atomic<std::uint64_t> runtime::WriterFigures::*;
struct WriterFigure {
    const char* name;
    const char* help;
    Figure figure;
    MetricType type;
};

constexpr auto counter_type = MetricType::Counter;
constexpr auto gauge_type = MetricType::Gauge;
const WriterFigure writer_figures[] = {
    {"dangol_commits_total", "Group commits", &runtime::WriterFigures::commits, counter_type},
    {"dangol_commands_total", "Commands decided", &runtime::WriterFigures::units, counter_type},
    {"dangol_rejections_total", "Commands and events refused", &runtime::WriterFigures::rejected,
     counter_type},
    {"dangol_events_total", "Events recorded", &runtime::WriterFigures::events, counter_type},
    {"dangol_consumed_events_total", "Foreign events handled", &runtime::WriterFigures::consumed,
     counter_type},
    {"dangol_parked_events_total", "Dead letters created", &runtime::WriterFigures::parked, counter_type},
    {"dangol_failed_commits_total", "Commits that failed", &runtime::WriterFigures::failed_commits,
     counter_type},
    {"dangol_conflicts_total", "Commits lost to another replica, then retried",
     &runtime::WriterFigures::conflicts, counter_type},
    {"dangol_shed_commands_total", "Commands refused because too much was waiting",
     &runtime::WriterFigures::shed, counter_type},
    {"dangol_abandoned_commands_total", "Commands not decided because their clients had left",
     &runtime::WriterFigures::abandoned, counter_type},
    {"dangol_queued_commands", "Commands that wait for the writer", &runtime::WriterFigures::queued,
     gauge_type},
    {"dangol_effects_in_flight", "External calls in progress", &runtime::WriterFigures::effects_running,
     gauge_type},
};

}  // namespace

struct Metrics::Parts {
    using Histograms = prometheus::Family<prometheus::Histogram>;

    prometheus::Registry registry;
    Histograms* requests = nullptr;
    std::map<std::string, Histograms*> timings;
    std::vector<const runtime::Writer*> writers;
    mutable std::shared_mutex asked_mutex;
    std::vector<Asked> asked;
    std::deque<Counter> counters;  ///< addresses stay
    std::deque<Timing> handles;    ///< likewise
    std::shared_mutex mutex;
    std::map<std::tuple<std::string, std::string, int>, prometheus::Histogram*, std::less<>> by_route;

    [[nodiscard]] std::vector<prometheus::MetricFamily> collect() const;
};

Metrics::Metrics() : parts_(std::make_unique<Parts>()) {
    parts_->requests = &prometheus::BuildHistogram()
                            .Name("dangol_http_request_duration_seconds")
                            .Help("Time to answer a request, by route and status")
                            .Register(parts_->registry);
}
Metrics::~Metrics() = default;

void Metrics::Timing::observe(double seconds) { histogram_.Observe(seconds); }

void Metrics::add(const runtime::Writer& writer) { parts_->writers.push_back(&writer); }

void Metrics::add_gauge(std::string name, std::string help, std::function<double()> value, Labels labels) {
    const std::unique_lock lock(parts_->asked_mutex);
    parts_->asked.push_back(
        {std::move(name), std::move(help), gauge_type, std::move(value), std::move(labels)});
}

void Metrics::add_counter(std::string name, std::string help, std::function<double()> value, Labels labels) {
    const std::unique_lock lock(parts_->asked_mutex);
    parts_->asked.push_back(
        {std::move(name), std::move(help), counter_type, std::move(value), std::move(labels)});
}

Metrics::Counter& Metrics::counter(std::string name, std::string help, Labels labels) {
    auto& made = parts_->counters.emplace_back();
    add_counter(
        std::move(name), std::move(help), [&made] { return static_cast<double>(made.value()); },
        std::move(labels));
    return made;
}

Metrics::Timing& Metrics::timing(const std::string& name, const std::string& help, const Labels& labels,
                                 std::vector<double> bounds) {
    auto& histograms = parts_->timings[name];
    if (histograms == nullptr) {
        histograms = &prometheus::BuildHistogram().Name(name).Help(help).Register(parts_->registry);
    }
    return parts_->handles.emplace_back(histograms->Add({labels.begin(), labels.end()}, std::move(bounds)));
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

std::vector<prometheus::MetricFamily> Metrics::Parts::collect() const {
    auto families = registry.Collect();
    for (const auto& figure : writer_figures) {
        auto made = family(figure.name, figure.help, figure.type);
        for (const auto* writer : writers) {
            const auto value = (writer->figures().*figure.figure).load(std::memory_order_relaxed);
            made.metric.push_back(
                metric_of(static_cast<double>(value), {{"context", std::string(writer->name())}}));
        }
        families.push_back(std::move(made));
    }
    const std::shared_lock lock(asked_mutex);
    std::map<std::string_view, prometheus::MetricFamily> by_name;
    for (const auto& one : asked) {
        auto& made = by_name.try_emplace(one.name, family(one.name, one.help, one.type)).first->second;
        made.metric.push_back(metric_of(one.value(), one.labels));
    }
    for (auto& [_, made] : by_name) families.push_back(std::move(made));
    return families;
}

std::string Metrics::text() const { return prometheus::TextSerializer().Serialize(parts_->collect()); }

std::vector<Metrics::Family> Metrics::families() const {
    std::vector<Family> families;
    for (const auto& collected : parts_->collect()) {
        auto& made = families.emplace_back(collected.name);
        for (const auto& metric : collected.metric) {
            made.samples.push_back(sample_of(metric, collected.type));
        }
    }
    return families;
}

}  // namespace dangol::adapters
