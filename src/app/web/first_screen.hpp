#pragma once

#include <functional>

#include "app/web/page.hpp"
#include "runtime/http.hpp"

/// The first screens of the order app, filled with what this process knows. What it does not know (its
/// context runs elsewhere, or cannot answer now) is left out, and the app asks for it. The boot JSON:
///
///     {"language":"ko"}                                             every page
///     {"language":"ko","cafes":…,"queues":{"<cafeId>":…}}           "/": GET /cafes, GET
///     /myPages/queues/{id}
///     {"language":"ko","cafe":…,"menu":…,"queue":…}                 "/c/{id}"; "cafe":null: there is none
namespace dangol::app::web {

using PageDone = std::move_only_function<void(PageContent)>;

/// `content` comes with its words; what is found out is added to it. `done` is called once, from any thread.
void fill_cafe_list(const runtime::Router& router, const runtime::Request& asker, PageContent content,
                    PageDone done);
void fill_menu(const runtime::Router& router, const runtime::Request& asker, PageContent content,
               PageDone done);

[[nodiscard]] std::string plain_boot(Language language);

}  // namespace dangol::app::web
