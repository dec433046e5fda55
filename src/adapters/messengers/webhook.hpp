#pragma once

#include "adapters/messengers/http_send.hpp"
#include "contexts/notification/notification.hpp"
#include "runtime/ports.hpp"

namespace dangol::adapters {

/// Webhooks signed as Standard Webhooks says: headers webhook-id (the same for every attempt),
/// webhook-timestamp and webhook-signature. `address` is the URL, `secret` "whsec_…".
///
/// Where a URL's host leads is known only when it is resolved: `send` must go through a client that connects
/// to public addresses only (public_address.hpp), unless this installation allows others.
class WebhookMessenger final : public notification::Messenger {
  public:
    WebhookMessenger(runtime::Clock& clock, HttpSend send);
    void send(notification::OutgoingMessage message,
              std::move_only_function<void(notification::SendOutcome)> done) override;

  private:
    runtime::Clock& clock_;
    HttpSend send_;
};

/// What the receiver's answer means: 2xx took it, 410 is gone, 429 and 503 say when to come again, all else
/// is tried again.
[[nodiscard]] notification::SendOutcome webhook_outcome(const HttpOutcome& outcome);

/// {"type":"order.accepted","timestamp":…,"data":{…}}
[[nodiscard]] std::string webhook_body(const notification::OutgoingMessage& message);

}  // namespace dangol::adapters
