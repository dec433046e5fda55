#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "runtime/http.hpp"

namespace dangol::app {

/// What is not a context's: health, metrics, the contracts and their page.
///   GET /livez    this process is alive; looks at nothing else
///   GET /readyz   it takes requests; 503 while starting and draining
///   GET /metrics  Prometheus text
///   GET /api      the API page; /api/openapi.yaml and /api/asyncapi.yaml
[[nodiscard]] std::vector<runtime::Route> system_routes(const std::atomic<bool>& ready,
                                                        std::function<std::string()> metrics);

}  // namespace dangol::app
