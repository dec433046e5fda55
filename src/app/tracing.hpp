#pragma once

#include <memory>

#include "adapters/http/server.hpp"
#include "adapters/telemetry/metrics.hpp"
#include "app/config.hpp"
#include "runtime/ports.hpp"

namespace dangol::app {

/// The spans of this process on their way to a collector, if there is one (--otlp).
class Tracing {
  public:
    /// `ids` must outlive it.
    Tracing(const Config& config, runtime::Ids& ids);
    ~Tracing();
    Tracing(const Tracing&) = delete;
    Tracing& operator=(const Tracing&) = delete;

    /// Null without a collector.
    [[nodiscard]] runtime::Tracer* tracer();
    /// One answered request. Any thread.
    void request(const adapters::AccessLine& line);
    void add_figures(adapters::Metrics& metrics);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace dangol::app
