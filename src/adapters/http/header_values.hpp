#pragma once

#include <string>
#include <string_view>

#include "core/text.hpp"

/// The few header values that the server reads itself.
namespace dangol::adapters {

/// What the cookie `lang` says ("ko" or "en"); without one, English if Accept-Language prefers it to Korean,
/// else Korean.
[[nodiscard]] Language preferred_language(std::string_view accept_language, std::string_view cookie = {});

/// application/json, with whatever parameters.
[[nodiscard]] bool is_json(std::string_view content_type);

/// 1 to `size_max` visible ASCII characters without spaces.
[[nodiscard]] bool is_visible(std::string_view value, std::size_t size_max);

/// The token of "Bearer <token>"; empty if it is something else.
[[nodiscard]] std::string_view bearer_token(std::string_view authorization);

}  // namespace dangol::adapters
