#pragma once

#include <optional>
#include <string>
#include <vector>

#include "contexts/identity/domain/account.hpp"
#include "contexts/identity/ports.hpp"
#include "contexts/identity/rules.hpp"
#include "contexts/identity/views.hpp"
#include "runtime/unit.hpp"

/// Who may sign in: what a request or the program itself does inside the writer.
namespace dangol::identity {

struct Registration {
    std::string login_name;  ///< any case
    std::string display_name;
    AccountRole role = AccountRole::staff;
    std::vector<CafeId> cafes;
    std::optional<std::string> phc;  ///< of the password; without one the account is entered by a link
};

struct Registered {
    AccountView account;
    std::optional<std::string> one_time_code;  ///< if there is no password; shown once and stored nowhere
    Timestamp code_expires{};
};

/// 409 if the login name is taken.
[[nodiscard]] Result<Registered> register_account(runtime::Unit& unit, const TokenSigner& tokens,
                                                  const SessionRules& rules, Registration registration);

/// A new one-time sign-in code for an account; an earlier one is void.
[[nodiscard]] Result<std::string> issue_link(runtime::Unit& unit, const TokenSigner& tokens,
                                             const SessionRules& rules, const AccountId& account);

/// A code for the very first operator, whose account is made when it is first asked for. nullopt once an
/// operator has signed in: from then on operators register each other.
[[nodiscard]] Result<std::optional<std::string>> first_operator_code(runtime::Unit& unit,
                                                                     const TokenSigner& tokens,
                                                                     const SessionRules& rules);

/// A code for the account of this login name and role, registered if there is none: the way in for whoever
/// has the machine. 409 if the name is that of an account with another role, or of a disabled one.
[[nodiscard]] Result<std::string> code_for(runtime::Unit& unit, const TokenSigner& tokens,
                                           const SessionRules& rules, Registration registration);

}  // namespace dangol::identity
