#pragma once

#include <vector>

#include "adapters/web/pack.hpp"
#include "runtime/http.hpp"

namespace dangol::adapters::web {

/// The pages of the four apps:
///
///     order  /  /c/{cafeId}  /cart  /o/{orderId}  /history
///     store  /store  /store/{section}
///     rider  /rider  /rider/{section}
///     ops    /ops    /ops/{section}  /ops/{section}/{id}
///
/// "/" and "/c/{cafeId}" come with what `router` answers for their content. Without its template a page says
/// how it is built, with 503. `pack` and `router` must outlive the routes.
[[nodiscard]] std::vector<runtime::Route> page_routes(const Pack& pack, const runtime::Router& router);

/// The page for an address that has nothing, with 404: the order app, which says so. `pack` must outlive it.
[[nodiscard]] runtime::Route not_found_page(const Pack& pack);

}  // namespace dangol::adapters::web
