// How accounts are found, and what follows from an operator's first sign-in.
#include "contexts/identity/aggregates.hpp"

#include "core/overloaded.hpp"

namespace dangol::identity {
namespace {

std::string status_of(const account::State& state) {
    return std::visit(Overloaded{
                          [](const account::Unregistered&) { return std::string(); },
                          [](const account::Active& in) {
                              return std::string(in.details.has_signed_in ? "active" : "invited");
                          },
                          [](const account::Disabled&) { return std::string("disabled"); },
                      },
                      state);
}

}  // namespace

std::optional<AccountResource> account_resource(const AccountId& id, const account::State& state) {
    const auto* details = account::details_of(state);
    if (details == nullptr) return std::nullopt;
    return AccountResource{id,
                           details->login_name,
                           details->display_name,
                           std::string(name_of(details->role)),
                           details->cafes,
                           status_of(state),
                           details->registered_at};
}

std::vector<runtime::Row> Account::index(const std::string& id, const State& state) {
    const auto shown = account_resource({id}, state);
    if (!shown) return {};
    // A disabled account keeps its login name: another person must never get it.
    std::vector<runtime::Row> rows{
        {std::string(view::by_login), shown->login_name, {}, 0, id},
        {std::string(view::list), id, std::string(view::list_all), account::details_of(state)->number,
         codec::to_json(*shown)},
    };
    if (const auto* active = std::get_if<account::Active>(&state); active != nullptr && active->link) {
        rows.push_back({std::string(view::by_link), active->link->code_hash, {}, 0, id});
    }
    return rows;
}

void Account::after(runtime::Unit& unit, const std::string& id, const Event& event, const State& state) {
    const bool entered =
        std::holds_alternative<LinkRedeemed>(event) || std::holds_alternative<SignedIn>(event);
    if (!entered || account::details_of(state)->role != AccountRole::operator_) return;
    if (unit.row(view::marks, mark::operator_entered)) return;
    unit.put({std::string(view::marks), std::string(mark::operator_entered), {}, 0, id});
}

}  // namespace dangol::identity
