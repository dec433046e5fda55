#pragma once

#include <string>
#include <string_view>

#include "runtime/http.hpp"

namespace dangol::app::web {

/// What a page template is filled with: %lang%, %title%, %description%, <!--shell--> and <!--boot-->.
struct PageContent {
    int status = 200;
    Language language = Language::ko;
    std::string title;        ///< plain words
    std::string description;  ///< plain words
    std::string shell;        ///< HTML: what is seen until the app takes over
    std::string boot;  ///< JSON: what the app begins with; becomes <script type="application/json" id="boot">
};

[[nodiscard]] std::string filled(std::string_view page_template, const PageContent& content);

/// `html` as the answer to `asked`, compressed if it may be, 304 if it is known there already; with the
/// headers that let a page do no more than the apps need.
[[nodiscard]] runtime::Response page_response(const runtime::Request& asked, int status, std::string html);

}  // namespace dangol::app::web
