#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/config.hpp"
#include "core/result.hpp"

namespace dangol::identity {
struct Codes;
}
namespace dangol::runtime {
class Unit;
}

namespace dangol::app {

/// Everything of one process: stores, contexts, writers, bus and HTTP server, wired by hand. The only place
/// that knows which adapter stands behind which port. Construction opens the stores; `start` makes it answer;
/// `stop` (or the destructor) ends it in the opposite order.
class Installation {
  public:
    /// Throws std::exception with a sentence for the person who starts it.
    explicit Installation(const Config& config);
    ~Installation();
    Installation(const Installation&) = delete;
    Installation& operator=(const Installation&) = delete;

    void start();
    /// Not ready from now on; after the lame-duck phase finishes what is in flight, for at most the
    /// configured time, then stops.
    void stop();

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] std::uint16_t admin_port() const;
    /// All routes of the API, sorted: "GET /orders/{id} customer,operator", and with the problems that its
    /// limits lead to: "POST /orders customer too-many-attempts,too-many-requests".
    [[nodiscard]] std::vector<std::string> route_lines() const;

    /// Runs `work` as one command of the identity context and waits for it; a refusal if that context does
    /// not run here.
    Result<std::string> with_identity(
        std::function<Result<std::string>(const identity::Codes&, runtime::Unit&)> work);
    /// Asks a command of another context by its HTTP handler, as the operator, and waits. Gives the body.
    Result<std::string> as_operator(const std::string& method, const std::string& path,
                                    const std::string& body);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace dangol::app
