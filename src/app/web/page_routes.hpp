#pragma once

#include <vector>

#include "app/web/pack.hpp"
#include "runtime/http.hpp"

namespace dangol::app::web {

/// The pages of the four apps:
///
///     order  /  /c/{cafeId}  /cart  /o/{orderId}  /history
///     store  /store  /store/{section}
///     rider  /rider  /rider/{section}
///     ops    /ops    /ops/{section}  /ops/{section}/{id}
///
/// Without their template they say how it is made, with 503. `pack` and `router` must outlive the routes;
/// `router` may be the one that they are added to.
[[nodiscard]] std::vector<runtime::Route> page_routes(const Pack& pack, const runtime::Router& router);

}  // namespace dangol::app::web
