#pragma once

#include <string>
#include <vector>

#include "adapters/telemetry/metrics.hpp"

namespace dangol::adapters {
class KafkaBus;
class LocalBus;
}  // namespace dangol::adapters

namespace dangol::app {

/// Outbox backlog and consumer lag. Either bus gives the same names.
///
/// With a broker the outbox is what the broker has not confirmed. Without one the events table is the log
/// itself, and nothing stands between it and its readers: there the outbox is what the slowest context of
/// this process has not read.
void add_figures_of(adapters::KafkaBus& kafka, const std::vector<std::string>& contexts,
                    adapters::Metrics& metrics);
void add_figures_of(adapters::LocalBus& local, const std::vector<std::string>& contexts,
                    adapters::Metrics& metrics);

}  // namespace dangol::app
