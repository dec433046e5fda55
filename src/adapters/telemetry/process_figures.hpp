#pragma once

#include "adapters/telemetry/metrics.hpp"

namespace dangol::adapters {

/// What every Prometheus client tells of its process: processor time, memory, open files, when it began.
void add_process_figures(Metrics& metrics);

}  // namespace dangol::adapters
