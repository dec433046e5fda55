// From a page's HTML to the answer with it.
#include "adapters/web/page.hpp"

#include <utility>

#include "adapters/web/digest.hpp"
#include "adapters/web/gzip.hpp"
#include "adapters/web/negotiation.hpp"

namespace dangol::adapters::web {
namespace {

constexpr std::string_view policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data: blob:; "
    "connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

}  // namespace

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

}  // namespace dangol::adapters::web
