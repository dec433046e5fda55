// /accounts: operators register and manage people; everybody changes their own password.
#include <charconv>

#include "contexts/identity/api.hpp"
#include "contexts/identity/domain/rules.hpp"
#include "contexts/identity/identity_aggregates.hpp"
#include "contexts/identity/registration.hpp"
#include "contexts/identity/views.hpp"
#include "runtime/endpoint.hpp"
#include "runtime/reads.hpp"

namespace dangol::identity {

struct RegisterBody {
    std::string login_name;
    std::string display_name;
    std::string role;
    std::vector<CafeId> cafes;
    std::optional<std::string> password;
};
BOOST_DESCRIBE_STRUCT(RegisterBody, (), (login_name, display_name, role, cafes, password))

struct CafesBody {
    std::vector<CafeId> cafes;
};
BOOST_DESCRIBE_STRUCT(CafesBody, (), (cafes))

struct PasswordBody {
    std::string current;
    std::string new_;  ///< "new" on the wire
};
BOOST_DESCRIBE_STRUCT(PasswordBody, (), (current, new_))

struct OneTimeCode {
    AccountId account_id;
    std::string one_time_code;
    Timestamp code_expires_at{};
};
BOOST_DESCRIBE_STRUCT(OneTimeCode, (), (account_id, one_time_code, code_expires_at))

/// The answer to a registration. The code is there if no password was given.
struct RegisteredView {
    AccountView account;
    std::optional<std::string> one_time_code;
    std::optional<Timestamp> code_expires_at;
};
BOOST_DESCRIBE_STRUCT(RegisteredView, (), (account, one_time_code, code_expires_at))

namespace {

using runtime::Access;
using runtime::Method;
using runtime::problem;
using runtime::Reader;
using runtime::Request;
using runtime::Respond;
using runtime::respond_with;
using runtime::Response;
using runtime::Unit;

constexpr Access operators_only{.operator_ = true};
/// Guests have no password.
constexpr Access registered{.staff = true, .rider = true, .operator_ = true};

std::unexpected<Rejection> role_unknown() {
    return refuse(
        Refusal::invalid, "role-unknown",
        {"role은 staff, rider, operator 중 하나여야 합니다.", "role must be staff, rider or operator."});
}

void finish_registration(const Api& api, const Request& request, Respond respond, Registration registration) {
    run_secret<Registered>(
        api, request, std::move(respond),
        [api, registration = std::move(registration)](Unit& unit) {
            return register_account(unit, api.tokens, api.rules, registration);
        },
        [](Registered registered) {
            RegisteredView view{std::move(registered.account), std::move(registered.one_time_code), {}};
            if (view.one_time_code) view.code_expires_at = registered.code_expires;
            return respond_with(201, view);
        });
}

void register_person(const Api& api, Request request, Respond respond) {
    auto body = runtime::body_of<RegisterBody>(request);
    if (!body) return respond(problem(body.error(), request.language));
    const auto role = role_named(body->role);
    if (!role) return respond(problem(role_unknown().error(), request.language));
    Registration registration{body->login_name, body->display_name, *role, std::move(body->cafes),
                              std::nullopt};
    if (!body->password)
        return finish_registration(api, request, std::move(respond), std::move(registration));
    if (auto ok = check_password(*body->password, body->login_name); !ok) {
        return respond(problem(ok.error(), request.language));
    }
    api.passwords.hash(std::move(*body->password),
                       [api, request = std::move(request), respond = std::move(respond),
                        registration = std::move(registration)](Result<std::string> phc) mutable {
                           if (!phc) return respond(problem(phc.error(), request.language));
                           registration.phc = std::move(*phc);
                           finish_registration(api, request, std::move(respond), std::move(registration));
                       });
}

void list_accounts(const Api& api, Request request, Respond respond) {
    runtime::run_query(api.host, std::move(request), std::move(respond),
                       [](Reader& reader, const Request& asked) -> Result<Response> {
                           const auto limit = runtime::limit_of(asked);
                           if (!limit) return std::unexpected(limit.error());
                           std::int64_t after = 0;
                           if (const auto given = asked.query.find("after"); given != asked.query.end()) {
                               const auto* const end = given->second.data() + given->second.size();
                               const auto parsed = std::from_chars(given->second.data(), end, after);
                               if (parsed.ec != std::errc{} || parsed.ptr != end || after < 0) {
                                   return refuse(Refusal::invalid, "invalid-after",
                                                 {"after에는 앞 페이지의 next 값을 그대로 넣어 주세요.",
                                                  "Give after the value of next from the page before."});
                               }
                           }
                           return respond_with(200, account_page(reader, after, *limit));
                       });
}

/// Runs one command on the account in the path and answers with the account.
void command_account(const Api& api, Request request, Respond respond,
                     std::function<Result<AccountCommand>(const AccountId&, const Request&)> command) {
    runtime::run_command(
        api.host, std::move(request), std::move(respond),
        [command = std::move(command)](Unit& unit, const Request& asked) -> Result<Response> {
            const AccountId id{asked.params.at(0)};
            const auto wanted = command(id, asked);
            if (!wanted) return std::unexpected(wanted.error());
            auto done = unit.execute<AccountAggregate>(id.value, *wanted);
            if (!done) return std::unexpected(std::move(done.error()));
            return respond_with(200, view_of(id, unit.load<AccountAggregate>(id.value).state));
        });
}

void assign_cafes(const Api& api, Request request, Respond respond) {
    command_account(api, std::move(request), std::move(respond),
                    [](const AccountId& id, const Request& asked) -> Result<AccountCommand> {
                        auto body = runtime::body_of<CafesBody>(asked);
                        if (!body) return std::unexpected(std::move(body.error()));
                        return AssignCafes{id, std::move(body->cafes)};
                    });
}

void disable_account(const Api& api, Request request, Respond respond) {
    command_account(api, std::move(request), std::move(respond),
                    [](const AccountId& id, const Request& asked) -> Result<AccountCommand> {
                        return DisableAccount{id, asked.principal.account};
                    });
}

void new_link(const Api& api, const Request& request, Respond respond) {
    const AccountId account{request.params.at(0)};
    run_secret<OneTimeCode>(
        api, request, std::move(respond),
        [api, account](Unit& unit) -> Result<OneTimeCode> {
            auto code = issue_link(unit, api.tokens, api.rules, account);
            if (!code) return std::unexpected(std::move(code.error()));
            return OneTimeCode{account, std::move(*code), unit.now() + api.rules.link};
        },
        [](const OneTimeCode& code) { return respond_with(201, code); });
}

std::unexpected<Rejection> wrong_password() {
    return refuse(Refusal::unprocessable, "wrong-password",
                  {"현재 비밀번호가 맞지 않습니다. 다시 확인해 주세요.",
                   "The current password is wrong. Check it and try again."});
}

/// A wrong current password counts like a failed sign-in: whoever finds an unlocked tablet must not guess
/// freely.
void count_wrong_password(const Api& api, const Request& request, Respond respond,
                          const SignInAttempt& attempt) {
    run_secret<SignInOutcome>(
        api, request, std::move(respond),
        [api, attempt](Unit& unit) { return conclude_sign_in(unit, api.tokens, api.rules, attempt, false); },
        [language = request.language](const SignInOutcome& outcome) {
            if (outcome.wait > Duration::zero()) return wait_problem(outcome.wait, language);
            return problem(wrong_password().error(), language);
        });
}

void store_new_password(const Api& api, Request request, Respond respond, std::string current_phc,
                        std::string new_password) {
    api.passwords.hash(
        std::move(new_password), [api, request = std::move(request), respond = std::move(respond),
                                  current_phc = std::move(current_phc)](Result<std::string> phc) mutable {
            if (!phc) return respond(problem(phc.error(), request.language));
            run_secret<OpenedSession>(
                api, request, std::move(respond),
                [api, account = request.principal.account, current_phc, phc = std::move(*phc)](Unit& unit) {
                    return change_password(unit, api.tokens, api.rules, account, current_phc, phc);
                },
                [api](const OpenedSession& session) {
                    return respond_with(201, session_view(api, session));
                });
        });
}

void change_own_password(const Api& api, Request request, Respond respond) {
    auto body = runtime::body_of<PasswordBody>(request);
    if (!body) return respond(problem(body.error(), request.language));
    api.host.reads.read([api, request = std::move(request), respond = std::move(respond),
                         body = std::move(*body)](Reader& reader) mutable {
        const auto row = reader.row(view::list, request.principal.account.value);
        const auto account = codec::from_json<AccountView>(row ? row->data : "{}");
        if (!account) throw runtime::StoreBroken("account row: " + account.error().message);
        if (auto ok = check_password(body.new_, account->login_name); !ok) {
            return respond(problem(ok.error(), request.language));
        }
        auto attempt = look_up(reader, api.tokens, account->login_name, api.now());
        if (attempt.wait > Duration::zero()) return respond(wait_problem(attempt.wait, request.language));
        auto phc = attempt.phc.empty() ? api.passwords.decoy() : attempt.phc;
        api.passwords.verify(
            std::move(body.current), std::move(phc),
            [api, request = std::move(request), respond = std::move(respond), attempt = std::move(attempt),
             wanted = std::move(body.new_)](Result<bool> matches) mutable {
                if (!matches) return respond(problem(matches.error(), request.language));
                if (!*matches) return count_wrong_password(api, request, std::move(respond), attempt);
                store_new_password(api, std::move(request), std::move(respond), attempt.phc,
                                   std::move(wanted));
            });
    });
}

}  // namespace

std::vector<runtime::Route> account_routes(const Api& api) {
    const auto with_api = [api](auto handler) {
        return [api, handler](Request request, Respond respond) {
            handler(api, std::move(request), std::move(respond));
        };
    };
    return {
        {Method::post, "/accounts", operators_only, with_api(register_person)},
        {Method::get, "/accounts", operators_only, with_api(list_accounts)},
        {Method::post, "/accounts/{id}/cafes", operators_only, with_api(assign_cafes)},
        {Method::post, "/accounts/{id}/disable", operators_only, with_api(disable_account)},
        {Method::post, "/accounts/{id}/link", operators_only, with_api(new_link)},
        {Method::post, "/accounts/current/password", registered, with_api(change_own_password)},
    };
}

}  // namespace dangol::identity
