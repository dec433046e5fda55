#pragma once

#include <string>

namespace dangol::traffic::bench {

/// What it was measured on.
struct Machine {
    std::string cpu;
    unsigned cores = 0;  ///< that this process may use
    double memory_gib = 0;
    std::string kernel;
    std::string disk;  ///< file system of the store: "ext4"; on "tmpfs" nothing is durable
};

/// `folder` is where the store will be.
[[nodiscard]] Machine look_at_machine(const std::string& folder);

/// CPU time of this process so far.
[[nodiscard]] double own_cpu_seconds();

}  // namespace dangol::traffic::bench
