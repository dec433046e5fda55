#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dangol::adapters {

/// The header `webhook-signature` of the Standard Webhooks specification: "v1," and the base64 of
/// HMAC-SHA256(key, "id.timestamp.body"). `secret` is "whsec_" and the key in base64; nothing if it is not.
[[nodiscard]] std::optional<std::string> webhook_signature(std::string_view secret, std::string_view id,
                                                           std::int64_t timestamp_seconds,
                                                           std::string_view body);

}  // namespace dangol::adapters
