#pragma once

#include <functional>
#include <vector>

#include "adapters/web/pack.hpp"
#include "adapters/web/picture_store.hpp"
#include "runtime/http.hpp"

namespace dangol::adapters::web {

/// Runs work that may block, soon, on a thread made for that.
using OffThread = std::function<void(std::move_only_function<void()> work)>;

/// GET /pictures/{file}: what was uploaded, and the pack's own. `pack` and `pictures` must outlive the route.
[[nodiscard]] runtime::Route picture_route(const Pack& pack, const PictureStore& pictures,
                                           OffThread off_thread);

/// POST /cafes/{id}/pictures: the branch's staff upload one for a menu.
[[nodiscard]] runtime::Route picture_upload_route(const PictureStore& pictures, OffThread off_thread);

}  // namespace dangol::adapters::web
