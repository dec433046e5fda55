#pragma once

#include <functional>
#include <string_view>

#include "adapters/http/server.hpp"
#include "app/config.hpp"

namespace dangol::app {

/// The context that owns a path by its collection: "/cafeOrders/abc" → "cafe". Empty: nobody's, such as
/// /metrics.
[[nodiscard]] std::string_view context_of(std::string_view path);

/// For a small split without a gateway: which paths this process passes on to its peers. What it runs itself
/// it keeps; empty if there are no peers.
[[nodiscard]] std::function<const adapters::Peer*(std::string_view path)> elsewhere(const Config& config);

}  // namespace dangol::app
