#pragma once

#include <string>

#include "adapters/messengers/http_send.hpp"
#include "contexts/notification/notification.hpp"

namespace dangol::adapters {

struct TelegramOptions {
    std::string base_url = "https://api.telegram.org";
    std::string token;  ///< of the bot; it is part of the URL, so no URL of ours is ever logged
};

/// The Telegram Bot API's sendMessage. `address` is the chat's id. A text goes out as it is, without
/// parse_mode: no name in it can break its form.
class TelegramMessenger final : public notification::Messenger {
  public:
    TelegramMessenger(TelegramOptions options, HttpSend send);
    void send(notification::OutgoingMessage message,
              std::move_only_function<void(notification::SendOutcome)> done) override;

  private:
    TelegramOptions options_;
    HttpSend send_;
};

/// What Telegram's answer means for the message.
[[nodiscard]] notification::SendOutcome telegram_outcome(const HttpOutcome& outcome);

}  // namespace dangol::adapters
