#pragma once

#include <string>
#include <vector>

#include "adapters/web/pack.hpp"
#include "adapters/web/picture_routes.hpp"
#include "adapters/web/picture_store.hpp"
#include "app/config.hpp"
#include "runtime/http.hpp"

namespace dangol::app {

/// The web apps that this process serves: those linked into it, or the pack that the setting `web` names.
class WebApps {
  public:
    /// Throws std::runtime_error if the pack cannot be read.
    explicit WebApps(const Config& config);
    WebApps(const WebApps&) = delete;
    WebApps& operator=(const WebApps&) = delete;

    /// Pages, assets and pictures; `uploads`: of pictures as well. Both this and `router` must outlive them.
    [[nodiscard]] std::vector<runtime::Route> routes(const runtime::Router& router,
                                                     const adapters::web::OffThread& off_thread,
                                                     bool uploads) const;

    /// What a browser is shown at an address that has nothing. This must outlive it.
    [[nodiscard]] runtime::Route not_found_page() const;

  private:
    std::string file_;  ///< of the setting; else empty
    adapters::web::Pack pack_;
    adapters::web::PictureStore pictures_;
};

}  // namespace dangol::app
