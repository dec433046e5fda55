#pragma once

#include <optional>

#include "contexts/mypage/events.hpp"
#include "core/event.hpp"

namespace dangol::mypage {

/// Whether the event tells anything of an order, so that its page must be loaded. Its subject is the order id
/// then.
[[nodiscard]] bool tells_of_an_order(const EventRecord& event);

/// What an event of the order, payment, café or delivery context tells about its order; nothing if MyPage
/// does not care. `known` is what the page has already: what it has is not decoded again. Throws
/// std::runtime_error for an event that cannot be read, which parks it.
[[nodiscard]] std::optional<Facts> facts_of(const EventRecord& event, const Facts& known);

}  // namespace dangol::mypage
