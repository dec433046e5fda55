#include "contexts/notification/webhook_url.hpp"

#include <algorithm>

namespace dangol::notification {
namespace {

constexpr std::size_t url_max = 2'048;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_host_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-' || c == '.';
}

/// Cuts "scheme" off; false if it is another one.
bool take(std::string_view& url, std::string_view scheme) {
    if (!url.starts_with(scheme)) return false;
    url.remove_prefix(scheme.size());
    return true;
}

}  // namespace

bool is_webhook_url(std::string_view url, bool allow_insecure) {
    if (url.size() > url_max) return false;
    if (!std::ranges::all_of(
            url, [](char c) { return c > ' ' && c < '\x7f' && c != '#' && c != '\\' && c != '"'; })) {
        return false;
    }
    const bool secure = take(url, "https://");
    if (!secure && !(allow_insecure && take(url, "http://"))) return false;

    const auto authority = url.substr(0, url.find_first_of("/?"));
    const auto colon = authority.rfind(':');
    const bool has_port = colon != std::string_view::npos && !authority.ends_with(']');
    const auto host = has_port ? authority.substr(0, colon) : authority;
    if (has_port) {
        const auto port = authority.substr(colon + 1);
        if (port.empty() || port.size() > 5 || !std::ranges::all_of(port, is_digit)) return false;
    }
    if (!secure) return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
    if (host.empty() || host.size() > 253) return false;
    return std::ranges::all_of(host, is_host_character) && host.find('.') != std::string_view::npos;
}

}  // namespace dangol::notification
