#pragma once

#include <string_view>

namespace dangol::notification {

/// True for "https://host[:port][/…]" without user name, fragment or odd characters, at most 2,048 long. With
/// `allow_insecure` plain http to this very machine (localhost, 127.0.0.1, [::1]) is fine too. Whether the
/// host leads to a private network is known only when it is resolved: the adapter refuses that then.
[[nodiscard]] bool is_webhook_url(std::string_view url, bool allow_insecure);

}  // namespace dangol::notification
