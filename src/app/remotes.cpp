// The services that this process calls, each with its own client, breaker and limits.
#include "app/remotes.hpp"

#include <stdexcept>
#include <string>
#include <utility>

#include "adapters/http/client.hpp"
#include "adapters/remote/http_provider.hpp"
#include "adapters/remote/remote_payments.hpp"
#include "adapters/remote/remote_service.hpp"
#include "adapters/system/thread_timers.hpp"
#include "adapters/telemetry/log.hpp"
#include "adapters/tokens/service_tokens.hpp"

namespace dangol::app {
namespace {

using namespace std::chrono_literals;
using adapters::BreakerState;
using adapters::log;
using adapters::LogLevel;
using adapters::RemoteService;
using adapters::RemoteSettings;

/// One called context, with the client that reaches it.
struct Called {
    Called(RemoteSettings settings, std::string caller, const adapters::ServiceTokens& tokens,
           runtime::Clock& clock, runtime::Timers& timers)
        : name(settings.name),
          client(std::make_unique<adapters::HttpClient>(
              adapters::HttpClientOptions{.idle_connections_max = settings.calls_max, .connect_time = 1s})) {
        RemoteService::Ports ports{
            .send = [this](adapters::HttpCall call,
                           auto done) { client->send(std::move(call), std::move(done)); },
            .authorization = [&tokens, &clock, caller = std::move(caller),
                              called =
                                  name] { return "Bearer " + tokens.issue(caller, called, clock.now()); },
            .timers = timers,
        };
        ports.on_breaker = [called = name](BreakerState from, BreakerState to) {
            log(to == BreakerState::closed ? LogLevel::info : LogLevel::warn, "circuit",
                {{"called", called}, {"from", name_of(from)}, {"to", name_of(to)}});
        };
        ports.on_trouble = [called = name](std::string_view why) {
            log(LogLevel::warn, "a call failed", {{"called", called}, {"why", why}});
        };
        service = std::make_unique<RemoteService>(std::move(settings), std::move(ports));
    }

    std::string name;
    std::unique_ptr<RemoteService> service;
    std::unique_ptr<adapters::HttpClient> client;
};

RemoteSettings settings_of(std::string name, std::vector<std::string> urls, const Config& config) {
    RemoteSettings settings{.name = std::move(name), .urls = std::move(urls)};
    settings.calls_max = config.payment_calls_max;
    return settings;
}

}  // namespace

struct Remotes::Parts {
    std::unique_ptr<adapters::ThreadTimers> timers;
    std::unique_ptr<Called> payment;
    std::unique_ptr<Called> provider;
    std::unique_ptr<adapters::RemotePayments> payments_port;
    std::unique_ptr<adapters::HttpProvider> provider_port;
};

Remotes::Remotes(const Config& config, const adapters::ServiceTokens* tokens,
                 runtime::Environment environment)
    : parts_(std::make_unique<Parts>()) {
    auto& parts = *parts_;
    const bool pays_elsewhere =
        config.runs("order") && !config.runs("payment") && !config.payment_url.empty();
    const bool charges_elsewhere = config.runs("payment") && !config.runs_sandbox();
    if (!pays_elsewhere && !charges_elsewhere) return;
    if (tokens == nullptr) {
        throw std::invalid_argument(
            "payment-url and provider-url need a secret that all processes share: set DANGOL_SERVICE_SECRET, "
            "or DANGOL_SERVICE_SECRET_FILE to a file that holds it");
    }
    parts.timers = std::make_unique<adapters::ThreadTimers>();
    if (pays_elsewhere) {
        auto settings = settings_of("payment", config.payment_url, config);
        settings.breaker->slow_after = config.payment_slow_after;
        parts.payment =
            std::make_unique<Called>(std::move(settings), "order", *tokens, environment.clock, *parts.timers);
        parts.payments_port = std::make_unique<adapters::RemotePayments>(
            *parts.payment->service, config.charge_timeout + 1s, environment.tracer);
    }
    if (charges_elsewhere) {
        auto settings = settings_of("sandbox", config.provider_url, config);
        settings.breaker.reset();  // it misbehaves on demand, one payment at a time
        parts.provider = std::make_unique<Called>(std::move(settings), "payment", *tokens, environment.clock,
                                                  *parts.timers);
        parts.provider_port =
            std::make_unique<adapters::HttpProvider>(*parts.provider->service, config.charge_timeout);
    }
}

Remotes::~Remotes() { stop(); }

order::PaymentPort* Remotes::payments() { return parts_->payments_port.get(); }
payment::PaymentProvider* Remotes::provider() { return parts_->provider_port.get(); }

void Remotes::add_figures(adapters::Metrics& metrics) {
    if (!parts_->payment) return;
    for (const auto state : {BreakerState::closed, BreakerState::half_open, BreakerState::open}) {
        metrics.add_gauge(
            "dangol_circuit_breaker_state", "1 for the state in which the calls to another context are",
            [&service = *parts_->payment->service, state] { return service.breaker() == state ? 1.0 : 0.0; },
            {{"context", "payment"}, {"state", std::string(name_of(state))}});
    }
}

void Remotes::stop() {
    auto& parts = *parts_;
    for (auto* called : {parts.payment.get(), parts.provider.get()}) {
        if (called != nullptr) called->service->stop();
    }
    parts.timers.reset();  // nothing is about to be sent by now
    for (auto* called : {parts.payment.get(), parts.provider.get()}) {
        if (called != nullptr) called->client.reset();
    }
}

}  // namespace dangol::app
