#pragma once

#include <string_view>

#include "contexts/notification/messenger.hpp"
#include "runtime/context.hpp"

/// From the inbox to the linked channels: copies of messages as effects, with patience.
namespace dangol::notification {

/// The messengers that are set up; null where one is not. They outlive the context.
struct Messengers {
    Messenger* telegram = nullptr;
    Messenger* webhook = nullptr;
    Messenger* console =
        nullptr;  ///< is shown every message, whatever is linked; its outcome does not matter
};

inline constexpr std::string_view send_effect = "send";

/// Owes a copy to each channel that the message's recipient has linked.
void owe_copies(runtime::Unit& unit, const MessageSent& message);

/// Starts one attempt, and records what came of it: sent; again later; given up after attempts_max; or the
/// channel is gone and unlinked. After a crash an attempt may be repeated: receivers tell by the message id.
void send_copy(const runtime::Effect& effect, const Messengers& messengers, runtime::FinishEffectWith finish);

}  // namespace dangol::notification
