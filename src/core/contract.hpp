#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include "core/type_name.hpp"

namespace dangol {

/// The name of a context as a template argument.
struct ContextName {
    static constexpr std::size_t length_max = 31;
    std::array<char, length_max + 1> text{};

    template <std::size_t N>
    consteval ContextName(const char (&name)[N]) {  // NOLINT(*-explicit-*, *-c-arrays): a string literal
        static_assert(N <= length_max + 1);
        std::copy_n(static_cast<const char*>(name), N, text.begin());
    }
    [[nodiscard]] constexpr std::string_view view() const { return text.data(); }
};

/// All events that one context publishes. Each header in src/contracts defines one, with the function by
/// which an event finds it:
///
///     using Contract = dangol::Contract<"order", OrderPlaced, OrderCanceled>;
///     Contract contract_of(auto event);
///
/// An event of the context that is not in the list is private: it stays in the context's own store.
template <ContextName Name, class... Events>
struct Contract {
    static constexpr std::string_view context = Name.view();
    static constexpr std::array<std::string_view, sizeof...(Events)> types{type_name<Events>()...};
    template <class Event>
    static constexpr bool has = (std::is_same_v<Event, Events> || ...);
};

/// The contract that publishes `Event`.
template <class Event>
using ContractOf = decltype(contract_of(std::type_identity<Event>{}));

/// An event that other contexts may react to.
template <class Event>
concept Published = requires { typename ContractOf<Event>; } && ContractOf<Event>::template has<Event>;

}  // namespace dangol
