#pragma once

#include <string>
#include <string_view>

namespace dangol::adapters::web {

/// For what is made anew for each reader; files come compressed (see Pack).
[[nodiscard]] std::string gzipped(std::string_view bytes);

}  // namespace dangol::adapters::web
