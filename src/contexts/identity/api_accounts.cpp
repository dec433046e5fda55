// /accounts: operators register and manage people; everybody changes their own password.
#include <utility>

#include "contexts/identity/api.hpp"
#include "contexts/identity/domain/account.hpp"
#include "runtime/query.hpp"
#include "runtime/stored.hpp"

namespace dangol::identity {
namespace {

using runtime::Host, runtime::Reader, runtime::Request, runtime::Response, runtime::Unit;

Result<AccountRole> role_in(const RegisterBody& body) {
    if (const auto role = role_named(body.role)) return *role;
    return refuse(
        Refusal::invalid, "role-unknown",
        {"role은 staff, rider, operator 중 하나로 적어 주세요.", "role must be staff, rider or operator."});
}

std::unexpected<Rejection> wrong_password() {
    return refuse(Refusal::unprocessable, "wrong-password",
                  {"현재 비밀번호가 맞지 않아요. 다시 확인해 주세요.",
                   "The current password is wrong. Check it and try again."});
}

Result<Response> execute(Unit& unit, const AccountId& id, const account::Command& command) {
    DANGOL_CHECK(unit.execute<Account>(id, command));
    return runtime::respond_with(200, account_resource(id, unit.load<Account>(id).state).value());
}

}  // namespace

Answer register_person(const Host& host, Services services, Request request) {
    DANGOL_CO_TRY(auto body, runtime::body_of<RegisterBody>(request));
    DANGOL_CO_TRY(const auto role, role_in(body));
    std::optional<std::string> phc;
    if (body.password) {
        DANGOL_CO_CHECK(account::check_password(*body.password, body.login_name));
        DANGOL_CO_TRY(phc, co_await hash(services.passwords, std::move(*body.password)));
    }
    DANGOL_CO_TRY(const auto registered,
                  co_await host.decide(request.context(), [&](Unit& unit) -> Result<Registered> {
                      DANGOL_CHECK(check_entitled(unit, request.principal));
                      return register_account(unit, services.tokens, services.settings,
                                              {body.login_name, body.display_name, role, body.cafes, phc});
                  }));
    co_return runtime::respond_with(201, registered);
}

Answer new_link(const Host& host, Services services, Request request) {
    const AccountId account{request.params.at(0)};
    DANGOL_CO_TRY(const auto code,
                  co_await host.decide(request.context(), [&](Unit& unit) -> Result<OneTimeCode> {
                      DANGOL_CHECK(check_entitled(unit, request.principal));
                      DANGOL_TRY(auto issued, issue_link(unit, services.tokens, services.settings, account));
                      return OneTimeCode{account, std::move(issued), unit.now() + services.settings.link};
                  }));
    co_return runtime::respond_with(201, code);
}

/// A wrong current password counts like a failed sign-in: a person who finds an unlocked tablet must not
/// guess freely.
Answer change_own_password(const Host& host, Services services, Request request) {
    DANGOL_CO_TRY(auto body, runtime::body_of<PasswordBody>(request));
    const auto& account = request.principal.account;
    DANGOL_CO_TRY(const auto attempt, co_await host.read([&](Reader& reader) -> Result<SignInAttempt> {
        const auto row = reader.row(view::list, account.value);
        const auto login_name = row ? runtime::data_of<AccountResource>(*row).login_name : std::string();
        DANGOL_CHECK(account::check_password(body.new_, login_name));
        return look_up(reader, services.tokens, login_name, request.client, host.now());
    }));
    if (attempt.wait > Duration::zero()) co_return wait_answer(attempt.wait, request.language);

    DANGOL_CO_TRY(const bool matches,
                  co_await verify(services.passwords, std::move(body.current), attempt.phc));
    if (!matches) {
        DANGOL_CO_TRY(const auto failed, co_await host.decide(request.context(), [&](Unit& unit) {
            return conclude_sign_in(unit, services.tokens, services.settings, attempt, false);
        }));
        if (failed.wait > Duration::zero()) co_return wait_answer(failed.wait, request.language);
        co_return wrong_password();
    }
    DANGOL_CO_TRY(const auto phc, co_await hash(services.passwords, std::move(body.new_)));
    DANGOL_CO_TRY(
        const auto session, co_await host.decide(request.context(), [&](Unit& unit) -> Result<OpenedSession> {
            DANGOL_CHECK(check_entitled(unit, request.principal));
            return change_password(unit, services.tokens, services.settings, account, attempt.phc, phc);
        }));
    co_return session_answer(host, services, session);
}

Result<Response> list_accounts(Reader& reader, const Request& request, Timestamp now) {
    DANGOL_CHECK(check_entitled(reader, request.principal, now));
    DANGOL_TRY(const auto page, runtime::page_of(request));
    runtime::RowQuery query;
    query.view = view::list;
    auto listed = runtime::rows_of(reader, query, {std::string(view::list_all)}, page);
    AccountPage accounts;
    accounts.next = std::move(listed.next);
    for (const auto& row : listed.rows) accounts.items.push_back(runtime::data_of<AccountResource>(row));
    return runtime::respond_with(200, accounts);
}

Result<Response> assign_cafes(Unit& unit, const Request& request) {
    const AccountId id{request.params.at(0)};
    DANGOL_TRY(auto body, runtime::body_of<CafesBody>(request));
    return execute(unit, id, account::AssignCafes{id, std::move(body.cafes)});
}

Result<Response> disable_account(Unit& unit, const Request& request) {
    const AccountId id{request.params.at(0)};
    return execute(unit, id, account::DisableAccount{id, request.principal.account});
}

}  // namespace dangol::identity
