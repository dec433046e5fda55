#pragma once

#include <string_view>

namespace dangol {

/// The unqualified name of a type, as written in the source: `type_name<order::OrderPlaced>()` is
/// "OrderPlaced". Event types travel under this name, so renaming an event struct changes a contract
/// (api/asyncapi.yaml); the contract tests notice.
template <class T>
constexpr std::string_view type_name() {
    std::string_view name = __PRETTY_FUNCTION__;
    const auto begin = name.find("T = ") + 4;
    const auto end = name.find_first_of(";]", begin);
    name = name.substr(begin, end - begin);
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace dangol
