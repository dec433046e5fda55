#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "contexts/identity/domain/account.hpp"
#include "runtime/http.hpp"

namespace dangol::identity {

[[nodiscard]] inline runtime::Role role_of(AccountRole role) {
    switch (role) {
        case AccountRole::staff: return runtime::Role::staff;
        case AccountRole::rider: return runtime::Role::rider;
        case AccountRole::operator_: return runtime::Role::operator_;
    }
    std::unreachable();
}

/// The role's name in tokens and in JSON: "anonymous", "customer", "staff", "rider", "operator", "service".
[[nodiscard]] inline std::string_view name_of(runtime::Role role) {
    switch (role) {
        case runtime::Role::anonymous: return "anonymous";
        case runtime::Role::customer: return "customer";
        case runtime::Role::staff: return "staff";
        case runtime::Role::rider: return "rider";
        case runtime::Role::operator_: return "operator";
        case runtime::Role::service: return "service";
    }
    std::unreachable();
}

/// The role that a person's token may name; nobody is given a token for being anonymous, and services have
/// tokens of another kind.
[[nodiscard]] inline std::optional<runtime::Role> token_role_named(std::string_view name) {
    using enum runtime::Role;
    for (const auto role : {customer, staff, rider, operator_}) {
        if (name == name_of(role)) return role;
    }
    return std::nullopt;
}

}  // namespace dangol::identity
