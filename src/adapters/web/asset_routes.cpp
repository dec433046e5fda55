// Scripts, styles, icons, manifests and the service worker.
#include "adapters/web/asset_routes.hpp"

#include <set>
#include <string>

#include "adapters/web/negotiation.hpp"

namespace dangol::adapters::web {
namespace {

using namespace runtime;

std::string etag_of(const Representation& file) {
    return std::string(file.etag) + (file.encoding == "identity" ? "" : "-" + std::string(file.encoding));
}

Response response_of(std::string_view path, const Representation& file, bool known_already) {
    Response response;
    response.content_type = file.content_type;
    auto& headers = response.headers;
    // A name in /assets/ has a hash of the content in it; everything else may be another one tomorrow.
    const bool hashed = path.starts_with("/assets/");
    headers.emplace_back("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    headers.emplace_back("ETag", '"' + etag_of(file) + '"');
    headers.emplace_back("Vary", "Accept-Encoding");
    if (path == "/sw.js") headers.emplace_back("Service-Worker-Allowed", "/");
    // An SVG may hold scripts, for whoever opens it by itself.
    if (file.content_type.starts_with("image/svg")) {
        headers.emplace_back("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    }
    if (known_already) {
        response.status = 304;
        return response;
    }
    if (file.encoding != "identity") headers.emplace_back("Content-Encoding", std::string(file.encoding));
    response.body = file.bytes;
    return response;
}

}  // namespace

std::optional<Response> answer_from(const Pack& pack, const Request& request) {
    const auto& representations = pack.find(request.path);
    if (representations.empty()) return std::nullopt;
    const auto& file = best_of(representations, request.accept_encoding);
    return response_of(request.path, file, has_already(request.if_none_match, etag_of(file)));
}

std::vector<Route> asset_routes(const Pack& pack) {
    const auto answer = [&pack](const Request& request) -> Response {
        if (auto file = answer_from(pack, request)) return std::move(*file);
        return problem(404, "not-found",
                       {"이 파일은 이제 없어요. 화면을 새로 고쳐 주세요.",
                        "This file is no longer there. Please reload the page."},
                       request.language);
    };
    std::set<std::string, std::less<>> patterns;
    for (const auto path : pack.paths()) {
        const auto folder = path.substr(0, path.rfind('/'));
        if (folder == "/pages" || folder == "/pictures") continue;
        patterns.insert(folder.empty() ? std::string(path) : std::string(folder) + "/{file}");
    }
    std::vector<Route> routes;
    for (const auto& pattern : patterns) {
        routes.push_back({Method::get, pattern, Access::anyone(), answer, {}, false});
    }
    return routes;
}

}  // namespace dangol::adapters::web
