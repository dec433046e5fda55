#include "app/bus_figures.hpp"

#include <chrono>
#include <functional>

#include "adapters/kafka/kafka_bus.hpp"
#include "adapters/local_bus/local_bus.hpp"
#include "runtime/backlog.hpp"

namespace dangol::app {
namespace {

using adapters::Metrics;
using Contexts = std::vector<std::string>;

double age_of(const runtime::Backlog& backlog) {
    if (!backlog.oldest) return 0;
    return std::chrono::duration<double>(std::chrono::system_clock::now() - *backlog.oldest).count();
}

void add_outboxes(Metrics& metrics, const Contexts& contexts,
                  const std::function<runtime::Backlog(const std::string&)>& backlog) {
    for (const auto& context : contexts) {
        metrics.add_gauge("dangol_outbox_pending_events", "Events that are committed and not carried on",
                          [backlog, context] { return static_cast<double>(backlog(context).events); },
                          {{"context", context}});
        metrics.add_gauge("dangol_outbox_oldest_age_seconds", "How long the oldest of them has waited",
                          [backlog, context] { return age_of(backlog(context)); }, {{"context", context}});
    }
}

/// `lags` gives a list of {consumer, source, events}.
template <class Lags>
void add_lags(Metrics& metrics, const Contexts& contexts, Lags lags) {
    for (const auto& context : contexts) {
        metrics.add_gauge("dangol_consumer_lag_events",
                          "Events of other contexts that the context has not read yet",
                          [lags, context] {
                              std::uint64_t events = 0;
                              for (const auto& lag : lags()) {
                                  if (lag.consumer == context) events += lag.events;
                              }
                              return static_cast<double>(events);
                          },
                          {{"context", context}});
    }
}

}  // namespace

void add_figures_of(adapters::KafkaBus& kafka, const Contexts& contexts, Metrics& metrics) {
    add_outboxes(metrics, contexts,
                 [&kafka](const std::string& context) { return kafka.figures().backlog(context); });
    add_lags(metrics, contexts, [&kafka] { return kafka.figures().lags(); });
    const auto count = [&](std::string name, std::string help, const std::atomic<std::uint64_t>& figure) {
        metrics.add_counter(std::move(name), std::move(help),
                            [&figure] { return static_cast<double>(figure.load()); });
    };
    count("dangol_published_events_total", "Events that the broker has confirmed", kafka.figures().published);
    count("dangol_producer_restarts_total", "New producers after a failed delivery",
          kafka.figures().producer_restarts);
    count("dangol_unreadable_messages_total", "Messages that are no events", kafka.figures().unreadable);
    count("dangol_assigned_partitions_total", "How often partitions fell to this process",
          kafka.figures().assignments);
}

void add_figures_of(adapters::LocalBus& local, const Contexts& contexts, Metrics& metrics) {
    add_outboxes(metrics, contexts, [&local](const std::string& context) { return local.backlog(context); });
    add_lags(metrics, contexts, [&local] { return local.lags(); });
}

}  // namespace dangol::app
