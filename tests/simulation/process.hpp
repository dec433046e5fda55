#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "adapters/memory/memory_store.hpp"
#include "contexts/notification/notification.hpp"
#include "contexts/order/order.hpp"
#include "contexts/payment/payment.hpp"
#include "planted_bug.hpp"
#include "runtime/context.hpp"
#include "runtime/event_bus.hpp"
#include "runtime/live.hpp"
#include "runtime/reads.hpp"
#include "runtime/writer.hpp"
#include "tests/support/identity_fakes.hpp"

namespace dangol::simulation {

/// What a process runs in, and what that does to it. All of it outlives the process.
struct Surroundings {
    using Stores = std::map<std::string, adapters::MemoryDisk>;

    Stores& disks;
    runtime::EventBus& bus;
    runtime::EventBus& own_events;  ///< of each context, for its replicas
    runtime::Environment environment;
    payment::PaymentProvider& provider;
    notification::Messenger& messenger;  ///< of every webhook
    std::function<adapters::CommitFault(const std::string& context)> fate;
    std::function<void(const std::string& context)> before_commit;  ///< all is decided by then
    std::function<bool(const std::string& context)> is_away;        ///< its store cannot be reached
    std::string replica = {};  ///< its name; empty: the stores are its alone
    runtime::Clock& database_clock;
    Duration clock_margin{0};    ///< how far its clock may be from that of the provider
    bool newer_version = false;  ///< what it writes has members that the older one does not know
    PlantedBug bug = PlantedBug{};
};

/// The program does not start: a store is older than those that have read it.
struct StartRefused {
    std::string why;
};

/// The program as it runs: every context on the production runtime, over stores that survive it. Destroying
/// it is the crash.
class Process {
  public:
    /// Throws StartRefused, where src/app does.
    explicit Process(const Surroundings& around);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    [[nodiscard]] const runtime::Router& router() const { return router_; }
    [[nodiscard]] std::size_t writers() const { return running_.size(); }
    [[nodiscard]] runtime::Writer& writer(std::size_t index) { return *running_[index]->writer; }
    /// A code for the operator of the accounts; the rejection if it could not be recorded.
    void operator_code(std::function<void(Result<std::string>)> reply);
    /// Whether the thread of `writer(index)` would call it now: it has been woken, and does not wait after a
    /// failure.
    struct Rest {
        bool awake = true;
        Timestamp until{};  ///< in true time
    };
    [[nodiscard]] Rest& rest_of(std::size_t index) { return running_[index]->rest; }

    /// The contexts that every run has.
    static const std::vector<std::string>& names();

  private:
    class SpoiledStore;
    class RecentLog;
    class InlineReads;
    class LivingProvider;
    class LivingMessenger;
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
        Rest rest;
    };
    static void refuse_older_copies(const Surroundings& around);
    [[nodiscard]] std::vector<runtime::Context> make_contexts(const Surroundings& around);

    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
    std::unique_ptr<LivingProvider> provider_;
    std::unique_ptr<LivingMessenger> messenger_;
    testing_support::InstantPasswords passwords_;
    testing_support::PlainTokens tokens_;
    std::unique_ptr<DirectPayment> payments_;
    runtime::Router router_;  ///< outlives the writers: what waits for one answers at its end
    std::vector<std::unique_ptr<Running>> running_;
};

}  // namespace dangol::simulation
