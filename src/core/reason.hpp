#pragma once

#include <string>
#include <string_view>

#include "core/result.hpp"

namespace dangol {

/// The reason for an override (a forced cancel, a refund, a delivery without its PIN), without the blanks
/// around it. 422 if nothing in it can be seen, or if it has more than 200 characters (code points).
[[nodiscard]] Result<std::string> required_reason(std::string_view reason);

}  // namespace dangol
