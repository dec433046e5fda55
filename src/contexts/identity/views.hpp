#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/identity/domain/account.hpp"
#include "runtime/store.hpp"

/// The rows by which accounts are found.
///
///     view                key                      data
///     accounts.by_login   login name               account id
///     accounts.by_link    hash of the link's code  account id
///     accounts.list       account id               AccountView; ranked by `number`
///     accounts.marks      "last-number"            the number of the account registered last
///                         "operator-entered"       account id of the first operator who has signed in
///     credentials         account id               PHC string: in a row, because events travel and this must
///     not sign_in.unknown     bucket of a login name   Failures of names that do not exist (sign_in.hpp)
namespace dangol::identity {

namespace view {
constexpr std::string_view by_login = "accounts.by_login";
constexpr std::string_view by_link = "accounts.by_link";
constexpr std::string_view list = "accounts.list";
constexpr std::string_view marks = "accounts.marks";
constexpr std::string_view credentials = "credentials";
constexpr std::string_view unknown_names = "sign_in.unknown";
}  // namespace view

namespace mark {
constexpr std::string_view last_number = "last-number";
constexpr std::string_view operator_entered = "operator-entered";
}  // namespace mark

/// An account as the API shows it to operators.
struct AccountView {
    AccountId account_id;
    std::string login_name;
    std::string display_name;
    std::string role;
    std::vector<CafeId> cafes;
    std::string status;  ///< "invited" until the first sign-in, then "active"; "disabled"
    Timestamp registered_at{};
};
BOOST_DESCRIBE_STRUCT(AccountView, (),
                      (account_id, login_name, display_name, role, cafes, status, registered_at))

[[nodiscard]] AccountView view_of(const AccountId& id, const Account& account);
[[nodiscard]] std::vector<runtime::Row> account_rows(const AccountId& id, const Account& account);

/// One page of accounts in the order of registration. `next`, if there is more, is the `after` of the next
/// page.
struct AccountPage {
    std::vector<AccountView> items;
    std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(AccountPage, (), (items, next))

[[nodiscard]] AccountPage account_page(runtime::Reader& reader, std::int64_t after, std::size_t limit);

}  // namespace dangol::identity
