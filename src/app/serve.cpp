// `dangol serve`: start, report readiness, wait for a signal, drain.
#include "app/serve.hpp"

#include <csignal>

#include <fmt/format.h>

#include "adapters/telemetry/log.hpp"
#include "app/broker.hpp"
#include "app/installation.hpp"
#include "app/street_host.hpp"
#include "contexts/identity/identity.hpp"

namespace dangol::app {
namespace {

/// Waits for SIGINT or SIGTERM. The signals must be blocked in every thread, so call `block` before the first
/// thread starts.
struct Signals {
    static void block() {
        const auto set = both();
        pthread_sigmask(SIG_BLOCK, &set, nullptr);
        std::signal(SIGPIPE, SIG_IGN);
    }
    static void wait() {
        const auto set = both();
        int signal = 0;
        sigwait(&set, &signal);
    }

  private:
    static sigset_t both() {
        sigset_t set;
        sigemptyset(&set);
        sigaddset(&set, SIGINT);
        sigaddset(&set, SIGTERM);
        return set;
    }
};

std::string url_of(const std::string& address, std::uint16_t port) {
    auto host = address == "0.0.0.0" ? "127.0.0.1" : address == "::" ? "::1" : address;
    if (host.contains(':')) host = "[" + host + "]";
    return fmt::format("http://{}:{}", host, port);
}

void offer_first_operator(Installation& installation, const std::string& url) {
    const auto code = installation.with_identity([](const identity::Codes& codes, runtime::Unit& unit) {
        auto code = codes.first_operator_code(unit);
        if (!code) return Result<std::string>(std::unexpected(code.error()));
        return Result<std::string>(code->value_or(""));
    });
    if (!code || code->empty()) return;
    fmt::print(
        "첫 운영자 · first operator: {}/ops#code={} (24시간 동안 한 번만 사용 · valid once, for 24 h)\n", url,
        *code);
}

}  // namespace

int serve(const Config& config) {
    check_broker(config);
    Signals::block();
    adapters::set_log_level(config.log_level);
    Installation installation(config);
    installation.start();
    const auto url = url_of(config.address, installation.port());
    if (config.demo) {
        InstalledStreet host(installation);
        traffic::demo::open_street(host, url, config.data);
    }
    offer_first_operator(installation, url);
    fmt::print("상태 화면 · dashboard: {}/observe\n",
               url_of(config.admin_address, installation.admin_port()));
    fmt::print("dangol ready on {}\n", url);
    std::fflush(stdout);
    Signals::wait();
    adapters::log(adapters::LogLevel::info, "stopping");
    installation.stop();
    return 0;
}

}  // namespace dangol::app
