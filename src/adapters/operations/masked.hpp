#pragma once

#include <string>
#include <string_view>

namespace dangol::adapters {

/// The JSON of an event without what is personal: where somebody lives, how to call them, PINs and secrets.
/// Each such text becomes "•••", each such number 0; an empty text stays empty. What is no JSON is masked
/// whole.
[[nodiscard]] std::string masked(std::string_view event_data);

}  // namespace dangol::adapters
