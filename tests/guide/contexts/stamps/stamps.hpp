#pragma once

#include "runtime/context.hpp"

namespace dangol::stamps {

[[nodiscard]] runtime::Context make();

}  // namespace dangol::stamps
