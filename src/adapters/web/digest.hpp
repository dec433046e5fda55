#pragma once

#include <string>
#include <string_view>

namespace dangol::adapters::web {

/// The first 16 hexadecimal digits of the bytes' SHA-256: names a content.
[[nodiscard]] std::string digest_of(std::string_view bytes);

}  // namespace dangol::adapters::web
