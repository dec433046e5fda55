// From a template to the bytes of a page.
#include "app/web/page.hpp"

#include <array>
#include <utility>

#include "app/web/digest.hpp"
#include "app/web/gzip.hpp"
#include "app/web/html.hpp"
#include "app/web/negotiation.hpp"

namespace dangol::app::web {
namespace {

constexpr std::string_view policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src "
    "'self'; "
    "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

}  // namespace

std::string filled(std::string_view page_template, const PageContent& content) {
    const std::array<std::pair<std::string_view, std::string>, 5> values{{
        {"%lang%", content.language == Language::ko ? "ko" : "en"},
        {"%title%", escaped(content.title)},
        {"%description%", escaped(content.description)},
        {"<!--shell-->", content.shell},
        {"<!--boot-->",
         R"(<script type="application/json" id="boot">)" + json_in_script(content.boot) + "</script>"},
    }};
    std::string html;
    html.reserve(page_template.size() + content.shell.size() + content.boot.size() + 256);
    // One pass: what is put in is never looked at again, so nobody's words can be a placeholder.
    while (!page_template.empty()) {
        const auto next = page_template.find_first_of("%<");
        html += page_template.substr(0, next);
        if (next == std::string_view::npos) break;
        page_template.remove_prefix(next);
        std::size_t taken = 1;
        for (const auto& [name, value] : values) {
            if (!page_template.starts_with(name)) continue;
            html += value;
            taken = name.size();
            break;
        }
        if (taken == 1) html += page_template.front();
        page_template.remove_prefix(taken);
    }
    return html;
}

runtime::Response page_response(const runtime::Request& asked, int status, std::string html) {
    runtime::Response response;
    response.status = status;
    response.content_type = "text/html; charset=utf-8";
    const bool packed = accepts(asked.accept_encoding, "gzip");
    const auto etag = digest_of(html) + (packed ? "-gzip" : "");
    response.headers = {
        {"Content-Security-Policy", std::string(policy)},
        {"Referrer-Policy", "same-origin"},
        {"Permissions-Policy", "geolocation=(self)"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cache-Control", "no-cache"},
        {"Vary", "Accept-Encoding, Accept-Language, Cookie"},
    };
    if (status == 200) {
        response.headers.emplace_back("ETag", '"' + etag + '"');
        if (has_already(asked.if_none_match, etag)) {
            response.status = 304;
            return response;
        }
    }
    if (packed) response.headers.emplace_back("Content-Encoding", "gzip");
    response.body = packed ? gzipped(html) : std::move(html);
    return response;
}

}  // namespace dangol::app::web
