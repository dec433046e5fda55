// /sessions: guests, signing in and out, refreshing, one-time links.
#include <algorithm>
#include <chrono>
#include <utility>

#include "contexts/identity/api.hpp"
#include "contexts/identity/domain/account.hpp"
#include "runtime/stored.hpp"

namespace dangol::identity {
namespace {

using runtime::Host, runtime::Reader, runtime::Request, runtime::Response, runtime::Unit;

/// Nothing is written: a guest is a random id in a signed token, so that many new customers cost the database
/// nothing. A guest's token cannot be revoked, which is acceptable for what a guest may do.
Response guest_answer(const Host& host, const Services& services, const Principal& guest,
                      std::optional<Language> language) {
    const auto now = host.now();
    const auto& settings = services.settings;
    return runtime::respond_with(
        201,
        SessionResource{guest.account,
                        std::string(name_of(guest.role)),
                        {},
                        services.tokens.issue(TokenUse::access, guest, now, settings.guest_access),
                        now + settings.guest_access,
                        services.tokens.issue(TokenUse::guest_refresh, guest, now, settings.guest_refresh),
                        now + settings.guest_refresh,
                        language});
}

/// A guest's refresh token is a JWT; others are "<session>.<secret>".
bool is_guests(const std::string& refresh_token) { return std::ranges::count(refresh_token, '.') == 2; }

/// After a successful sign-in the password is known: the moment to move an old hash to today's parameters.
/// If the hasher is too busy now, the next sign-in does it.
runtime::Task<Result<bool>> renew_hash(Host host, PasswordHasher& passwords, SignInAttempt attempt,
                                       std::string password) {
    DANGOL_CO_TRY(const auto phc, co_await hash(passwords, std::move(password)));
    co_return co_await host.decide(
        {}, [&](Unit& unit) { return replace_hash(unit, attempt.guesser.account, attempt.phc, phc); });
}

/// The login name that an open link is for.
Result<std::string> login_name_of_link(Reader& reader, const std::string& code_hash) {
    const auto link = reader.row(view::by_link, code_hash);
    const auto row = link ? reader.row(view::list, link->data) : std::nullopt;
    if (!row) return account::link_invalid();
    return runtime::data_of<AccountResource>(*row).login_name;
}

}  // namespace

Response session_answer(const Host& host, const Services& services, const OpenedSession& session) {
    const auto now = host.now();
    const auto& principal = session.principal;
    return runtime::respond_with(
        201,
        SessionResource{principal.account, std::string(name_of(principal.role)), principal.cafes,
                        services.tokens.issue(TokenUse::access, principal, now, services.settings.access),
                        now + services.settings.access, session.refresh_token, session.refresh_expires,
                        std::nullopt});
}

Response wait_answer(Duration wait, Language language) {
    return runtime::problem(account::too_many_failures().error(), wait, language);
}

Answer begin_guest(const Host& host, Services services, Request request) {
    DANGOL_CO_TRY(const auto body, runtime::body_of<GuestBody>(request));
    const Principal guest{AccountId{host.environment.ids.next()}, Role::customer, {}, {}};
    co_return guest_answer(host, services, guest, body.language);
}

Answer sign_in(const Host& host, Services services, Request request) {
    DANGOL_CO_TRY(auto body, runtime::body_of<SignInBody>(request));
    DANGOL_CO_TRY(const auto attempt, co_await host.read([&](Reader& reader) -> Result<SignInAttempt> {
        return look_up(reader, services.tokens, account::normal_login_name(body.login_name), request.client,
                       host.now());
    }));
    if (attempt.wait > Duration::zero()) co_return wait_answer(attempt.wait, request.language);

    DANGOL_CO_TRY(const bool matches, co_await verify(services.passwords, body.password, attempt.phc));
    DANGOL_CO_TRY(const auto outcome, co_await host.decide(request.context(), [&](Unit& unit) {
        return conclude_sign_in(unit, services.tokens, services.settings, attempt, matches);
    }));
    if (outcome.wait > Duration::zero()) co_return wait_answer(outcome.wait, request.language);
    if (!outcome.session) co_return account::sign_in_failed();

    if (services.passwords.needs_rehash(attempt.phc)) {  // the answer does not wait for it
        runtime::start(renew_hash(host, services.passwords, attempt, std::move(body.password)), [](auto) {});
    }
    co_return session_answer(host, services, *outcome.session);
}

Answer refresh(const Host& host, Services services, Request request) {
    DANGOL_CO_TRY(const auto body, runtime::body_of<RefreshBody>(request));
    if (is_guests(body.refresh_token)) {
        const auto guest = services.tokens.verify(TokenUse::guest_refresh, body.refresh_token, host.now());
        if (!guest) co_return session::session_over();
        co_return guest_answer(host, services, *guest, std::nullopt);
    }
    DANGOL_CO_TRY(const auto session, co_await host.decide(request.context(), [&](Unit& unit) {
        return refresh_session(unit, services.tokens, services.settings, body.refresh_token);
    }));
    if (!session) co_return session::session_over();
    co_return session_answer(host, services, *session);
}

Answer enter_by_link(const Host& host, Services services, Request request) {
    DANGOL_CO_TRY(auto body, runtime::body_of<LinkBody>(request));
    std::optional<std::string> phc;
    if (body.password) {
        // The code is looked up before the password is hashed: a wrong code must not cost us argon2.
        DANGOL_CO_TRY(const auto login_name, co_await host.read([&](Reader& reader) {
            return login_name_of_link(reader, services.tokens.fingerprint(body.code));
        }));
        DANGOL_CO_CHECK(account::check_password(*body.password, login_name));
        DANGOL_CO_TRY(phc, co_await hash(services.passwords, std::move(*body.password)));
    }
    DANGOL_CO_TRY(const auto session, co_await host.decide(request.context(), [&](Unit& unit) {
        return redeem_link(unit, services.tokens, services.settings, body.code, phc, request.client);
    }));
    co_return session_answer(host, services, session);
}

Answer show_keys(const Host&, Services services, Request) {
    return Result<Response>(runtime::json_response(200, services.tokens.jwks()));
}

Answer show_current(const Host& host, Request request) {
    const auto& principal = request.principal;
    CurrentResource current{principal.account, std::string(name_of(principal.role)),
                            principal.cafes,   principal.session.empty(),
                            std::nullopt,      std::nullopt};
    if (!current.guest) {
        DANGOL_CO_TRY(const auto row,
                      co_await host.read([&](Reader& reader) -> Result<std::optional<runtime::Row>> {
                          return reader.row(view::list, principal.account.value);
                      }));
        if (row) {
            auto account = runtime::data_of<AccountResource>(*row);
            current.login_name = std::move(account.login_name);
            current.display_name = std::move(account.display_name);
        }
    }
    co_return runtime::respond_with(200, current);
}

Answer sign_out(const Host& host, Request request) {
    const auto& session = request.principal.session;
    if (!session.empty()) {  // a guest just forgets its tokens
        DANGOL_CO_CHECK(co_await host.decide(request.context(), [&](Unit& unit) {
            return unit.execute<Session>(session, session::RevokeSession{});
        }));
    }
    Response done;
    done.status = 204;
    co_return done;
}

}  // namespace dangol::identity
