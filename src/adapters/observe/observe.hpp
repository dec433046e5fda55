#pragma once

#include <memory>
#include <string>
#include <vector>

#include "adapters/telemetry/metrics.hpp"
#include "runtime/http.hpp"
#include "runtime/ports.hpp"

namespace dangol::adapters::observe {

/// The built-in page about this process, for people without Grafana. It shows what /metrics says and nothing
/// more, and is on the same port: whoever reaches that may see both.
///   GET /observe   the page; ?lang=ko or ?lang=en over what the browser prefers
class Observe {
  public:
    /// `process`: what runs here, as people call it; `version`: of the program. The references outlive the
    /// page, and the timers call no more when it ends.
    Observe(std::string process, std::string version, const Metrics& metrics, runtime::Clock& clock,
            runtime::Timers& timers);
    ~Observe();
    Observe(const Observe&) = delete;
    Observe& operator=(const Observe&) = delete;

    /// Begins to remember, every few seconds.
    void start();
    [[nodiscard]] std::vector<runtime::Route> routes();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace dangol::adapters::observe
