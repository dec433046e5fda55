#pragma once

#include <string>

#include <sched.h>

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

/// Divides the processors that this process may use: the last one is for the load, the others are for the
/// server, so that neither takes the other's time. Where there is only one, both share it.
class Processors {
  public:
    Processors();
    /// A process that is started from here on has those of the server.
    void use_for_server() const;
    void use_for_load() const;

  private:
    cpu_set_t server_{};
    cpu_set_t load_{};
};

/// CPU time of this process so far.
[[nodiscard]] double own_cpu_seconds();

}  // namespace dangol::traffic::bench
