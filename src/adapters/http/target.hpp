#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace dangol::adapters {

/// A request target, decoded.
struct Target {
    std::string path;
    std::map<std::string, std::string> query;  ///< the first of equal names
};

/// Reads "/orders/abc?limit=5" or "http://host/orders/abc". nullopt for anything else, for a broken percent
/// encoding, for an encoded '/' in the path (it would change what the path means), and for control
/// characters.
[[nodiscard]] std::optional<Target> parse_target(std::string_view target);

}  // namespace dangol::adapters
