#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "adapters/memory/memory_store.hpp"
#include "contexts/order/order.hpp"
#include "contexts/payment/payment.hpp"
#include "planted_bug.hpp"
#include "runtime/context.hpp"
#include "runtime/event_bus.hpp"
#include "runtime/live.hpp"
#include "runtime/reads.hpp"
#include "runtime/writer.hpp"

namespace dangol::simulation {

/// The program as it runs: every context on the production runtime, over stores that survive it. Destroying
/// it is the crash.
class Process {
  public:
    using Stores = std::map<std::string, adapters::MemoryDisk>;

    Process(Stores& disks, runtime::EventBus& bus, runtime::Environment environment,
            payment::PaymentProvider& provider, adapters::CommitFaults faults,
            const PlantedBug& bug = PlantedBug{});
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    [[nodiscard]] const runtime::Router& router() const { return router_; }
    [[nodiscard]] std::size_t writers() const { return running_.size(); }
    [[nodiscard]] runtime::Writer& writer(std::size_t index) { return *running_[index]->writer; }

    /// The contexts that every run has.
    static const std::vector<std::string>& names();

  private:
    class SpoiledStore;
    class RecentLog;
    class InlineReads;
    class LivingProvider;
    class DirectPayment;
    struct Running {
        Running(std::unique_ptr<runtime::Store> its_store, std::unique_ptr<runtime::Reads> its_reads,
                runtime::Context its_context)
            : store(std::move(its_store)), reads(std::move(its_reads)), context(std::move(its_context)) {}

        std::unique_ptr<runtime::Store> store;
        std::unique_ptr<runtime::Reads> reads;
        runtime::Context context;
        runtime::Live live;
        std::unique_ptr<runtime::Writer> writer;
    };
    [[nodiscard]] std::vector<runtime::Context> make_contexts();

    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
    std::unique_ptr<LivingProvider> provider_;
    std::unique_ptr<DirectPayment> payments_;
    runtime::Router router_;  ///< outlives the writers: what waits for one answers at its end
    std::vector<std::unique_ptr<Running>> running_;
};

}  // namespace dangol::simulation
