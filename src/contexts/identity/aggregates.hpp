#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/identity/domain/account.hpp"
#include "contexts/identity/domain/session.hpp"
#include "runtime/unit.hpp"

/// The aggregates as the runtime knows them (runtime/aggregate.hpp).
///
///     view                key                      data
///     accounts.by_login   login name               account id
///     accounts.by_link    hash of the link's code  account id
///     accounts.list       account id               AccountResource; ranked by `number`
///     accounts.marks      "last-number"            the number of the account registered last
///                         "operator-entered"       account id of the first operator who has signed in
///     credentials         account id               PHC string: a row, because events and documents travel
///     sign_in.failures    a counter (guesses.hpp)  Failures
///     sign_in.known       account id, slot         keyed hash of an address from which it has signed in
namespace dangol::identity {

namespace view {
inline constexpr std::string_view by_login = "accounts.by_login";
inline constexpr std::string_view by_link = "accounts.by_link";
inline constexpr std::string_view list = "accounts.list";
inline constexpr std::string_view list_all = "all";
inline constexpr std::string_view marks = "accounts.marks";
inline constexpr std::string_view credentials = "credentials";
inline constexpr std::string_view failures = "sign_in.failures";
inline constexpr std::string_view known_addresses = "sign_in.known";
}  // namespace view

namespace mark {
inline constexpr std::string_view last_number = "last-number";
inline constexpr std::string_view operator_entered = "operator-entered";
}  // namespace mark

/// An account as the API shows it to operators.
struct AccountResource {
    AccountId account_id;
    std::string login_name;
    std::string display_name;
    std::string role;
    std::vector<CafeId> cafes;
    std::string status;  ///< "invited" until the first sign-in, then "active"; "disabled"
    Timestamp registered_at{};
};
BOOST_DESCRIBE_STRUCT(AccountResource, (),
                      (account_id, login_name, display_name, role, cafes, status, registered_at))

/// Nothing while there is no account.
[[nodiscard]] std::optional<AccountResource> account_resource(const AccountId& id,
                                                              const account::State& state);

struct Account {
    static constexpr std::string_view name = "Account";
    using State = account::State;
    using Command = account::Command;
    using Event = account::Event;

    [[nodiscard]] static std::vector<runtime::Row> index(const std::string& id, const State& state);
    /// Marks for good that an operator has signed in: from then on the program prints no more codes at its
    /// start.
    static void after(runtime::Unit& unit, const std::string& id, const Event& event, const State& state);
};

struct Session {
    static constexpr std::string_view name = "Session";
    using State = session::State;
    using Command = session::Command;
    using Event = session::Event;
};

}  // namespace dangol::identity
