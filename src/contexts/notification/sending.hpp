#pragma once

#include "contexts/notification/notification.hpp"
#include "runtime/context.hpp"

namespace dangol::notification {

/// Makes one attempt to send the copy that the effect owes, and records its outcome: sent; to be tried again
/// later; given up after attempts_max; or the channel is gone and unlinked. After a crash an attempt may be
/// repeated: receivers recognise it by the message id.
[[nodiscard]] runtime::Task<runtime::Recording> send_copy(Messengers messengers, runtime::Effect effect);

}  // namespace dangol::notification
