#pragma once

#include <string_view>

namespace dangol::app {

/// As the chart has it (deploy/helm/dangol/Chart.yaml).
inline constexpr std::string_view version = "0.1.0";

}  // namespace dangol::app
