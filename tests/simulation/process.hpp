#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "adapters/memory/memory_store.hpp"
#include "contexts/order/payment_port.hpp"
#include "contexts/payment/payment.hpp"
#include "contexts/payment/provider.hpp"
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
            payment::PaymentProvider& provider, adapters::CommitFaults faults);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    [[nodiscard]] const runtime::Router& router() const { return router_; }
    [[nodiscard]] std::size_t writers() const { return running_.size(); }
    [[nodiscard]] runtime::Writer& writer(std::size_t index) { return *running_[index]->writer; }

    /// The contexts that every run has.
    static const std::vector<std::string>& names();

  private:
    class InlineReads;
    class LivingProvider;
    class DirectPayment;
    struct Running {
        std::unique_ptr<runtime::Store> store;
        std::unique_ptr<runtime::Reads> reads;
        std::unique_ptr<runtime::Context> context;
        runtime::Live live;
        std::unique_ptr<runtime::Writer> writer;
    };
    [[nodiscard]] std::vector<std::unique_ptr<runtime::Context>> make_contexts(
        runtime::Environment environment);

    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
    std::unique_ptr<LivingProvider> provider_;
    std::unique_ptr<DirectPayment> payments_;
    std::vector<std::unique_ptr<Running>> running_;
    runtime::Router router_;
};

}  // namespace dangol::simulation
