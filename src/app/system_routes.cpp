// Health, metrics, and the program's own contracts.
#include "app/system_routes.hpp"

#include "app/assets.hpp"

namespace dangol::app {
namespace {

using namespace runtime;

Response text(std::string_view body, std::string type) {
    Response response;
    response.body = body;
    response.content_type = std::move(type);
    return response;
}

Route fixed(std::string path, std::string_view body, std::string type) {
    return {Method::get, std::move(path), Access::anyone(),
            [body, type = std::move(type)](const Request&) { return text(body, type); }};
}

}  // namespace

std::vector<Route> health_routes(const std::atomic<bool>& ready) {
    return {
        fixed("/livez", R"({"status":"alive"})", "application/json"),
        {Method::get, "/readyz", Access::anyone(),
         [&ready](const Request& request) {
             if (ready) return json_response(200, R"({"status":"ready"})");
             return problem({Refusal::unavailable,
                             "not-ready",
                             {"시작하거나 멈추는 중이에요. 잠시 후 다시 시도해 주세요.",
                              "Starting or stopping. Please try again in a moment."},
                             {},
                             {}},
                            request.language);
         }},
    };
}

std::vector<Route> contract_routes() {
    return {
        fixed("/api", assets::api_page(), "text/html; charset=utf-8"),
        fixed("/api/openapi.yaml", assets::openapi_yaml(), "application/yaml"),
        fixed("/api/asyncapi.yaml", assets::asyncapi_yaml(), "application/yaml"),
    };
}

std::vector<Route> metrics_routes(std::function<std::string()> metrics) {
    return {{Method::get, "/metrics", Access::anyone(), [metrics = std::move(metrics)](const Request&) {
                 return text(metrics(), "text/plain; version=0.0.4; charset=utf-8");
             }}};
}

}  // namespace dangol::app
