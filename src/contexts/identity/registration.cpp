#include "contexts/identity/registration.hpp"

#include "contexts/identity/domain/rules.hpp"
#include "contexts/identity/identity_aggregates.hpp"

namespace dangol::identity {
namespace {

using runtime::Unit;

std::unexpected<Rejection> login_name_taken() {
    return refuse(Refusal::conflict, "login-name-taken",
                  {"이미 쓰고 있는 로그인 이름입니다. 다른 이름을 골라 주세요.",
                   "This login name is taken. Choose another one."});
}

std::int64_t next_number(Unit& unit) {
    std::int64_t number = 0;
    if (const auto row = unit.row(view::marks, mark::last_number)) number = row->rank;
    ++number;
    unit.put({std::string(view::marks), std::string(mark::last_number), {}, number, {}});
    return number;
}

}  // namespace

Result<Registered> register_account(Unit& unit, const TokenSigner& tokens, const SessionRules& rules,
                                    Registration registration) {
    const std::string login_name = normal_login_name(registration.login_name);
    if (unit.row(view::by_login, login_name)) return login_name_taken();

    const AccountId id{unit.ids().next()};
    auto registered = unit.execute<AccountAggregate>(
        id.value, RegisterAccount{id, login_name, std::move(registration.display_name), registration.role,
                                  std::move(registration.cafes), next_number(unit), unit.now()});
    if (!registered) return std::unexpected(std::move(registered.error()));
    Registered result;
    if (registration.phc) {
        if (auto set = unit.execute<AccountAggregate>(id.value, ChangePassword{id}); !set) {
            return std::unexpected(std::move(set.error()));
        }
        unit.put({std::string(view::credentials), id.value, {}, 0, *registration.phc});
    } else {
        auto code = issue_link(unit, tokens, rules, id);
        if (!code) return std::unexpected(std::move(code.error()));
        result.one_time_code = std::move(*code);
        result.code_expires = unit.now() + rules.link;
    }
    // Index rows are written when the batch commits, so a second registration in the same batch would not see
    // the name.
    unit.put({std::string(view::by_login), login_name, {}, 0, id.value});
    result.account = view_of(id, unit.load<AccountAggregate>(id.value).state);
    return result;
}

Result<std::string> issue_link(Unit& unit, const TokenSigner& tokens, const SessionRules& rules,
                               const AccountId& account) {
    std::string code = unit.ids().secret();
    auto issued = unit.execute<AccountAggregate>(
        account.value, IssueLink{account, tokens.fingerprint(code), unit.now() + rules.link});
    if (!issued) return std::unexpected(std::move(issued.error()));
    return code;
}

Result<std::optional<std::string>> first_operator_code(Unit& unit, const TokenSigner& tokens,
                                                       const SessionRules& rules) {
    if (unit.row(view::marks, mark::operator_entered)) return std::nullopt;
    auto code =
        code_for(unit, tokens, rules, {"operator", "운영자", AccountRole::operator_, {}, std::nullopt});
    if (!code) return std::unexpected(std::move(code.error()));
    return std::optional(std::move(*code));
}

Result<std::string> code_for(Unit& unit, const TokenSigner& tokens, const SessionRules& rules,
                             Registration registration) {
    const AccountRole role = registration.role;
    if (const auto row = unit.row(view::by_login, normal_login_name(registration.login_name))) {
        const AccountId account{row->data};
        if (unit.load<AccountAggregate>(account.value).state.role != role) return login_name_taken();
        return issue_link(unit, tokens, rules, account);
    }
    registration.phc.reset();
    auto registered = register_account(unit, tokens, rules, std::move(registration));
    if (!registered) return std::unexpected(std::move(registered.error()));
    return *registered->one_time_code;
}

}  // namespace dangol::identity
