#pragma once

#include <memory>

#include "adapters/telemetry/metrics.hpp"
#include "core/time.hpp"
#include "runtime/context.hpp"
#include "runtime/ports.hpp"
#include "runtime/reads.hpp"

namespace dangol::adapters {

/// The figures that only a store knows: what each context measures in its own (Context::figures), and its
/// dead letters. Every few seconds each context is asked once, on a reader's thread; a scrape sees the last
/// answer.
class Samples {
  public:
    /// All outlive the samples.
    Samples(runtime::Clock& clock, runtime::Timers& timers, Metrics& metrics);
    ~Samples();
    Samples(const Samples&) = delete;
    Samples& operator=(const Samples&) = delete;

    /// Before `start`. Both outlive the samples.
    void add(const runtime::Context& context, runtime::Reads& reads);
    /// Begins to ask. Timers and Reads must be stopped before this ends.
    void start();

    static constexpr Duration every = std::chrono::seconds{5};

  private:
    struct Asked;
    void ask_all();

    runtime::Clock& clock_;
    runtime::Timers& timers_;
    Metrics& metrics_;
    std::vector<std::unique_ptr<Asked>> asked_;
};

}  // namespace dangol::adapters
