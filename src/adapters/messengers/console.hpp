#pragma once

#include <functional>
#include <string_view>

#include "contexts/notification/notification.hpp"

namespace dangol::adapters {

/// Shows on the log that a message went out: which, for which order, to whom in kind. No name, address or
/// text.
class ConsoleMessenger final : public notification::Messenger {
  public:
    /// `log` is called on the caller's thread; it must not block.
    explicit ConsoleMessenger(std::function<void(std::string_view line)> log);
    void send(notification::OutgoingMessage message,
              std::move_only_function<void(notification::SendOutcome)> done) override;

  private:
    std::function<void(std::string_view)> log_;
};

}  // namespace dangol::adapters
