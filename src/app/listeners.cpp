#include "app/listeners.hpp"

#include <stdexcept>

#include <fmt/format.h>

namespace dangol::app {
namespace {

/// Prometheus, a few browsers, somebody with curl.
constexpr std::size_t admin_connections = 64;

}  // namespace

Listeners::Listeners(const Config& config, const runtime::Router& customers, const runtime::Router& admin,
                     runtime::Ids& ids, const adapters::Authenticate& authenticate,
                     const adapters::HttpHooks& hooks) {
    adapters::HttpOptions options;
    options.address = config.address;
    options.port = config.port;
    options.threads = config.threads;
    options.trusted_proxies = config.trusted_proxies;
    adapters::HttpOptions admin_options;
    admin_options.limits.connections = admin_connections;
    admin_options.address = config.admin_address;
    admin_options.port = config.admin_port;
    // First: if it cannot be had, no customer is served yet.
    try {
        admin_ = std::make_unique<adapters::HttpServer>(admin_options, admin, ids, authenticate, hooks);
    } catch (const std::exception& error) {
        throw std::runtime_error(fmt::format("admin-port: {}", error.what()));
    }
    customers_ = std::make_unique<adapters::HttpServer>(options, customers, ids, authenticate, hooks);
}

void Listeners::stop(std::chrono::milliseconds grace) {
    customers_->stop(grace);
    admin_->stop(std::chrono::milliseconds{0});
}

}  // namespace dangol::app
