// What the client sends, as bytes.
#include "adapters/http/outgoing.hpp"

#include <algorithm>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

namespace dangol::adapters {

namespace {

/// RFC 9110 `token`: header names and methods.
bool is_token(std::string_view text) {
    constexpr std::string_view others = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               others.contains(c);
    });
}

}  // namespace

std::expected<Destination, std::string> destination_of(std::string_view url) {
    const auto parsed = boost::urls::parse_uri(boost::core::string_view(url.data(), url.size()));
    if (!parsed) return std::unexpected("not a URL");
    const bool secure = parsed->scheme_id() == boost::urls::scheme::https;
    if (!secure && parsed->scheme_id() != boost::urls::scheme::http)
        return std::unexpected("neither http nor https");
    if (parsed->has_userinfo()) return std::unexpected("a user name in the URL");
    if (parsed->host_address().empty()) return std::unexpected("no host");
    Destination destination;
    destination.secure = secure;
    destination.host = parsed->host_address();
    destination.port = parsed->port().empty() ? (secure ? "443" : "80") : std::string(parsed->port());
    destination.authority = std::string(parsed->encoded_host_and_port());
    const std::string target(parsed->encoded_target());
    destination.target = target.starts_with('/') ? target : "/" + target;
    return destination;
}

std::expected<std::string, std::string> request_text(const HttpCall& call, const Destination& destination) {
    if (!is_token(call.method)) return std::unexpected("the method " + call.method);
    std::string text;
    text.reserve(512 + call.body.size());
    const auto add = [&text](const auto&... parts) { (text.append(parts), ...); };
    add(call.method, " ", destination.target, " HTTP/1.1\r\nHost: ", destination.authority, "\r\n");
    for (const auto& [name, value] : call.headers) {
        if (!is_token(name) || value.find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos) {
            return std::unexpected("the header " + name);
        }
        add(name, ": ", value, "\r\n");
    }
    add("User-Agent: dangol\r\n");
    const bool expects_body = call.method == "POST" || call.method == "PUT" || call.method == "PATCH";
    if (expects_body || !call.body.empty()) add("Content-Length: ", std::to_string(call.body.size()), "\r\n");
    add("\r\n", call.body);
    return text;
}

}  // namespace dangol::adapters
