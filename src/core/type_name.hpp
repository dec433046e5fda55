#pragma once

#include <string_view>

namespace dangol {

/// The unqualified name of a type, as written in the source: `type_name<order::OrderPlaced>()` is
/// "OrderPlaced". Event types travel under this name, so renaming an event struct changes a contract
/// (api/asyncapi.yaml); the contract tests notice.
template <class T>
constexpr std::string_view type_name() {
    static constexpr std::string_view function = __PRETTY_FUNCTION__;
    static constexpr auto begin = function.find("T = ") + 4;
    static constexpr auto qualified = function.substr(begin, function.find_first_of(";]", begin) - begin);
    static constexpr auto colon = qualified.rfind(':');
    static constexpr auto name = colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
    return name;
}

}  // namespace dangol
