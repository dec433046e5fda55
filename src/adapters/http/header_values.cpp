// Reads single header values.
#include "adapters/http/header_values.hpp"

#include <algorithm>
#include <optional>

#include "adapters/http/header_list.hpp"

namespace dangol::adapters {

namespace {

/// "0.85" as 850. A weight that is none counts as 0.
int thousandths(std::string_view weight) {
    if (weight.empty() || (weight[0] != '0' && weight[0] != '1') || weight.size() > 5) return 0;
    int value = weight[0] == '1' ? 1000 : 0;
    int place = 100;
    for (std::size_t i = 1; i < weight.size(); ++i) {
        if (i == 1 ? weight[i] != '.' : weight[i] < '0' || weight[i] > '9') return 0;
        if (i == 1) continue;
        value += (weight[i] - '0') * place;
        place /= 10;
    }
    return std::min(value, 1000);
}

std::optional<Language> chosen_language(std::string_view cookie) {
    while (!cookie.empty()) {
        const auto pair = cut(cookie, ';');
        if (pair == "lang=ko") return Language::ko;
        if (pair == "lang=en") return Language::en;
    }
    return std::nullopt;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool equals_ignoring_case(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

Language preferred_language(std::string_view accept_language, std::string_view cookie) {
    if (const auto chosen = chosen_language(cookie)) return *chosen;
    int korean = 0;
    int english = 0;
    bool english_first = false;
    while (!accept_language.empty()) {
        auto item = cut(accept_language, ',');
        const auto tag = cut(item, ';');
        int weight = 1000;
        while (!item.empty()) {
            const auto parameter = cut(item, ';');
            if (parameter.starts_with("q=")) weight = thousandths(parameter.substr(2));
        }
        const auto primary = tag.substr(0, tag.find('-'));
        if (equals_ignoring_case(primary, "ko")) korean = std::max(korean, weight);
        if (equals_ignoring_case(primary, "en")) {
            english_first = english_first || korean == 0;
            english = std::max(english, weight);
        }
    }
    return english > korean || (english == korean && english > 0 && english_first) ? Language::en
                                                                                   : Language::ko;
}

bool is_json(std::string_view content_type) {
    return equals_ignoring_case(cut(content_type, ';'), "application/json");
}

bool is_visible(std::string_view value, std::size_t size_max) {
    return !value.empty() && value.size() <= size_max &&
           std::ranges::all_of(value, [](char c) { return c > ' ' && c <= '~'; });
}

std::string_view bearer_token(std::string_view authorization) {
    constexpr std::string_view scheme = "Bearer ";
    if (!equals_ignoring_case(authorization.substr(0, scheme.size()), scheme)) return {};
    return trimmed(authorization.substr(scheme.size()));
}

}  // namespace dangol::adapters
