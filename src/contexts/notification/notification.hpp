#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "contexts/notification/sending.hpp"
#include "runtime/context.hpp"

/// The one door of the notification context: tells customers, cafés and riders what they care about.
namespace dangol::notification {

struct Settings {
    std::string telegram_bot;  ///< the bot's user name, without "@"; empty: Telegram cannot be linked
    std::string
        telegram_update_secret;  ///< last part of the URL that Telegram calls; [A-Za-z0-9_-], at most 64
    bool allow_insecure_webhooks = false;  ///< plain http to this very machine: for trying out and for tests
    Duration link_code_valid = std::chrono::hours(1);
};

/// SHA-256 of a secret of at least 128 random bits, as text. Thread-safe.
using Fingerprint = std::function<std::string(std::string_view secret)>;

class NotificationContext final : public runtime::Context {
  public:
    NotificationContext(Settings settings, Messengers messengers, Fingerprint fingerprint);

    [[nodiscard]] std::string_view name() const override { return "notification"; }
    [[nodiscard]] std::vector<std::string> sources() const override;
    Result<void> on_event(runtime::Unit& unit, const EventRecord& event) override;
    Result<void> on_deadline(runtime::Unit& unit, const runtime::Deadline& deadline) override;
    void on_effect(const runtime::Effect& effect, runtime::FinishEffectWith finish) override;
    [[nodiscard]] std::vector<runtime::Route> routes(runtime::Host host) override;
    void committed(std::span<const std::shared_ptr<const EventRecord>> events) override;

  private:
    Settings settings_;
    Messengers messengers_;
    Fingerprint fingerprint_;
};

}  // namespace dangol::notification
