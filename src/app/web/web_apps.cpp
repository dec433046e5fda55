#include "app/web/web_apps.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "app/assets.hpp"
#include "app/web/asset_routes.hpp"
#include "app/web/page_routes.hpp"

namespace dangol::app::web {
namespace {

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string content(std::istreambuf_iterator<char>(file), {});
    if (!file || content.empty()) throw std::runtime_error("cannot read the web apps in " + path);
    return content;
}

}  // namespace

WebApps::WebApps(const Config& config)
    : file_(config.web.empty() ? std::string{} : content_of(config.web)),
      pack_(config.web.empty() ? assets::web_pack() : std::string_view(file_)),
      pictures_(config.pictures.empty() ? config.data + "/pictures" : config.pictures) {}

std::vector<runtime::Route> WebApps::routes(const runtime::Router& router, const OffThread& off_thread,
                                            bool uploads) const {
    auto routes = page_routes(pack_, router);
    auto assets = asset_routes(pack_);
    routes.insert(routes.end(), std::make_move_iterator(assets.begin()),
                  std::make_move_iterator(assets.end()));
    routes.push_back(picture_route(pack_, pictures_, off_thread));
    if (uploads) routes.push_back(picture_upload_route(pictures_, off_thread));
    return routes;
}

}  // namespace dangol::app::web
