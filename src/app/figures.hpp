#pragma once

#include <memory>
#include <vector>

#include "adapters/telemetry/metrics.hpp"
#include "runtime/context.hpp"
#include "runtime/http.hpp"
#include "runtime/live.hpp"
#include "runtime/ports.hpp"
#include "runtime/reads.hpp"
#include "runtime/writer.hpp"

namespace dangol::adapters {
class HttpServer;
class KafkaBus;
class LocalBus;
}  // namespace dangol::adapters

namespace dangol::app {

/// All figures of this process, as /metrics and the built-in page show them. What costs a question to a store
/// is asked every few seconds in the background; a scrape only reads what is in memory.
class Figures {
  public:
    /// All references outlive the figures.
    Figures(runtime::Clock& clock, runtime::Timers& timers);
    ~Figures();
    Figures(const Figures&) = delete;
    Figures& operator=(const Figures&) = delete;

    /// A context that runs here, before its writer's first step.
    void add(const runtime::Context& context, runtime::Writer& writer, runtime::Reads& reads,
             runtime::Live& live);
    /// Which bus it listens to, once all contexts are added; `kafka` may be null.
    void add(adapters::LocalBus& local, adapters::KafkaBus* kafka);
    /// The server, once it listens; nullptr before it ends.
    void watch(const adapters::HttpServer* server);

    [[nodiscard]] adapters::Metrics& metrics();
    /// The built-in page; once all contexts are added.
    [[nodiscard]] std::vector<runtime::Route> routes();
    /// Begins to ask the stores. They must be asked no more (Timers, Reads) before this ends.
    void start();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace dangol::app
