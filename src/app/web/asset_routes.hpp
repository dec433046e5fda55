#pragma once

#include <vector>

#include "app/web/pack.hpp"
#include "runtime/http.hpp"

namespace dangol::app::web {

/// A file of the pack as the reader takes it: compressed, or 304 for what it has already. False if the path
/// is none of the pack's; then nothing is answered.
[[nodiscard]] bool answer_from(const Pack& pack, const runtime::Request& request, runtime::Respond& respond);

/// GET of every file of the pack but the page templates and the pictures, which have routes of their own.
/// The pack must outlive the routes.
[[nodiscard]] std::vector<runtime::Route> asset_routes(const Pack& pack);

}  // namespace dangol::app::web
