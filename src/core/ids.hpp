#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>

namespace dangol {

/// An identity. Two kinds of id never mix: `OrderId` does not convert to `CafeId`. Values are opaque,
/// unguessable text (see runtime/ports.hpp, `Ids`), at most 64 characters of [A-Za-z0-9_-]. An empty value
/// means "none".
template <class Tag>
struct Id {
    std::string value;

    [[nodiscard]] bool empty() const { return value.empty(); }
    auto operator<=>(const Id&) const = default;
};

using AccountId = Id<struct AccountTag>;  ///< anyone who signs in; a guest has one too
using CafeId = Id<struct CafeTag>;        ///< a branch
using MenuId = Id<struct MenuTag>;        ///< an item of a branch's menu
using OrderId = Id<struct OrderTag>;      ///< also the id of the order's payment, ticket and delivery
using RiderId = Id<struct RiderTag>;      ///< the rider's account id

/// True when `text` may serve as an id that came from outside.
[[nodiscard]] constexpr bool is_id(std::string_view text) {
    if (text.empty() || text.size() > 64) return false;
    for (const char c : text) {
        const bool ok = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                        c == '-' || c == '_';
        if (!ok) return false;
    }
    return true;
}

}  // namespace dangol

template <class Tag>
struct std::hash<dangol::Id<Tag>> {
    std::size_t operator()(const dangol::Id<Tag>& id) const noexcept {
        return std::hash<std::string>{}(id.value);
    }
};
