// Which template a page is made of.
#include "adapters/web/page_routes.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "adapters/web/first_screen.hpp"
#include "adapters/web/page.hpp"
#include "adapters/web/template.hpp"

namespace dangol::adapters::web {
namespace {

using namespace runtime;

/// Finds out what a page shows.
using Find = std::function<Task<FirstScreen>(const Request&)>;

/// The templates of the pages that a route may show, in both languages.
class Pages {
  public:
    Pages(const Pack& pack, const std::vector<std::string>& names) {
        for (const auto& name : names) {
            for (const auto* language : {"ko", "en"}) {
                const auto full_name = name + '.' + language;
                const auto text = pack.page_template(full_name);
                if (!text.empty()) templates_.emplace(full_name, text);
            }
        }
    }
    [[nodiscard]] const Template* find(const std::string& name, Language language) const {
        const auto found = templates_.find(name + (language == Language::ko ? ".ko" : ".en"));
        return found == templates_.end() ? nullptr : &found->second;
    }

  private:
    std::map<std::string, Template> templates_;
};

Response not_built(const Request& request) {
    const Text words{"웹 앱이 아직 들어 있지 않아요. script/build로 만든 뒤 프로그램을 다시 시작해 주세요.",
                     "The web apps are not built in. Run script/build and start the program again."};
    const auto api = request.language == Language::ko ? "API 문서" : "The API";
    return page_response(
        request, 503,
        fmt::format(
            R"(<!doctype html><html lang="{}"><head><meta charset="utf-8"><title>Dangol</title></head>)"
            R"(<body><p>{}</p><p><a href="/api">{}</a></p></body></html>)",
            request.language == Language::ko ? "ko" : "en", words.in(request.language), api));
}

Task<Response> show_page(const Pages& pages, const Find& find, Request request) {
    const auto screen = co_await find(request);
    const auto* found = pages.find(screen.page, request.language);
    co_return found == nullptr ? not_built(request)
                               : page_response(request, screen.status, found->filled(screen.data));
}

Route page(const Pack& pack, std::string pattern, const std::vector<std::string>& names, Find find) {
    return {Method::get,
            std::move(pattern),
            Access::anyone(),
            [pages = std::make_shared<const Pages>(pack, names), find = std::move(find)](Request request) {
                return show_page(*pages, find, std::move(request));
            },
            {},
            false};
}

/// A page whose app asks for everything itself.
Route page(const Pack& pack, std::string pattern, const std::string& name) {
    return page(pack, std::move(pattern), {name}, [name](const Request& request) -> Task<FirstScreen> {
        return FirstScreen{.page = name, .data = plain_data(request.language)};
    });
}

}  // namespace

Route not_found_page(const Pack& pack) {
    return page(pack, {}, {"order"}, [](const Request& request) -> Task<FirstScreen> {
        return FirstScreen{.status = 404, .page = "order", .data = plain_data(request.language)};
    });
}

std::vector<Route> page_routes(const Pack& pack, const Router& router) {
    const Find cafe_list = [&router](const Request& asker) { return find_cafe_list(router, asker); };
    const Find menu = [&router](const Request& asker) { return find_menu(router, asker); };
    return {
        page(pack, "/", {"order", "order-home"}, cafe_list),
        page(pack, "/c/{cafeId}", {"order", "order-menu", "order-unknown"}, menu),
        page(pack, "/cart", "order"),
        page(pack, "/o/{orderId}", "order"),
        page(pack, "/history", "order"),
        page(pack, "/store", "store"),
        page(pack, "/store/{section}", "store"),
        page(pack, "/rider", "rider"),
        page(pack, "/rider/{section}", "rider"),
        page(pack, "/ops", "ops"),
        page(pack, "/ops/{section}", "ops"),
        page(pack, "/ops/{section}/{id}", "ops"),
    };
}

}  // namespace dangol::adapters::web
