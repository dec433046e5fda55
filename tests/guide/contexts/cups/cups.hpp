#pragma once

#include "runtime/context.hpp"

namespace dangol::cups {

[[nodiscard]] runtime::Context make();

}  // namespace dangol::cups
