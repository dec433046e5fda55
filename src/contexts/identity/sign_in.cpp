#include "contexts/identity/sign_in.hpp"

#include "contexts/identity/identity_aggregates.hpp"
#include "contexts/identity/roles.hpp"
#include "contexts/identity/views.hpp"
#include "core/codec.hpp"

namespace dangol::identity {
namespace {

using runtime::Reader;
using runtime::Row;
using runtime::Unit;

std::string bucket_of(const TokenSigner& tokens, std::string_view login_name) {
    return tokens.fingerprint(login_name).substr(0, 2);
}

Failures failures_in(const std::optional<Row>& row) {
    if (!row) return {};
    auto failures = codec::from_json<Failures>(row->data);
    if (!failures) throw runtime::StoreBroken("sign-in bucket " + row->key + ": " + failures.error().message);
    return *failures;
}

std::string phc_in(const std::optional<Row>& row) { return row ? row->data : std::string(); }

void store_password(Unit& unit, const AccountId& account, const std::string& phc) {
    unit.put({std::string(view::credentials), account.value, {}, 0, phc});
}

runtime::Principal principal_of(const AccountId& id, const Account& account, std::string session) {
    return {id, role_of(account.role), account.cafes, std::move(session)};
}

Result<OpenedSession> open_session(Unit& unit, const TokenSigner& tokens, const SessionRules& rules,
                                   const AccountId& account_id) {
    const Account account = unit.load<AccountAggregate>(account_id.value).state;
    const std::string session = unit.ids().next();
    const std::string secret = unit.ids().secret();
    const Timestamp expires = unit.now() + rules.session;
    auto opened = unit.execute<SessionAggregate>(
        session, OpenSession{account_id, tokens.fingerprint(secret), account.epoch, expires});
    if (!opened) return std::unexpected(std::move(opened.error()));
    return OpenedSession{principal_of(account_id, account, session), session + "." + secret, expires};
}

SignInOutcome count_unknown(Unit& unit, const std::string& bucket) {
    const Failures failures = failures_in(unit.row(view::unknown_names, bucket));
    const Duration wait = backoff_left(failures, unit.now());
    if (wait > Duration::zero()) return {std::nullopt, wait};
    unit.put({std::string(view::unknown_names),
              bucket,
              {},
              0,
              codec::to_json(failed_again(failures, unit.now()))});
    return {};
}

}  // namespace

SignInAttempt look_up(Reader& reader, const TokenSigner& tokens, std::string login_name, Timestamp now) {
    SignInAttempt attempt{std::move(login_name), {}, {}, {}};
    if (const auto row = reader.row(view::by_login, attempt.login_name))
        attempt.account = AccountId{row->data};
    if (attempt.account.empty()) {
        const auto row = reader.row(view::unknown_names, bucket_of(tokens, attempt.login_name));
        attempt.wait = backoff_left(failures_in(row), now);
        return attempt;
    }
    const auto document = reader.document(AccountAggregate::name, attempt.account.value);
    auto account = document ? codec::from_json<Account>(document->data) : Account{};
    if (!account)
        throw runtime::StoreBroken("account " + attempt.account.value + ": " + account.error().message);
    attempt.phc = phc_in(reader.row(view::credentials, attempt.account.value));
    attempt.wait = backoff_left(account->failures, now);
    return attempt;
}

Result<SignInOutcome> conclude_sign_in(Unit& unit, const TokenSigner& tokens, const SessionRules& rules,
                                       const SignInAttempt& attempt, bool matches) {
    const std::string& id = attempt.account.value;
    // A disabled account behaves like a name that never was.
    if (id.empty() || unit.load<AccountAggregate>(id).state.status != AccountStatus::active) {
        return count_unknown(unit, bucket_of(tokens, attempt.login_name));
    }
    // Attempts that ran side by side are counted one after the other: the backoff that the first has caused
    // holds for the rest.
    const Duration wait = backoff_left(unit.load<AccountAggregate>(id).state.failures, unit.now());
    if (wait > Duration::zero()) return SignInOutcome{std::nullopt, wait};

    const bool still_the_password =
        !attempt.phc.empty() && phc_in(unit.row(view::credentials, id)) == attempt.phc;
    if (!matches || !still_the_password) {
        if (auto failed = unit.execute<AccountAggregate>(id, FailSignIn{attempt.account, unit.now()});
            !failed) {
            return std::unexpected(std::move(failed.error()));
        }
        return SignInOutcome{};
    }
    if (auto signed_in = unit.execute<AccountAggregate>(id, SignIn{attempt.account, unit.now()});
        !signed_in) {
        return std::unexpected(std::move(signed_in.error()));
    }
    auto session = open_session(unit, tokens, rules, attempt.account);
    if (!session) return std::unexpected(std::move(session.error()));
    return SignInOutcome{std::move(*session), {}};
}

Result<OpenedSession> redeem_link(Unit& unit, const TokenSigner& tokens, const SessionRules& rules,
                                  const std::string& code, const std::optional<std::string>& phc) {
    const std::string code_hash = tokens.fingerprint(code);
    const auto row = unit.row(view::by_link, code_hash);
    if (!row) return std::unexpected(link_invalid());
    const AccountId account{row->data};
    auto redeemed = unit.execute<AccountAggregate>(
        account.value, RedeemLink{account, code_hash, unit.now(), phc.has_value()});
    if (!redeemed) return std::unexpected(std::move(redeemed.error()));
    if (phc) store_password(unit, account, *phc);
    return open_session(unit, tokens, rules, account);
}

Result<OpenedSession> change_password(Unit& unit, const TokenSigner& tokens, const SessionRules& rules,
                                      const AccountId& account, const std::string& verified_phc,
                                      const std::string& phc) {
    if (phc_in(unit.row(view::credentials, account.value)) != verified_phc) {
        return refuse(Refusal::conflict, "password-changed-meanwhile",
                      {"그 사이에 비밀번호가 바뀌었습니다. 새 비밀번호로 다시 로그인해 주세요.",
                       "The password was changed in the meantime. Sign in with the new one."});
    }
    if (auto changed = unit.execute<AccountAggregate>(account.value, ChangePassword{account}); !changed) {
        return std::unexpected(std::move(changed.error()));
    }
    store_password(unit, account, phc);
    return open_session(unit, tokens, rules, account);
}

Result<std::optional<OpenedSession>> refresh_session(Unit& unit, const TokenSigner& tokens,
                                                     const SessionRules& rules,
                                                     const std::string& refresh_token) {
    const auto dot = refresh_token.find('.');
    if (dot == std::string::npos || !is_id(refresh_token.substr(0, dot)))
        return std::unexpected(session_over());
    const std::string id = refresh_token.substr(0, dot);
    const AccountId account_id = unit.load<SessionAggregate>(id).state.account;
    if (account_id.empty()) return std::unexpected(session_over());

    const Account account = unit.load<AccountAggregate>(account_id.value).state;
    const std::string next = unit.ids().secret();
    const Timestamp expires = unit.now() + rules.session;
    auto refreshed = unit.execute<SessionAggregate>(
        id, RefreshSession{tokens.fingerprint(refresh_token.substr(dot + 1)), tokens.fingerprint(next),
                           account.epoch, unit.now(), expires});
    if (!refreshed) return std::unexpected(std::move(refreshed.error()));
    if (unit.load<SessionAggregate>(id).state.status != SessionStatus::open) return std::nullopt;
    return OpenedSession{principal_of(account_id, account, id), id + "." + next, expires};
}

Result<void> revoke_session(Unit& unit, const std::string& session) {
    auto revoked = unit.execute<SessionAggregate>(session, RevokeSession{});
    if (!revoked) return std::unexpected(std::move(revoked.error()));
    return {};
}

Result<void> replace_hash(Unit& unit, const AccountId& account, const std::string& old_phc,
                          const std::string& phc) {
    if (phc_in(unit.row(view::credentials, account.value)) == old_phc) store_password(unit, account, phc);
    return {};
}

}  // namespace dangol::identity
