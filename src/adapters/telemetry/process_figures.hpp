#pragma once

#include "adapters/telemetry/metrics.hpp"

namespace dangol::adapters {

/// The standard process metrics of Prometheus.
void add_process_figures(Metrics& metrics);

}  // namespace dangol::adapters
