#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dangol::adapters {

/// RFC 4648 §5, without padding.
[[nodiscard]] std::string to_base64url(std::string_view bytes);

/// Strict: no padding, no other character, no stray bits at the end; so each value has exactly one text, and
/// no token can be altered in text and stay the same in value.
[[nodiscard]] std::optional<std::string> from_base64url(std::string_view text);

/// SHA-256, 32 bytes.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace dangol::adapters
