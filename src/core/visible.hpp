#pragma once

#include <string_view>

namespace dangol {

/// `text` without what prints nothing at its two ends: spaces of all kinds, controls, characters of no width.
/// Empty if nothing in it can be seen. `text` is UTF-8.
[[nodiscard]] std::string_view visible_part(std::string_view text);

}  // namespace dangol
