// /sessions: guests, signing in and out, refreshing, one-time links.
#include <algorithm>

#include "contexts/identity/api.hpp"
#include "contexts/identity/domain/rules.hpp"
#include "contexts/identity/domain/session.hpp"
#include "contexts/identity/roles.hpp"
#include "contexts/identity/views.hpp"
#include "runtime/reads.hpp"

namespace dangol::identity {

struct BeginGuest {
    std::optional<Language> language;
};
BOOST_DESCRIBE_STRUCT(BeginGuest, (), (language))

struct SignInBody {
    std::string login_name;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(SignInBody, (), (login_name, password))

struct RefreshBody {
    std::string refresh_token;
};
BOOST_DESCRIBE_STRUCT(RefreshBody, (), (refresh_token))

struct LinkBody {
    std::string code;
    std::optional<std::string> password;
};
BOOST_DESCRIBE_STRUCT(LinkBody, (), (code, password))

/// Who is asking. The names are those of a registered account.
struct WhoAmI {
    AccountId account_id;
    std::string role;
    std::vector<CafeId> cafes;
    bool guest = false;
    std::optional<std::string> login_name;
    std::optional<std::string> display_name;
};
BOOST_DESCRIBE_STRUCT(WhoAmI, (), (account_id, role, cafes, guest, login_name, display_name))

namespace {

using runtime::Access;
using runtime::Method;
using runtime::Principal;
using runtime::problem;
using runtime::Reader;
using runtime::Request;
using runtime::Respond;
using runtime::respond_with;
using runtime::Response;
using runtime::Role;
using runtime::Unit;

/// Nothing is written: a guest is a random id in a signed token, so that a street full of new customers costs
/// the database nothing. It cannot be revoked either, which is fair for what a guest may do.
SessionView guest_session(const Api& api, const Principal& guest, std::optional<Language> language) {
    const Timestamp now = api.now();
    return {guest.account,
            std::string(name_of(guest.role)),
            {},
            api.tokens.issue(TokenUse::access, guest, now, api.rules.guest_access),
            now + api.rules.guest_access,
            api.tokens.issue(TokenUse::guest_refresh, guest, now, api.rules.guest_refresh),
            now + api.rules.guest_refresh,
            language};
}

void begin_guest(const Api& api, const Request& request, Respond respond) {
    const auto body = runtime::body_of<BeginGuest>(request);
    if (!body) return respond(problem(body.error(), request.language));
    const Principal guest{AccountId{api.host.environment.ids.next()}, Role::customer, {}, {}};
    respond(respond_with(201, guest_session(api, guest, body->language)));
}

/// After a successful sign-in the password is at hand for once: the moment to move an old hash to today's
/// parameters.
void renew_hash(const Api& api, const SignInAttempt& attempt, std::string password) {
    if (!api.passwords.needs_rehash(attempt.phc)) return;
    api.passwords.hash(std::move(password), [api, attempt](Result<std::string> phc) {
        if (!phc) return;  // too busy now; the next sign-in will do it
        api.host.writer.submit<void>(
            {},
            [attempt, phc = *phc](Unit& unit) {
                return replace_hash(unit, attempt.account, attempt.phc, phc);
            },
            [](const Result<void>&) {});
    });
}

void compare_password(const Api& api, Request request, Respond respond, SignInAttempt attempt,
                      std::string password) {
    auto phc = attempt.phc.empty() ? api.passwords.decoy() : attempt.phc;
    api.passwords.verify(password, std::move(phc),
                         [api, request = std::move(request), respond = std::move(respond),
                          attempt = std::move(attempt), password](Result<bool> matches) mutable {
                             if (!matches) return respond(problem(matches.error(), request.language));
                             run_secret<SignInOutcome>(
                                 api, request, std::move(respond),
                                 [api, attempt, matches = *matches](Unit& unit) {
                                     return conclude_sign_in(unit, api.tokens, api.rules, attempt, matches);
                                 },
                                 [api, attempt, password = std::move(password),
                                  language = request.language](SignInOutcome outcome) {
                                     if (outcome.wait > Duration::zero())
                                         return wait_problem(outcome.wait, language);
                                     if (!outcome.session) return problem(sign_in_failed(), language);
                                     renew_hash(api, attempt, password);
                                     return respond_with(201, session_view(api, *outcome.session));
                                 });
                         });
}

void sign_in(const Api& api, Request request, Respond respond) {
    auto body = runtime::body_of<SignInBody>(request);
    if (!body) return respond(problem(body.error(), request.language));
    api.host.reads.read([api, request = std::move(request), respond = std::move(respond),
                         body = std::move(*body)](Reader& reader) mutable {
        auto attempt = look_up(reader, api.tokens, normal_login_name(body.login_name), api.now());
        if (attempt.wait > Duration::zero()) return respond(wait_problem(attempt.wait, request.language));
        compare_password(api, std::move(request), std::move(respond), std::move(attempt),
                         std::move(body.password));
    });
}

void refresh(const Api& api, const Request& request, Respond respond) {
    auto body = runtime::body_of<RefreshBody>(request);
    if (!body) return respond(problem(body.error(), request.language));
    const bool guest =
        std::ranges::count(body->refresh_token, '.') == 2;  // a JWT; others are "<session>.<secret>"
    if (guest) {
        const auto principal = api.tokens.verify(TokenUse::guest_refresh, body->refresh_token, api.now());
        if (!principal) return respond(problem(session_over(), request.language));
        return respond(respond_with(201, guest_session(api, *principal, std::nullopt)));
    }
    run_secret<std::optional<OpenedSession>>(
        api, request, std::move(respond),
        [api, token = std::move(body->refresh_token)](Unit& unit) {
            return refresh_session(unit, api.tokens, api.rules, token);
        },
        [api, language = request.language](const std::optional<OpenedSession>& session) {
            return session ? respond_with(201, session_view(api, *session))
                           : problem(session_over(), language);
        });
}

void redeem(const Api& api, const Request& request, Respond respond, std::string code,
            std::optional<std::string> phc) {
    run_secret<OpenedSession>(
        api, request, std::move(respond),
        [api, code = std::move(code), phc = std::move(phc)](Unit& unit) {
            return redeem_link(unit, api.tokens, api.rules, code, phc);
        },
        [api](const OpenedSession& session) { return respond_with(201, session_view(api, session)); });
}

void enter_by_link(const Api& api, Request request, Respond respond) {
    auto body = runtime::body_of<LinkBody>(request);
    if (!body) return respond(problem(body.error(), request.language));
    if (!body->password) return redeem(api, request, std::move(respond), std::move(body->code), std::nullopt);
    // The code is looked at before the password is hashed: a wrong code must not cost us argon2.
    api.host.reads.read([api, request = std::move(request), respond = std::move(respond),
                         body = std::move(*body)](Reader& reader) mutable {
        const auto link = reader.row(view::by_link, api.tokens.fingerprint(body.code));
        const auto row = link ? reader.row(view::list, link->data) : std::nullopt;
        if (!row) return respond(problem(link_invalid(), request.language));
        const auto account = codec::from_json<AccountView>(row->data);
        if (!account) throw runtime::StoreBroken("account row " + row->key + ": " + account.error().message);
        if (auto ok = check_password(*body.password, account->login_name); !ok) {
            return respond(problem(ok.error(), request.language));
        }
        api.passwords.hash(std::move(*body.password),
                           [api, request = std::move(request), respond = std::move(respond),
                            code = std::move(body.code)](Result<std::string> phc) mutable {
                               if (!phc) return respond(problem(phc.error(), request.language));
                               redeem(api, request, std::move(respond), std::move(code), std::move(*phc));
                           });
    });
}

void sign_out(const Api& api, const Request& request, Respond respond) {
    Response done;
    done.status = 204;
    if (request.principal.session.empty())
        return respond(std::move(done));  // a guest just forgets its tokens
    api.host.writer.submit<void>(
        origin_of(request),
        [session = request.principal.session](Unit& unit) { return revoke_session(unit, session); },
        [respond = std::move(respond), done = std::move(done),
         language = request.language](Result<void> revoked) mutable {
            respond(revoked ? std::move(done) : problem(revoked.error(), language));
        });
}

void who_am_i(const Api& api, Request request, Respond respond) {
    const auto& principal = request.principal;
    WhoAmI me{principal.account,
              std::string(name_of(principal.role)),
              principal.cafes,
              principal.session.empty(),
              {},
              {}};
    if (me.guest) return respond(respond_with(200, me));
    api.host.reads.read([me = std::move(me), respond = std::move(respond)](Reader& reader) mutable {
        if (const auto row = reader.row(view::list, me.account_id.value)) {
            if (auto account = codec::from_json<AccountView>(row->data)) {
                me.login_name = account->login_name;
                me.display_name = account->display_name;
            }
        }
        respond(respond_with(200, me));
    });
}

}  // namespace

SessionView session_view(const Api& api, const OpenedSession& session) {
    const Timestamp now = api.now();
    return {session.principal.account,
            std::string(name_of(session.principal.role)),
            session.principal.cafes,
            api.tokens.issue(TokenUse::access, session.principal, now, api.rules.access),
            now + api.rules.access,
            session.refresh_token,
            session.refresh_expires,
            std::nullopt};
}

runtime::Writer::Origin origin_of(const Request& request) { return {request.id, request.traceparent, {}}; }

Response wait_problem(Duration wait, Language language) {
    auto response = problem(too_many_failures(), language);
    std::erase_if(response.headers, [](const auto& header) { return header.first == "Retry-After"; });
    response.headers.emplace_back("Retry-After",
                                  std::to_string(std::chrono::ceil<std::chrono::seconds>(wait).count()));
    return response;
}

std::vector<runtime::Route> session_routes(const Api& api) {
    const auto with_api = [api](auto handler) {
        return [api, handler](Request request, Respond respond) {
            handler(api, std::move(request), std::move(respond));
        };
    };
    return {
        {Method::post, "/sessions/guest", Access::anyone(), with_api(begin_guest)},
        {Method::post, "/sessions", Access::anyone(), with_api(sign_in)},
        {Method::post, "/sessions/refresh", Access::anyone(), with_api(refresh)},
        {Method::post, "/sessions/link", Access::anyone(), with_api(enter_by_link)},
        {Method::get, "/sessions/jwks", Access::anyone(),
         [api](const Request&, Respond respond) { respond(runtime::json_response(200, api.tokens.jwks())); }},
        {Method::get, "/sessions/current", Access::signed_in(), with_api(who_am_i)},
        {Method::del, "/sessions/current", Access::signed_in(), with_api(sign_out)},
    };
}

}  // namespace dangol::identity
