#pragma once

#include <string>

#include "adapters/observe/moment.hpp"
#include "core/text.hpp"

namespace dangol::adapters::observe {

/// Who is shown.
struct About {
    std::string process;  ///< "order, payment" or "dangol"
    std::string version;
    Duration up{};
};

/// The whole page: it loads itself anew every few seconds, and needs no script.
[[nodiscard]] std::string page(const History& history, const About& about, Language language);

}  // namespace dangol::adapters::observe
