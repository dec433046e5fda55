#include "contexts/identity/views.hpp"

#include "core/codec.hpp"

namespace dangol::identity {
namespace {

using runtime::Row;

constexpr std::string_view everyone = "all";

std::string status_of(const Account& account) {
    if (account.status == AccountStatus::disabled) return "disabled";
    return account.has_signed_in ? "active" : "invited";
}

}  // namespace

AccountView view_of(const AccountId& id, const Account& account) {
    return {id,
            account.login_name,
            account.display_name,
            std::string(name_of(account.role)),
            account.cafes,
            status_of(account),
            account.registered_at};
}

std::vector<Row> account_rows(const AccountId& id, const Account& account) {
    // A disabled account keeps its login name: it must never come to mean somebody else.
    std::vector<Row> rows{
        {std::string(view::by_login), account.login_name, {}, 0, id.value},
        {std::string(view::list), id.value, std::string(everyone), account.number,
         codec::to_json(view_of(id, account))},
    };
    if (account.link) rows.push_back({std::string(view::by_link), account.link->code_hash, {}, 0, id.value});
    return rows;
}

AccountPage account_page(runtime::Reader& reader, std::int64_t after, std::size_t limit) {
    const auto rows = reader.rows({.view = std::string(view::list),
                                   .scope = std::string(everyone),
                                   .rank_min = after + 1,
                                   .limit = limit + 1});
    AccountPage page;
    for (const auto& row : rows) {
        if (page.items.size() == limit) {
            page.next = after;
            break;
        }
        auto account = codec::from_json<AccountView>(row.data);
        if (!account) throw runtime::StoreBroken("account row " + row.key + ": " + account.error().message);
        page.items.push_back(std::move(*account));
        after = row.rank;
    }
    return page;
}

}  // namespace dangol::identity
