#pragma once

#include <memory>
#include <string>

#include "process.hpp"
#include "virtual_world.hpp"
#include "world.hpp"

namespace dangol::simulation {

/// A machine, and the process that runs on it.
struct World::Replica {
    Replica(std::string its_name, VirtualClock& truth, Random random)
        : name(std::move(its_name)), clock(truth), agenda(truth, random), timers(agenda) {}

    std::string name;  ///< empty: it is alone
    SkewedClock clock;
    Agenda agenda;  ///< the process's timers; gone with it
    VirtualTimers timers;
    bool newer_version = false;
    std::shared_ptr<bool> up = std::make_shared<bool>(true);  ///< false once the process dies
    std::unique_ptr<Process> process;
};

}  // namespace dangol::simulation
