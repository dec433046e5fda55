#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "adapters/memory/memory_store.hpp"
#include "adapters/sandbox_provider/sandbox_provider.hpp"
#include "faults.hpp"
#include "hostile_bus.hpp"
#include "marks.hpp"
#include "oracle.hpp"
#include "plan.hpp"
#include "planted_bug.hpp"
#include "random.hpp"
#include "runtime/http.hpp"
#include "virtual_world.hpp"

namespace dangol::simulation {

/// Everything that one run consists of, in one thread under a virtual clock: the disks and the payment
/// provider, which survive, and the processes – each the production runtime with all contexts, one alone or
/// several replicas on the same disks –, which are killed and started again.
class World {
  public:
    explicit World(const Plan& plan);
    ~World();

    /// Asks a process. `answer` gets nullopt when the connection is lost: the process died, or was busy
    /// dying.
    using Answer = std::move_only_function<void(std::optional<runtime::Response>)>;
    void ask(runtime::Request request, Answer answer);

    /// A code to sign in as the operator of the accounts, as `dangol admin operator` gives it.
    void operator_code(std::function<void(const std::string&)> give);
    /// Runs until nothing is left to do: no call, no event, no deadline, no effect.
    void run();
    /// No more faults from now on.
    void heal();
    /// Ends it all; nobody is answered any more.
    void close();

    Agenda& agenda() { return agenda_; }
    VirtualClock& clock() { return clock_; }
    Oracle& oracle() { return oracle_; }
    adapters::SandboxProvider& provider();
    std::map<std::string, adapters::MemoryDisk>& disks() { return disks_; }
    /// Within which all orders are placed.
    [[nodiscard]] Duration day() const { return plan_.orders * faults_.tempo.between_orders; }
    [[nodiscard]] bool messengers_fail() const { return faults_.messengers_fail; }
    [[nodiscard]] const PlantedBug& bug() const { return bug_; }
    /// Every replica has seen all that was committed: what a context keeps in memory beside its store is
    /// true.
    [[nodiscard]] bool memory_is_true() const { return !own_events_.holds_back(); }
    [[nodiscard]] Marks& marks() { return marks_; }
    [[nodiscard]] int crashes() const { return crashes_; }
    [[nodiscard]] std::uint64_t requests() const { return requests_; }
    [[nodiscard]] std::uint64_t commits() const { return commits_; }

  private:
    struct Replica;
    class Bank;
    class Mail;
    /// How a store was at some moment, as a copy from then shows it.
    struct OldCopy {
        std::string context;
        std::uint64_t last = 0;
        std::vector<runtime::Position> positions;
    };
    bool step();
    bool step(Replica& replica, std::size_t writer);
    [[nodiscard]] std::optional<Timestamp> next_due();
    [[nodiscard]] std::optional<Timestamp> due_at(const Replica& replica, std::size_t writer);
    /// When the machine gets to what is due at `time`.
    [[nodiscard]] Timestamp turn_at(Timestamp time) const;
    void start(Replica& replica);
    void stop(Replica& replica);
    void crash(Replica& replica);
    void power_returns();
    Answer told(const runtime::Request& request, Answer answer);
    adapters::CommitFault fate_of(const std::string& context);
    /// Between what `replica` has decided and its commit, another one may decide and commit.
    void get_in_between(const Replica& replica, const std::string& context);

    // troubles.cpp: what happens to machines and stores, now and then
    void begin_troubles();
    void now_and_then(void (World::*trouble)());
    void set_a_clock();
    void store_fails();
    void change_version();
    void rebalance();
    void put_back_a_copy();
    [[nodiscard]] bool has_been_read_beyond(const OldCopy& copy) const;
    void fill(adapters::MemoryDisk& disk, const adapters::MemoryDisk& from, const OldCopy& copy) const;
    [[nodiscard]] bool is_refused(const OldCopy& copy);

    Plan plan_;
    PlantedBug bug_;
    Random schedule_;
    Random fate_;
    Random troubles_;
    Faults faults_;
    Marks marks_;
    VirtualClock clock_;
    SeededIds ids_;
    Agenda agenda_;  ///< what happens outside the processes
    VirtualTimers timers_;
    std::map<std::string, adapters::MemoryDisk> disks_;
    std::unique_ptr<Bank> bank_;
    std::unique_ptr<Mail> mail_;
    Oracle oracle_;
    HostileBus bus_;
    HostileBus own_events_;  ///< of each context, for its replicas
    bool in_between_ = false;
    bool stirred_ = true;  ///< something may have become available on a bus
    std::string away_;     ///< the context whose store cannot be reached
    std::string full_;     ///< … or takes no more
    std::optional<OldCopy> copy_;
    int copies_left_ = 3;  ///< to be put back: each is as large as the log
    int crashes_ = 0;
    std::uint64_t requests_ = 0;
    std::uint64_t commits_ = 0;
    std::shared_ptr<bool> open_ = std::make_shared<bool>(true);
    std::vector<std::unique_ptr<Replica>> replicas_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> turns_;  ///< (replica, writer)
};

}  // namespace dangol::simulation
