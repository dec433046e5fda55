#include "app/web_apps.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "adapters/web/asset_routes.hpp"
#include "adapters/web/page_routes.hpp"
#include "app/assets.hpp"

namespace dangol::app {
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

std::vector<runtime::Route> WebApps::routes(const runtime::Router& router,
                                            const adapters::web::OffThread& off_thread, bool uploads) const {
    auto routes = adapters::web::page_routes(pack_, router);
    auto assets = adapters::web::asset_routes(pack_);
    routes.insert(routes.end(), std::make_move_iterator(assets.begin()),
                  std::make_move_iterator(assets.end()));
    routes.push_back(adapters::web::picture_route(pack_, pictures_, off_thread));
    if (uploads) routes.push_back(adapters::web::picture_upload_route(pictures_, off_thread));
    return routes;
}

runtime::Route WebApps::not_found_page() const { return adapters::web::not_found_page(pack_); }

}  // namespace dangol::app
