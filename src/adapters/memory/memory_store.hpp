#pragma once

#include <functional>
#include <memory>
#include <string>

#include "adapters/memory/memory_disk.hpp"
#include "runtime/ports.hpp"
#include "runtime/store.hpp"

/// The Store port in memory, for the simulation and for unit tests.
namespace dangol::adapters {

/// What happens to one commit.
enum class CommitFault {
    none,
    fail_before,          ///< `unavailable`; nothing is written
    crash_before,         ///< SimulatedCrash; nothing is written
    crash_after,          ///< SimulatedCrash; all is written
    unknown_applied,      ///< `unknown`; all is written
    unknown_not_applied,  ///< `unknown`; nothing is written
};

/// The process dies here: the test that catches it throws away everything but the disks. No std::exception,
/// so that no handler of the program catches it.
struct SimulatedCrash {};

/// Decides the fate of each commit before it is tried. A conflict remains a conflict whatever it says.
using CommitFaults = std::function<CommitFault(const runtime::Changes&)>;

/// A process's handle on a disk. The disk must outlive it. Throws StoreBroken if another store writes the
/// same disk.
[[nodiscard]] std::unique_ptr<runtime::Store> open_memory_store(MemoryDisk& disk, CommitFaults faults = {});

/// The handle of one of several replicas on a disk that they share. `clock` is the database's: by it leases
/// end. Throws StoreBroken if a store writes the disk alone.
[[nodiscard]] std::unique_ptr<runtime::Store> open_shared_memory_store(MemoryDisk& disk, std::string replica,
                                                                       runtime::Clock& clock,
                                                                       CommitFaults faults = {});

/// Reads a disk that another store writes.
[[nodiscard]] std::unique_ptr<runtime::Reader> open_memory_reader(const MemoryDisk& disk);

}  // namespace dangol::adapters
