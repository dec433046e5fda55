#pragma once

#include "adapters/http/server.hpp"
#include "app/config.hpp"

namespace dangol::app {

/// The two ports of a process: one for its customers, and one for its administrators, which need not be
/// reachable from where the customers are. Both are open from construction on; it throws
/// std::runtime_error with what to do when one of them cannot be had, or when the process may open too few
/// files to serve anybody.
class Listeners {
  public:
    /// The routers and `ids` outlive it.
    Listeners(const Config& config, const runtime::Router& customers, const runtime::Router& admin,
              runtime::Ids& ids, const adapters::Authenticate& authenticate,
              const adapters::HttpHooks& hooks);

    [[nodiscard]] adapters::HttpServer& customers() { return *customers_; }
    [[nodiscard]] adapters::HttpServer& admin() { return *admin_; }
    /// As HttpServer::stop; the administrators see how it goes until it has.
    void stop(std::chrono::milliseconds grace);

  private:
    std::unique_ptr<adapters::HttpServer> admin_;
    std::unique_ptr<adapters::HttpServer> customers_;
};

}  // namespace dangol::app
