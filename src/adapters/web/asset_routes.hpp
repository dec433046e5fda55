#pragma once

#include <optional>
#include <vector>

#include "adapters/web/pack.hpp"
#include "runtime/http.hpp"

namespace dangol::adapters::web {

/// A file of the pack as the client accepts it: compressed, or 304 if the client has it already. nullopt if
/// the path is none of the pack's.
[[nodiscard]] std::optional<runtime::Response> answer_from(const Pack& pack, const runtime::Request& request);

/// GET of every file of the pack but the page templates and the pictures, which have routes of their own.
/// The pack must outlive the routes.
[[nodiscard]] std::vector<runtime::Route> asset_routes(const Pack& pack);

}  // namespace dangol::adapters::web
