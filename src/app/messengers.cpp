// Which messengers there are, and the HTTP clients that they send through.
#include "app/messengers.hpp"

#include <optional>

#include "adapters/http/client.hpp"
#include "adapters/messengers/console.hpp"
#include "adapters/messengers/public_address.hpp"
#include "adapters/messengers/telegram.hpp"
#include "adapters/messengers/traced.hpp"
#include "adapters/messengers/webhook.hpp"
#include "adapters/telemetry/log.hpp"
#include "contexts/notification/notification.hpp"

namespace dangol::app {
namespace {

adapters::HttpClientOptions webhook_client(const Config& config) {
    adapters::HttpClientOptions options;
    if (!config.webhook_insecure) options.may_connect = adapters::is_public_address;
    return options;
}

}  // namespace

struct Messengers::Parts {
    Parts(const Config& wanted, runtime::Environment environment)
        : config(wanted),
          to_webhooks(webhook_client(config)),
          webhook(environment.clock, adapters::send_through(to_webhooks)),
          console([](std::string_view line) { adapters::log(adapters::LogLevel::debug, line); }) {
        if (!config.telegram_token.empty()) {
            to_telegram.emplace();
            telegram.emplace(adapters::TelegramOptions{config.telegram_url, config.telegram_token},
                             adapters::send_through(*to_telegram));
        }
        if (environment.tracer == nullptr) return;
        traced_webhook.emplace(webhook, *environment.tracer);
        if (telegram) traced_telegram.emplace(*telegram, *environment.tracer);
    }

    Config config;
    adapters::HttpClient to_webhooks;
    std::optional<adapters::HttpClient> to_telegram;
    adapters::WebhookMessenger webhook;
    std::optional<adapters::TelegramMessenger> telegram;
    adapters::ConsoleMessenger console;
    std::optional<adapters::TracedMessenger> traced_webhook;
    std::optional<adapters::TracedMessenger> traced_telegram;
};

Messengers::Messengers(const Config& config, runtime::Environment environment)
    : parts_(std::make_unique<Parts>(config, environment)) {}
Messengers::~Messengers() = default;

runtime::Context Messengers::make_context(std::function<std::string(std::string_view secret)> fingerprint) {
    auto& parts = *parts_;
    notification::Settings settings;
    settings.telegram_bot = parts.config.telegram_bot;
    settings.telegram_update_secret = parts.config.telegram_webhook_secret;
    settings.allow_insecure_webhooks = parts.config.webhook_insecure;
    notification::Messengers messengers;
    messengers.webhook = &parts.webhook;
    if (parts.telegram) messengers.telegram = &*parts.telegram;
    if (parts.traced_webhook) messengers.webhook = &*parts.traced_webhook;
    if (parts.traced_telegram) messengers.telegram = &*parts.traced_telegram;
    if (adapters::logs(adapters::LogLevel::debug)) messengers.console = &parts.console;
    return notification::make(std::move(settings), messengers, std::move(fingerprint));
}

}  // namespace dangol::app
