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
#include "hostile_bus.hpp"
#include "oracle.hpp"
#include "plan.hpp"
#include "planted_bug.hpp"
#include "random.hpp"
#include "runtime/http.hpp"
#include "virtual_world.hpp"

namespace dangol::simulation {

/// Which faults a run has, drawn from its seed: each class is off in half of the runs.
struct Faults {
    double crash_before = 0;  ///< chance for each commit
    double crash_after = 0;
    double fail = 0;
    double unknown = 0;
    BusFaults bus;

    static Faults drawn_from(Random random);
    void spare(const std::set<std::string>& spared);
};

class Process;

/// Everything that one run consists of, in one thread under a virtual clock: the disks and the payment
/// provider, which survive, and the process – the production runtime with all contexts –, which is killed and
/// started again.
class World {
  public:
    explicit World(const Plan& plan);
    ~World();

    /// Asks the process. `answer` gets nullopt when the connection is lost: the process died, or was busy
    /// dying.
    using Answer = std::move_only_function<void(std::optional<runtime::Response>)>;
    void ask(runtime::Request request, Answer answer);

    /// Runs until nothing is left to do: no call, no event, no deadline, no effect.
    void run();
    /// No more faults from now on.
    void heal();
    /// Ends it all; nobody is answered any more.
    void close();

    Agenda& agenda() { return agenda_; }
    VirtualClock& clock() { return clock_; }
    Oracle& oracle() { return oracle_; }
    adapters::SandboxProvider& provider() { return provider_; }
    std::map<std::string, adapters::MemoryDisk>& disks() { return disks_; }
    [[nodiscard]] const PlantedBug& bug() const { return bug_; }
    /// What a context keeps in memory beside its store is as it was committed: it is not, from a commit that
    /// was applied with an unknown outcome until the next start.
    [[nodiscard]] bool memory_is_true() const { return memory_is_true_; }
    [[nodiscard]] int crashes() const { return crashes_; }

  private:
    bool step();
    void crash();
    Answer told(const runtime::Request& request, Answer answer);
    adapters::CommitFault fate_of(const runtime::Changes& changes);

    Plan plan_;
    PlantedBug bug_;
    Random schedule_;
    Random fate_;
    Faults faults_;
    VirtualClock clock_;
    SeededIds ids_;
    Agenda agenda_;          ///< what happens outside the process
    Agenda process_agenda_;  ///< its timers; gone with it
    VirtualTimers timers_;
    VirtualTimers process_timers_;
    std::map<std::string, adapters::MemoryDisk> disks_;
    adapters::SandboxProvider provider_;
    Oracle oracle_;
    HostileBus bus_;
    int crashes_ = 0;
    bool memory_is_true_ = true;
    std::shared_ptr<bool> open_ = std::make_shared<bool>(true);
    std::shared_ptr<bool> process_up_ = std::make_shared<bool>(true);  ///< false once it dies
    std::unique_ptr<Process> process_;
};

}  // namespace dangol::simulation
