// Which app a page belongs to, and how it introduces itself.
#include "app/web/page_routes.hpp"

#include <functional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "app/web/first_screen.hpp"
#include "app/web/html.hpp"
#include "app/web/page.hpp"

namespace dangol::app::web {
namespace {

using namespace runtime;

struct App {
    std::string name;  ///< of its template
    Text title;
    Text description;
};

const App order{"order",
                {"단골 – 줄 서지 않는 카페 주문", "Dangol – order ahead at your café"},
                {"대기 시간을 미리 보고 주문하고, 내 순번을 바로 확인하세요.",
                 "See the wait before you order, and follow your drink as it is made."}};
const App store{"store",
                {"단골 매장", "Dangol Store"},
                {"주문 접수와 제조, 품절과 영업 상태", "Orders, sold-out items and opening hours of a café"}};
const App rider{
    "rider", {"단골 라이더", "Dangol Rider"}, {"가까운 배달 받기와 오늘의 수입", "Deliveries near you"}};
const App ops{"ops",
              {"단골 운영", "Dangol Operations"},
              {"조치가 필요한 주문과 매장 현황", "What needs a hand, and how the cafés do"}};

/// Adds what this process knows to a page's content.
using Fill = std::function<void(const Request&, PageContent, PageDone)>;

Response not_built(const Request& request) {
    const Text words{
        "웹 앱이 아직 들어 있지 않아요. script/build로 만든 뒤 프로그램을 다시 시작해 주세요.",
        "The web apps are not built in yet. Make them with script/build and start the program again."};
    const auto api = request.language == Language::ko ? "API 문서" : "The API";
    return page_response(
        request, 503,
        fmt::format(R"(<!doctype html><html lang="{}"><head><meta charset="utf-8"><title>{}</title></head>)"
                    R"(<body><p>{}</p><p><a href="/api">{}</a></p></body></html>)",
                    request.language == Language::ko ? "ko" : "en", escaped(order.title.in(request.language)),
                    escaped(words.in(request.language)), api));
}

Route page(const Pack& pack, std::string pattern, const App& app, Fill fill = {}) {
    return {Method::get,
            std::move(pattern),
            Access::anyone(),
            [html = pack.page_template(app.name), &app, fill = std::move(fill)](const Request& request,
                                                                                Respond respond) {
                if (html.empty()) return respond(not_built(request));
                PageContent content{.language = request.language,
                                    .title = app.title.in(request.language),
                                    .description = app.description.in(request.language),
                                    .shell = {},
                                    .boot = plain_boot(request.language)};
                PageDone done = [html, request, respond = std::move(respond)](PageContent known) mutable {
                    respond(page_response(request, known.status, filled(html, known)));
                };
                if (!fill) return done(std::move(content));
                fill(request, std::move(content), std::move(done));
            },
            {},
            false};
}

}  // namespace

std::vector<Route> page_routes(const Pack& pack, const Router& router) {
    const auto with = [&router](auto* fill_from) -> Fill {
        return [&router, fill_from](const Request& request, PageContent content, PageDone done) {
            fill_from(router, request, std::move(content), std::move(done));
        };
    };
    return {
        page(pack, "/", order, with(&fill_cafe_list)),
        page(pack, "/c/{cafeId}", order, with(&fill_menu)),
        page(pack, "/cart", order),
        page(pack, "/o/{orderId}", order),
        page(pack, "/history", order),
        page(pack, "/store", store),
        page(pack, "/store/{section}", store),
        page(pack, "/rider", rider),
        page(pack, "/rider/{section}", rider),
        page(pack, "/ops", ops),
        page(pack, "/ops/{section}", ops),
        page(pack, "/ops/{section}/{id}", ops),
    };
}

}  // namespace dangol::app::web
