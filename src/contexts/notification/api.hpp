#pragma once

#include <vector>

#include "contexts/notification/notification.hpp"
#include "runtime/context.hpp"

namespace dangol::notification {

/// GET /notifications and its stream.
[[nodiscard]] std::vector<runtime::Route> inbox_routes(runtime::Host host);

/// /notifications/channels, and what Telegram calls.
[[nodiscard]] std::vector<runtime::Route> channel_routes(runtime::Host host, Settings settings,
                                                         Fingerprint fingerprint);

/// Whose messages the request is about: the caller's own, or with `cafe` those of the staff of that branch,
/// if the caller works there.
[[nodiscard]] Result<std::string> recipient_of(const runtime::Principal& principal, const std::string& cafe);
/// The same from `?cafeId=`.
[[nodiscard]] Result<std::string> recipient_of(const runtime::Request& request);

}  // namespace dangol::notification
