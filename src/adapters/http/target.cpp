// Reads the request target.
#include "adapters/http/target.hpp"

#include <utility>

namespace dangol::adapters {

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

enum class Part { path, query };

std::optional<std::string> decode(std::string_view text, Part part) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
            const int low = high >= 0 ? hex_digit(text[i + 2]) : -1;
            if (low < 0) return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            i += 2;
            if (part == Part::path && c == '/') return std::nullopt;
        } else if (c == '+' && part == Part::query) {
            c = ' ';
        }
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return std::nullopt;
        decoded += c;
    }
    return decoded;
}

}  // namespace

std::optional<Target> parse_target(std::string_view target) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        const auto path = target.find_first_of("/?", scheme.size());
        target = path == std::string_view::npos ? "/" : target.substr(path);
        break;
    }
    const auto question = target.find('?');
    auto path = decode(target.substr(0, question), Part::path);
    if (!path || !path->starts_with('/')) return std::nullopt;
    Target parsed{std::move(*path), {}};
    std::string_view rest =
        question == std::string_view::npos ? std::string_view{} : target.substr(question + 1);
    while (!rest.empty()) {
        const auto end = rest.find('&');
        const auto pair = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        if (pair.empty()) continue;
        const auto equals = pair.find('=');
        auto name = decode(pair.substr(0, equals), Part::query);
        auto value = decode(equals == std::string_view::npos ? "" : pair.substr(equals + 1), Part::query);
        if (!name || !value) return std::nullopt;
        parsed.query.emplace(std::move(*name), std::move(*value));
    }
    return parsed;
}

}  // namespace dangol::adapters
