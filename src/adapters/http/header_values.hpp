#pragma once

#include <string>
#include <string_view>

#include "core/text.hpp"

/// The few header values that the server reads itself.
namespace dangol::adapters {

/// Equal but for the case of ASCII letters. Beast's iequals of Boost 1.81 reads a byte beyond its arguments
/// if they differ in case.
[[nodiscard]] bool equals_ignoring_case(std::string_view a, std::string_view b);

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
