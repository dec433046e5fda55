#pragma once

#include "app/config.hpp"

namespace dangol::app {

/// `dangol serve`: prints one line when ready, runs until SIGINT or SIGTERM, then drains. Gives the exit
/// status.
int serve(const Config& config);

}  // namespace dangol::app
