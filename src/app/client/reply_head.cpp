#include "app/client/reply_head.hpp"

#include <algorithm>
#include <charconv>

namespace dangol::app::client {
namespace {

constexpr std::size_t head_bytes_max = 16 * 1024;

std::unexpected<std::string> broken(std::string why) { return std::unexpected(std::move(why)); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// `name` is in lower case.
bool is_field(std::string_view line, std::string_view name) {
    return line.size() > name.size() && line[name.size()] == ':' &&
           std::ranges::equal(line.substr(0, name.size()), name, {}, lower);
}

std::string_view value_of(std::string_view line) {
    line.remove_prefix(line.find(':') + 1);
    const auto first = line.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return line.substr(first, line.find_last_not_of(" \t") - first + 1);
}

template <class Number>
bool read_number(std::string_view text, Number& into) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
    return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

std::expected<std::optional<ReplyHead>, std::string> read_reply_head(std::string_view received) {
    const auto end = received.find("\r\n\r\n");
    if (end == std::string_view::npos) {
        if (received.size() > head_bytes_max) return broken("the response has an endless head");
        return std::nullopt;
    }
    auto lines = received.substr(0, end);
    ReplyHead head;
    head.head_bytes = end + 4;
    // "HTTP/1.1 200 OK"
    if (!lines.starts_with("HTTP/1.1 ") || lines.size() < 12 ||
        !read_number(lines.substr(9, 3), head.status)) {
        return broken("this is no HTTP/1.1 response");
    }
    for (auto next = lines.find("\r\n"); next != std::string_view::npos; next = lines.find("\r\n")) {
        lines.remove_prefix(next + 2);
        const auto line = lines.substr(0, lines.find("\r\n"));
        if (is_field(line, "content-length")) {
            if (!read_number(value_of(line), head.body_bytes)) return broken("Content-Length is no number");
        } else if (is_field(line, "connection")) {
            head.keep_alive = !std::ranges::equal(value_of(line), std::string_view("close"), {}, lower);
        } else if (is_field(line, "transfer-encoding")) {
            return broken("Transfer-Encoding is not understood");
        }
    }
    return head;
}

std::string_view text_of_member(std::string_view json, std::string_view name) {
    for (auto at = json.find(name); at != std::string_view::npos; at = json.find(name, at + 1)) {
        const auto after = at + name.size();
        if (at == 0 || json[at - 1] != '"' || !json.substr(after).starts_with("\":\"")) continue;
        const auto value = json.substr(after + 3);
        return value.substr(0, value.find('"'));
    }
    return {};
}

}  // namespace dangol::app::client
