#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>

#include <boost/describe/class.hpp>

#include "contexts/notification/events.hpp"

/// The port to the outside world's messengers. Adapters: src/adapters/messengers.
namespace dangol::notification {

struct OutgoingMessage {
    std::string id;  ///< the same for every attempt: a receiver that has seen it drops it
    std::string recipient;
    Channel channel = Channel::inbox;
    std::string channel_id;
    std::string address;  ///< chat id or URL
    std::string secret;   ///< of a webhook, "whsec_…"
    OrderId order_id;
    Template message = Template::placed;
    std::string text;
    Timestamp at{};
    std::optional<std::string> traceparent;  ///< W3C trace context of what it tells of
};
BOOST_DESCRIBE_STRUCT(OutgoingMessage, (),
                      (id, recipient, channel, channel_id, address, secret, order_id, message, text, at,
                       traceparent))

struct Accepted {};
/// Too many at once: not before `wait` has passed.
struct RetryAfter {
    Duration wait{};
};
/// Nobody is there any more (blocked, deleted): the channel is to be unlinked.
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

}  // namespace dangol::notification
