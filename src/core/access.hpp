#pragma once

#include <string>
#include <vector>

#include <boost/describe/enum.hpp>

#include "core/ids.hpp"
#include "core/time.hpp"

/// Roles and access rights, as all contexts and the HTTP server use them.
namespace dangol {

/// The roles an account can have. A guest is a customer without a password. `service` is another process of
/// this installation: no account has it, and routes for people do not admit it.
enum class Role { anonymous, customer, staff, rider, operator_, service };
BOOST_DESCRIBE_ENUM(Role, anonymous, customer, staff, rider, operator_, service)

/// The authenticated caller, as the verified token describes it.
struct Principal {
    AccountId account;
    Role role = Role::anonymous;
    std::vector<CafeId> cafes;             ///< for staff: the branches they work for
    std::string session = {};              ///< of a registered account: its session; empty for a guest
    Timestamp expires = Timestamp::max();  ///< from then on the token is not accepted any more

    [[nodiscard]] bool signed_in() const { return role != Role::anonymous; }
    [[nodiscard]] bool is_operator() const { return role == Role::operator_; }
    /// Staff of that branch, or the operator.
    [[nodiscard]] bool works_for(const CafeId& cafe) const;
};

/// The roles of those who work: they get their answers before everybody else does.
[[nodiscard]] constexpr bool works(Role role) { return role != Role::anonymous && role != Role::customer; }

/// The roles that may use a route. Deny by default: an empty set admits nobody.
struct Access {
    bool anonymous = false;
    bool customer = false;
    bool staff = false;
    bool rider = false;
    bool operator_ = false;
    bool service = false;

    [[nodiscard]] bool allows(Role role) const;
    static constexpr Access anyone() { return {true, true, true, true, true, false}; }
    static constexpr Access signed_in() { return {false, true, true, true, true, false}; }
};

/// "customer", "operator" …: the role's name on the wire.
[[nodiscard]] std::string_view name_of(Role role);

}  // namespace dangol
