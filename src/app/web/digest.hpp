#pragma once

#include <string>
#include <string_view>

namespace dangol::app::web {

/// The first 16 hexadecimal digits of the bytes' SHA-256: names a content.
[[nodiscard]] std::string digest_of(std::string_view bytes);

}  // namespace dangol::app::web
