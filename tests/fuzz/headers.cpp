// Header values that the program reads itself, one on each line, and the texts within them.
#include <boost/asio/ip/address.hpp>
#include <vector>

#include "adapters/http/client_address.hpp"
#include "adapters/http/header_values.hpp"
#include "adapters/web/negotiation.hpp"
#include "core/ids.hpp"
#include "core/time.hpp"
#include "core/trace_context.hpp"
#include "runtime/http.hpp"
#include "tests/fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dangol;
    using fuzz::next_line;
    using fuzz::require;
    static const std::vector<std::string> trusted{"127.0.0.0/8", "10.0.0.0/8", "::1", "fd00::/8"};
    static const adapters::TrustedProxies proxies(trusted);
    auto rest = fuzz::text_of(data, size);

    const auto languages = next_line(rest);
    (void)adapters::preferred_language(languages, next_line(rest));
    (void)adapters::is_json(next_line(rest));

    const auto authorization = next_line(rest);
    const auto token = adapters::bearer_token(authorization);
    require(token.empty() || authorization.ends_with(token) || authorization.contains(token),
            "a token is part of its header");

    const auto if_none_match = next_line(rest);
    const auto etag = next_line(rest);
    if (!etag.empty() && etag.find_first_of("\", *") == std::string_view::npos && !etag.starts_with("W/")) {
        require(adapters::web::has_already('"' + std::string(etag) + '"', etag), "an ETag names itself");
    }
    (void)adapters::web::has_already(if_none_match, etag);
    (void)adapters::web::accepts(next_line(rest), "gzip");

    const auto traceparent = next_line(rest);
    if (trace_context::is_valid(traceparent)) {
        const auto child = trace_context::child(traceparent, 7);
        require(trace_context::is_valid(child), "a child's trace context is one");
        require(trace_context::trace_id(child) == trace_context::trace_id(traceparent),
                "a child stays in its trace");
    }

    const auto forwarded = next_line(rest);
    for (const auto* peer : {"127.0.0.1", "203.0.113.5", "::1"}) {
        const auto client = proxies.client_of(boost::asio::ip::make_address(peer), forwarded);
        require(client.find_first_not_of("0123456789abcdef.:/") == std::string::npos,
                "a client has an address");
        if (std::string_view(peer) == "203.0.113.5") require(client == peer, "a stranger names nobody else");
    }

    const auto time = parse_time(next_line(rest));
    if (time) require(parse_time(format_time(*time)) == *time, "a time is written as it was read");

    const auto name = next_line(rest);
    if (runtime::is_file_name(name)) {
        require(name.find_first_of("/\\") == std::string_view::npos && !name.contains(".."),
                "a file's name leads nowhere else");
    }
    return 0;
}
