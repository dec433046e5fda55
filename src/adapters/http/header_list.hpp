#pragma once

#include <string_view>

/// A header value as the list that it is (RFC 9110 §5.6.1).
namespace dangol::adapters {

/// Without spaces and tabs at its ends.
[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Cuts `rest` at the first `separator` and gives what stood before it, trimmed.
[[nodiscard]] inline std::string_view cut(std::string_view& rest, char separator) {
    const auto end = rest.find(separator);
    const auto part = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    return trimmed(part);
}

}  // namespace dangol::adapters
