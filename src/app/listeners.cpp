#include "app/listeners.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "adapters/system/file_limit.hpp"

namespace dangol::app {
namespace {

/// Prometheus, a few browsers, somebody with curl.
constexpr std::size_t admin_connections = 64;

/// What clients may have of `files`, the limit of open files. The rest is for the databases, the admin port,
/// and the connections that this process makes: to a database server, to brokers, to other services.
std::size_t connections_within(std::size_t files) {
    constexpr std::size_t own_files_min = 256;
    constexpr std::size_t files_min = 2 * own_files_min;
    if (files < files_min) {
        throw std::runtime_error(
            fmt::format("this process may open only {} files, but needs {}: raise the limit with "
                        "`ulimit -n 65536`, or LimitNOFILE=65536 in its systemd unit",
                        files, files_min));
    }
    return std::min(adapters::HttpLimits{}.connections, files - std::max(own_files_min, files / 4));
}

}  // namespace

Listeners::Listeners(const Config& config, const runtime::Router& customers, const runtime::Router& admin,
                     runtime::Ids& ids, const adapters::Authenticate& authenticate,
                     const adapters::HttpHooks& hooks) {
    adapters::HttpOptions options;
    options.limits.connections = connections_within(adapters::raise_file_limit());
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
