#pragma once

#include <set>
#include <string>

#include "core/time.hpp"
#include "hostile_bus.hpp"
#include "random.hpp"

namespace dangol::simulation {

/// How close together things happen: on a quiet day almost every commit is that of one order, in a rush many
/// orders share one.
struct Tempo {
    Duration between_orders = std::chrono::seconds{2};  ///< on average
    Duration turn{1};       ///< the machine does nothing for so long, then all that has become due
    double piles_up = 0.3;  ///< chance that one more request arrives before a writer gets its turn
};

/// Which faults a run has, drawn from its seed: each class is off in half of the runs.
struct Faults {
    double crash_before = 0;  ///< chance for each commit
    double crash_after = 0;
    double fail = 0;
    double unknown = 0;
    BusFaults bus;
    Tempo tempo;

    int replicas = 1;           ///< on the same stores
    bool rebalances = false;    ///< their partitions change hands
    Duration clocks_apart{0};   ///< how far a replica's clock may be from the true time, both ways
    bool stores_fail = false;   ///< a store is full, or away, for a while
    bool bank_refunds = false;  ///< by itself, while the payment is unknown here
    bool upgrades = false;      ///< a process comes back as a newer version, or an older one
    bool bank_repeats = false;  ///< it answers a call twice, the first time perhaps without knowing
    bool old_copies = false;    ///< a store is put back from an older copy while the process is down
    bool power_fails = false;   ///< while the bank writes a line of its books
    bool messengers_fail = false;

    static Faults drawn_from(Random random);
    void spare(const std::set<std::string>& spared);
    /// No more from now on. The replicas stay, and their clocks as they are.
    void heal();
};

}  // namespace dangol::simulation
