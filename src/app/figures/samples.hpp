#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "adapters/telemetry/metrics.hpp"
#include "app/config.hpp"
#include "app/figures/money_audit.hpp"
#include "app/figures/stuck_sagas.hpp"
#include "runtime/ports.hpp"
#include "runtime/reads.hpp"

namespace dangol::app {

/// The figures that only a store knows: dead letters, sagas that are stuck, rules of the money that are
/// broken, open cafés. Asked every few seconds, one question at a time for each context.
class Samples {
  public:
    Samples(const Config& config, runtime::Clock& clock, runtime::Timers& timers, adapters::Metrics& metrics);

    void add(const std::string& context, runtime::Reads& reads);
    void start() { ask_all(); }

    static constexpr Duration every = std::chrono::seconds{5};

  private:
    /// What one context was last found to have. Written by a reading thread, read by a scrape.
    struct Asked {
        std::string context;
        runtime::Reads* reads = nullptr;
        std::atomic<bool> waiting{false};  ///< for the answer to the last question
        std::atomic<std::uint64_t> dead_letters{0};
    };

    void ask_all();
    void look(Asked& asked, runtime::Reader& reader);
    void look_at_sagas(runtime::Reader& reader);
    void add_saga_figures();
    void add_money_figures();

    runtime::Clock& clock_;
    runtime::Timers& timers_;
    adapters::Metrics& metrics_;
    SagaLimits limits_;
    MoneyAudit audit_;
    bool audits_ = false;
    std::vector<std::unique_ptr<Asked>> asked_;
    std::map<StuckIn, std::atomic<std::uint64_t>> stuck_;
    std::atomic<std::uint64_t> open_{0};
    std::atomic<std::int64_t> oldest_{0};  ///< milliseconds since 1970; 0: none is open
};

}  // namespace dangol::app
