#pragma once

#include "contexts/notification/notification.hpp"
#include "runtime/context.hpp"

namespace dangol::notification {

/// Makes one attempt to send the copy that the effect owes, and records its outcome: sent; to be tried again
/// later; given up after attempts_max or because the channel was unlinked meanwhile; or the channel is gone
/// and unlinked. After a crash an attempt may be repeated: receivers recognise it by the message id.
[[nodiscard]] runtime::Task<runtime::Recording> send_copy(Messengers messengers, runtime::Effect effect);

/// When it is time to try again, a deadline of this kind comes: an effect that waited itself would send the
/// copy to a channel that was unlinked meanwhile.
inline constexpr std::string_view again_deadline = "send-again";
[[nodiscard]] Result<void> send_again(runtime::Unit& unit, const std::string& data);

}  // namespace dangol::notification
