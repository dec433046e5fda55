#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <boost/describe/class.hpp>

#include "contexts/notification/domain/order_messages.hpp"
#include "core/time.hpp"
#include "runtime/context.hpp"

/// The notification context: sends customers, cafés and riders a message about each step. See README.md.
namespace dangol::notification {

// ── The port to the messengers ─────────────────────────────────────────────────────────────────────

// External messengers. Adapters: src/adapters/messengers.

struct OutgoingMessage {
    std::string id;  ///< the same for every attempt: receivers deduplicate by it
    std::string recipient;
    Channel channel = Channel::inbox;
    std::string channel_id;
    std::string address;  ///< chat id or URL
    std::string secret;   ///< of a webhook, "whsec_…"
    OrderId order_id;
    Template message = Template::placed;
    std::string text;
    Timestamp at{};
    std::optional<std::string> traceparent;  ///< W3C trace context of the event that caused it
};
BOOST_DESCRIBE_STRUCT(OutgoingMessage, (),
                      (id, recipient, channel, channel_id, address, secret, order_id, message, text, at,
                       traceparent))

struct Accepted {};
/// Too many at once: not before `wait` has passed.
struct RetryAfter {
    Duration wait{};
};
/// The receiver is gone (blocked, deleted): the channel is to be unlinked.
struct Gone {
    std::string reason;
};
struct Failed {
    bool retryable = true;
    std::string reason;  ///< without addresses, tokens or texts
};
using SendOutcome = std::variant<Accepted, RetryAfter, Gone, Failed>;

/// Sends messages of one channel. Thread-safe.
class Messenger {
  public:
    virtual ~Messenger() = default;
    /// `done` is called once, from any thread, possibly before this returns. Must not block.
    virtual void send(OutgoingMessage message, std::move_only_function<void(SendOutcome)> done) = 0;
};

/// The messengers that are set up; null where one is not. They outlive the context.
struct Messengers {
    Messenger* telegram = nullptr;
    Messenger* webhook = nullptr;
    Messenger* console = nullptr;  ///< gets every message of the inbox; its outcome does not matter
};

// ── The context ────────────────────────────────────────────────────────────────────────────────────

struct Settings {
    std::string telegram_bot;  ///< the bot's user name, without "@"; empty: Telegram cannot be linked
    std::string
        telegram_update_secret;  ///< last part of the URL that Telegram calls; [A-Za-z0-9_-], at most 64
    bool allow_insecure_webhooks = false;  ///< plain http to this machine; for development and tests
    Duration link_code_valid = std::chrono::hours(1);
};

/// SHA-256 of a secret of at least 128 random bits, as text. Thread-safe.
using Fingerprint = std::function<std::string(std::string_view secret)>;

[[nodiscard]] runtime::Context make(Settings settings, Messengers messengers, Fingerprint fingerprint);

}  // namespace dangol::notification
