#include "core/access.hpp"

#include <algorithm>

namespace dangol {

bool Principal::works_for(const CafeId& cafe) const {
    if (role == Role::operator_) return true;
    return role == Role::staff && std::ranges::find(cafes, cafe) != cafes.end();
}

bool Access::allows(Role role) const {
    switch (role) {
        case Role::anonymous: return anonymous;
        case Role::customer: return customer;
        case Role::staff: return staff;
        case Role::rider: return rider;
        case Role::operator_: return operator_;
        case Role::service: return service;
    }
    return false;
}

std::string_view name_of(Role role) {
    switch (role) {
        case Role::anonymous: return "anonymous";
        case Role::customer: return "customer";
        case Role::staff: return "staff";
        case Role::rider: return "rider";
        case Role::operator_: return "operator";
        case Role::service: return "service";
    }
    return "anonymous";
}

}  // namespace dangol
