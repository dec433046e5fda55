#pragma once

#include <string>
#include <vector>

#include "adapters/observe/moment.hpp"
#include "core/text.hpp"

namespace dangol::adapters::observe {

/// What somebody should look at, as the alert of the same name would say it (deploy/monitoring/alerts). Only
/// what one process can know of itself, and without the alert's patience.
struct Worry {
    std::string alert;  ///< "DangolDeadLetters": its runbook has that name
    Text words;
};
[[nodiscard]] std::vector<Worry> worries(const History& history);

}  // namespace dangol::adapters::observe
