#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "runtime/http.hpp"

namespace dangol::app {

// What is not a context's.

/// For both ports.
///   GET /livez    this process is alive; looks at nothing else
///   GET /readyz   it takes requests; 503 while starting and draining
[[nodiscard]] std::vector<runtime::Route> health_routes(const std::atomic<bool>& ready);

/// For customers: GET /api, the API page; /api/openapi.yaml and /api/asyncapi.yaml.
[[nodiscard]] std::vector<runtime::Route> contract_routes();

/// For administrators: GET /metrics, Prometheus text.
[[nodiscard]] std::vector<runtime::Route> metrics_routes(std::function<std::string()> metrics);

}  // namespace dangol::app
