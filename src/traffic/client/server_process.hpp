#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <sys/types.h>

namespace dangol::traffic::client {

/// This same program as `dangol serve …` in a process of its own, which ends with this object, or when this
/// process dies. It does not hear the terminal's Ctrl-C: its owner decides when it ends.
class ServerProcess {
  public:
    /// Starts it and waits until it is ready; throws std::runtime_error if that takes more than 30 s or it
    /// ends.
    explicit ServerProcess(std::vector<std::string> serve_arguments);
    /// Asks it to end, and waits for that.
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    [[nodiscard]] const std::string& url() const { return url_; }
    /// What it said before it was ready.
    [[nodiscard]] const std::string& greeting() const { return greeting_; }
    [[nodiscard]] std::chrono::milliseconds ready_after() const { return ready_after_; }
    [[nodiscard]] double resident_mib() const;
    [[nodiscard]] double cpu_seconds() const;

  private:
    void start(std::vector<std::string> arguments);
    void wait_until_ready();
    void end();

    pid_t pid_ = -1;
    int output_ = -1;  ///< its standard output
    std::string url_;
    std::string greeting_;
    std::chrono::milliseconds ready_after_{};
};

}  // namespace dangol::traffic::client
