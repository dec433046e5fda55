#include "adapters/web/negotiation.hpp"

#include <algorithm>

#include "adapters/http/header_list.hpp"

namespace dangol::adapters::web {
namespace {

using adapters::cut, adapters::trimmed;

/// "q=0", " q=0.000"
bool is_refusal(std::string_view weight) {
    weight = trimmed(weight);
    return weight.starts_with("q=0") && weight.find_first_not_of("0.", 2) == std::string_view::npos;
}

}  // namespace

bool accepts(std::string_view accept_encoding, std::string_view encoding) {
    bool any = false;
    while (!accept_encoding.empty()) {
        auto weight = cut(accept_encoding, ',');
        const auto name = cut(weight, ';');
        if (name == encoding) return !is_refusal(weight);
        if (name == "*") any = !is_refusal(weight);
    }
    return any;
}

const Representation& best_of(const std::vector<Representation>& representations,
                              std::string_view accept_encoding) {
    for (const std::string_view encoding : {"br", "gzip"}) {
        if (!accepts(accept_encoding, encoding)) continue;
        const auto found = std::ranges::find(representations, encoding, &Representation::encoding);
        if (found != representations.end()) return *found;
    }
    const auto plain = std::ranges::find(representations, "identity", &Representation::encoding);
    return plain == representations.end() ? representations.front() : *plain;
}

bool has_already(std::string_view if_none_match, std::string_view etag) {
    while (!if_none_match.empty()) {
        auto known = cut(if_none_match, ',');
        if (known == "*") return true;
        if (known.starts_with("W/")) known.remove_prefix(2);
        if (known.size() == etag.size() + 2 && known.front() == '"' && known.back() == '"' &&
            known.substr(1, etag.size()) == etag) {
            return true;
        }
    }
    return false;
}

}  // namespace dangol::adapters::web
