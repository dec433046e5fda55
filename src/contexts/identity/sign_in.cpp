// Signing in, staying signed in, registering accounts: the work inside the writer.
#include "contexts/identity/sign_in.hpp"

#include <utility>

#include "contexts/identity/domain/account.hpp"
#include "runtime/stored.hpp"

namespace dangol::identity {
namespace {

using runtime::Reader, runtime::Row, runtime::Unit;

std::string phc_in(const std::optional<Row>& row) { return row ? row->data : std::string(); }

void store_password(Unit& unit, const AccountId& account, const std::string& phc) {
    unit.put({std::string(view::credentials), account.value, {}, 0, phc});
}

Principal principal_of(const AccountId& id, const account::Details& details, std::string session) {
    return {id, role_of(details.role), details.cafes, std::move(session)};
}

Result<OpenedSession> open_session(Unit& unit, const TokenSigner& tokens, const Settings& settings,
                                   const AccountId& account) {
    const auto& details = std::get<account::Active>(unit.load<Account>(account).state).details;
    const std::string session = unit.ids().next();
    const std::string secret = unit.ids().secret();
    const Timestamp expires = unit.now() + settings.session;
    OpenedSession opened{principal_of(account, details, session), session + "." + secret, expires};
    DANGOL_CHECK(unit.execute<Session>(
        session, session::OpenSession{account, tokens.fingerprint(secret), details.epoch, expires}));
    return opened;
}

std::string successor_of(const TokenSigner& tokens, const std::string& session, std::string_view secret) {
    return tokens.keyed_hash("refresh\n" + session + "\n" + std::string(secret));
}

/// The token that `secret` was replaced by, and that one, up to the current one.
std::optional<std::string> current_token(const TokenSigner& tokens, const std::string& session,
                                         std::string secret, const std::string& current_hash) {
    for (std::size_t step = 0; step <= session::replaced_max; ++step) {
        if (tokens.fingerprint(secret) == current_hash) return secret;
        secret = successor_of(tokens, session, secret);
    }
    return std::nullopt;  // the installation's secret was replaced in between
}

}  // namespace

// ── Sessions ───────────────────────────────────────────────────────────────────────────────────────

SignInAttempt look_up(Reader& reader, const TokenSigner& tokens, std::string login_name, std::string address,
                      Timestamp now) {
    SignInAttempt attempt{{std::move(login_name), std::move(address), {}}, {}, {}};
    if (const auto known = reader.row(view::by_login, attempt.guesser.login_name)) {
        attempt.guesser.account = AccountId{known->data};
        attempt.phc = phc_in(reader.row(view::credentials, known->data));
    }
    attempt.wait = wait_of(guesses_of(reader, tokens, attempt.guesser), now);
    return attempt;
}

Result<SignInOutcome> conclude_sign_in(Unit& unit, const TokenSigner& tokens, const Settings& settings,
                                       const SignInAttempt& attempt, bool matches) {
    // Attempts that ran side by side are counted one after the other: the wait that the first has caused
    // holds for the rest.
    const Duration wait = wait_of(guesses_of(unit, tokens, attempt.guesser), unit.now());
    if (wait > Duration::zero()) return SignInOutcome{std::nullopt, wait};

    const auto& account = attempt.guesser.account;
    const bool still_the_password =
        !attempt.phc.empty() && phc_in(unit.row(view::credentials, account.value)) == attempt.phc;
    // A disabled account behaves like an unknown name.
    const bool active =
        !account.empty() && std::holds_alternative<account::Active>(unit.load<Account>(account.value).state);
    if (!active || !matches || !still_the_password) {
        count_failure(unit, tokens, attempt.guesser);
        return SignInOutcome{};
    }
    DANGOL_CHECK(unit.execute<Account>(account, account::SignIn{account}));
    welcome(unit, tokens, attempt.guesser);
    DANGOL_TRY(auto session, open_session(unit, tokens, settings, account));
    return SignInOutcome{std::move(session), {}};
}

Result<OpenedSession> redeem_link(Unit& unit, const TokenSigner& tokens, const Settings& settings,
                                  const std::string& code, const std::optional<std::string>& phc,
                                  const std::string& address) {
    const std::string code_hash = tokens.fingerprint(code);
    const auto row = unit.row(view::by_link, code_hash);
    if (!row) return account::link_invalid();
    const AccountId account{row->data};
    DANGOL_CHECK(
        unit.execute<Account>(account, account::RedeemLink{account, code_hash, unit.now(), phc.has_value()}));
    if (phc) store_password(unit, account, *phc);
    const auto* details = account::details_of(unit.load<Account>(account).state);
    welcome(unit, tokens, {details->login_name, address, account});
    return open_session(unit, tokens, settings, account);
}

Result<OpenedSession> change_password(Unit& unit, const TokenSigner& tokens, const Settings& settings,
                                      const AccountId& account, const std::string& verified_phc,
                                      const std::string& phc) {
    if (phc_in(unit.row(view::credentials, account.value)) != verified_phc) {
        return refuse(Refusal::conflict, "password-changed-meanwhile",
                      {"그 사이에 비밀번호가 바뀌었어요. 새 비밀번호로 다시 로그인해 주세요.",
                       "The password was changed in the meantime. Sign in with the new one."});
    }
    DANGOL_CHECK(unit.execute<Account>(account, account::ChangePassword{account}));
    store_password(unit, account, phc);
    return open_session(unit, tokens, settings, account);
}

Result<std::optional<OpenedSession>> refresh_session(Unit& unit, const TokenSigner& tokens,
                                                     const Settings& settings,
                                                     const std::string& refresh_token) {
    const auto dot = refresh_token.find('.');
    if (dot == std::string::npos || !is_id(refresh_token.substr(0, dot))) return session::session_over();
    const std::string id = refresh_token.substr(0, dot);
    const auto* open = std::get_if<session::Open>(&unit.load<Session>(id).state);
    if (open == nullptr) return session::session_over();
    const AccountId account = open->account;
    const auto* details = account::details_of(unit.load<Account>(account).state);
    if (details == nullptr) return session::session_over();

    const std::string secret = refresh_token.substr(dot + 1);
    const std::string next = successor_of(tokens, id, secret);
    DANGOL_CHECK(unit.execute<Session>(
        id, session::RefreshSession{tokens.fingerprint(secret), tokens.fingerprint(next), details->epoch,
                                    unit.now(), unit.now() + settings.session, settings.refresh_grace}));
    const auto* refreshed = std::get_if<session::Open>(&unit.load<Session>(id).state);
    if (refreshed == nullptr) return std::nullopt;
    const auto current = current_token(tokens, id, next, refreshed->token_hash);
    if (!current) return session::session_over();
    return OpenedSession{principal_of(account, *details, id), id + "." + *current, refreshed->expires};
}

Result<bool> replace_hash(Unit& unit, const AccountId& account, const std::string& old_phc,
                          const std::string& phc) {
    if (phc_in(unit.row(view::credentials, account.value)) != old_phc) return false;
    store_password(unit, account, phc);
    return true;
}

// ── Rights ─────────────────────────────────────────────────────────────────────────────────────────

namespace {

/// Worded as for a token that has expired: the client does the same.
std::unexpected<Rejection> token_invalid() {
    return refuse(Refusal::unauthenticated, "token-invalid",
                  {"로그인 정보가 올바르지 않거나 만료됐어요. 다시 로그인해 주세요.",
                   "The access token is not valid or has expired. Refresh it or sign in again."});
}

Result<void> check_entitled(const account::State& account, const session::State& session,
                            const Principal& caller, Timestamp now) {
    const auto* active = std::get_if<account::Active>(&account);
    const auto* open = std::get_if<session::Open>(&session);
    const bool lives = active != nullptr && open != nullptr && open->account == caller.account &&
                       open->epoch == active->details.epoch && now < open->expires;
    if (!lives) return token_invalid();
    if (role_of(active->details.role) == caller.role) return {};
    return refuse(Refusal::forbidden, "role-not-allowed",
                  {"지금 로그인한 계정의 역할로는 할 수 없어요. 다른 계정으로 로그인해 주세요.",
                   "The role of this account may not do this. Sign in with another account."});
}

}  // namespace

Result<void> check_entitled(Unit& unit, const Principal& caller) {
    if (caller.session.empty()) return token_invalid();
    return check_entitled(unit.load<Account>(caller.account).state, unit.load<Session>(caller.session).state,
                          caller, unit.now());
}

Result<void> check_entitled(Reader& reader, const Principal& caller, Timestamp now) {
    if (caller.session.empty()) return token_invalid();
    return check_entitled(runtime::stored<Account>(reader, caller.account.value).state,
                          runtime::stored<Session>(reader, caller.session).state, caller, now);
}

// ── Accounts ───────────────────────────────────────────────────────────────────────────────────────

namespace {

std::unexpected<Rejection> login_name_taken() {
    return refuse(Refusal::conflict, "login-name-taken",
                  {"이미 쓰고 있는 아이디예요. 다른 아이디를 정해 주세요.",
                   "This login name is taken. Choose another one."});
}

std::int64_t next_number(Unit& unit) {
    const auto last = unit.row(view::marks, mark::last_number);
    const std::int64_t number = last ? last->rank + 1 : 1;
    unit.put({std::string(view::marks), std::string(mark::last_number), {}, number, {}});
    return number;
}

/// A code for the account with this login name and role, registered if there is none. 409 if the account
/// with that name has another role or is disabled.
Result<std::string> code_for(Unit& unit, const TokenSigner& tokens, const Settings& settings,
                             Registration registration) {
    if (const auto row = unit.row(view::by_login, account::normal_login_name(registration.login_name))) {
        const AccountId account{row->data};
        const auto* details = account::details_of(unit.load<Account>(account).state);
        if (details == nullptr || details->role != registration.role) return login_name_taken();
        return issue_link(unit, tokens, settings, account);
    }
    DANGOL_TRY(auto registered, register_account(unit, tokens, settings, std::move(registration)));
    return *std::move(registered.one_time_code);
}

}  // namespace

Result<Registered> register_account(Unit& unit, const TokenSigner& tokens, const Settings& settings,
                                    Registration registration) {
    const std::string login_name = account::normal_login_name(registration.login_name);
    if (unit.row(view::by_login, login_name)) return login_name_taken();

    const AccountId id{unit.ids().next()};
    DANGOL_CHECK(unit.execute<Account>(
        id, account::RegisterAccount{id, login_name, std::move(registration.display_name), registration.role,
                                     std::move(registration.cafes), next_number(unit), unit.now()}));
    Registered registered;
    if (registration.phc) {
        DANGOL_CHECK(unit.execute<Account>(id, account::ChangePassword{id}));
        store_password(unit, id, *registration.phc);
    } else {
        DANGOL_TRY(registered.one_time_code, issue_link(unit, tokens, settings, id));
        registered.code_expires_at = unit.now() + settings.link;
    }
    // Index rows are written when the batch commits, so a second registration in the same batch would not see
    // the name.
    unit.put({std::string(view::by_login), login_name, {}, 0, id.value});
    registered.account = account_resource(id, unit.load<Account>(id).state).value();
    return registered;
}

Result<std::string> issue_link(Unit& unit, const TokenSigner& tokens, const Settings& settings,
                               const AccountId& account) {
    std::string code = unit.ids().secret();
    DANGOL_CHECK(unit.execute<Account>(
        account, account::IssueLink{account, tokens.fingerprint(code), unit.now() + settings.link}));
    return code;
}

Result<std::optional<std::string>> Codes::first_operator_code(Unit& unit) const {
    if (unit.row(view::marks, mark::operator_entered)) return std::nullopt;
    return operator_code(unit, "operator");
}

Result<std::string> Codes::operator_code(Unit& unit, const std::string& login_name) const {
    return code_for(unit, tokens, settings, {login_name, "운영자", AccountRole::operator_});
}

Result<std::string> Codes::staff_code(Unit& unit, const std::string& login_name,
                                      const std::string& display_name,
                                      const std::vector<CafeId>& cafes) const {
    return code_for(unit, tokens, settings, {login_name, display_name, AccountRole::staff, cafes});
}

Result<std::string> Codes::rider_code(Unit& unit, const std::string& login_name,
                                      const std::string& display_name) const {
    return code_for(unit, tokens, settings, {login_name, display_name, AccountRole::rider});
}

}  // namespace dangol::identity
