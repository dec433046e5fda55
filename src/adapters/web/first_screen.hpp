#pragma once

#include <string>

#include "runtime/http.hpp"

/// What the order app's first pages show, as far as this process knows. What it does not know (its context
/// runs elsewhere, or cannot answer now) is left out, and the app asks for it. `data` becomes the page's boot
/// JSON, and the page's template is filled from it:
///
///     {"language":"ko"}                                    every page
///     {"language":"ko","cafes":…,"queues":{"<cafeId>":…}}  "/": GET /cafes, and GET /myPages/queues/{id} of
///     each
///     {"language":"ko","cafe":…,"menu":…,"queue":…}        "/c/{id}"; "cafe":null if there is no such branch
namespace dangol::adapters::web {

struct FirstScreen {
    int status = 200;
    std::string page = "order";  ///< the name of its template
    std::string data;
};

[[nodiscard]] runtime::Task<FirstScreen> find_cafe_list(const runtime::Router& router,
                                                        const runtime::Request& asker);
[[nodiscard]] runtime::Task<FirstScreen> find_menu(const runtime::Router& router,
                                                   const runtime::Request& asker);

/// The data of a page that knows nothing more than its language.
[[nodiscard]] std::string plain_data(Language language);

}  // namespace dangol::adapters::web
