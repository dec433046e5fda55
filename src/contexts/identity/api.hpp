#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/identity/sign_in.hpp"
#include "runtime/host.hpp"
#include "runtime/http.hpp"

/// What the identity API takes and shows (api/openapi.yaml), and the functions that answer its routes.
/// identity.cpp has the list of routes.
///
/// An answer with a secret in it is never remembered under an Idempotency-Key, since that would store the
/// secret. So each of these is a task that decides once, and no command. A repeated POST /accounts finds the
/// login name taken (409) instead.
namespace dangol::identity {

/// The ports and settings that tasks work with; cheap to copy. The references live as long as the process.
struct Services {
    PasswordHasher& passwords;
    TokenSigner& tokens;
    Settings settings;
};

// ── What it shows ──────────────────────────────────────────────────────────────────────────────────

/// A session as its owner sees it.
struct SessionResource {
    AccountId account_id;
    std::string role;
    std::vector<CafeId> cafes;
    std::string access_token;
    Timestamp expires_at{};
    std::string refresh_token;
    Timestamp refresh_expires_at{};
    std::optional<Language> language;  ///< for a guest, if the request named one
};
BOOST_DESCRIBE_STRUCT(SessionResource, (),
                      (account_id, role, cafes, access_token, expires_at, refresh_token, refresh_expires_at,
                       language))

/// 201 with the session of a registered account and an access token issued now.
[[nodiscard]] runtime::Response session_answer(const runtime::Host& host, const Services& services,
                                               const OpenedSession& session);

/// 429 with the seconds to wait, rounded up.
[[nodiscard]] runtime::Response wait_answer(Duration wait, Language language);

/// The account of the caller. The names are those of a registered account.
struct CurrentResource {
    AccountId account_id;
    std::string role;
    std::vector<CafeId> cafes;
    bool guest = false;
    std::optional<std::string> login_name;
    std::optional<std::string> display_name;
};
BOOST_DESCRIBE_STRUCT(CurrentResource, (), (account_id, role, cafes, guest, login_name, display_name))

/// In the order of registration.
struct AccountPage {
    std::vector<AccountResource> items;
    std::optional<std::string> next = {};
};
BOOST_DESCRIBE_STRUCT(AccountPage, (), (items, next))

struct OneTimeCode {
    AccountId account_id;
    std::string one_time_code;
    Timestamp code_expires_at{};
};
BOOST_DESCRIBE_STRUCT(OneTimeCode, (), (account_id, one_time_code, code_expires_at))

// ── What it takes ──────────────────────────────────────────────────────────────────────────────────

struct GuestBody {
    std::optional<Language> language;
};
BOOST_DESCRIBE_STRUCT(GuestBody, (), (language))

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

struct RegisterBody {
    static constexpr std::array may_be_missing{"cafes"};
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

// ── The hasher as steps of a task ──────────────────────────────────────────────────────────────────

[[nodiscard]] inline auto hash(PasswordHasher& passwords, std::string password) {
    using Hash = Result<std::string>;
    return runtime::call<Hash>(
        [&passwords, password = std::move(password)](runtime::Callback<Hash> done) mutable {
            passwords.hash(std::move(password), std::move(done));
        });
}

/// Takes the same time for an unknown name, which has no `phc`.
[[nodiscard]] inline auto verify(PasswordHasher& passwords, std::string password, const std::string& phc) {
    using Matches = Result<bool>;
    return runtime::call<Matches>(
        [&passwords, password = std::move(password),
         phc = phc.empty() ? passwords.decoy() : phc](runtime::Callback<Matches> done) mutable {
            passwords.verify(std::move(password), std::move(phc), std::move(done));
        });
}

// ── /sessions (api_sessions.cpp) ───────────────────────────────────────────────────────────────────

using Answer = runtime::Task<Result<runtime::Response>>;

[[nodiscard]] Answer begin_guest(const runtime::Host& host, Services services, runtime::Request request);
[[nodiscard]] Answer sign_in(const runtime::Host& host, Services services, runtime::Request request);
[[nodiscard]] Answer refresh(const runtime::Host& host, Services services, runtime::Request request);
[[nodiscard]] Answer enter_by_link(const runtime::Host& host, Services services, runtime::Request request);
[[nodiscard]] Answer show_keys(const runtime::Host& host, Services services, runtime::Request request);
[[nodiscard]] Answer show_current(const runtime::Host& host, runtime::Request request);
[[nodiscard]] Answer sign_out(const runtime::Host& host, runtime::Request request);

// ── /accounts: operators register and manage people; everybody changes their own password
//    (api_accounts.cpp) ──────────────────────────────────────────────────────────────────────────

[[nodiscard]] Answer register_person(const runtime::Host& host, Services services, runtime::Request request);
[[nodiscard]] Answer new_link(const runtime::Host& host, Services services, runtime::Request request);
[[nodiscard]] Answer change_own_password(const runtime::Host& host, Services services,
                                         runtime::Request request);
[[nodiscard]] Result<runtime::Response> list_accounts(runtime::Reader& reader,
                                                      const runtime::Request& request, Timestamp now);
[[nodiscard]] Result<runtime::Response> assign_cafes(runtime::Unit& unit, const runtime::Request& request);
[[nodiscard]] Result<runtime::Response> disable_account(runtime::Unit& unit, const runtime::Request& request);

}  // namespace dangol::identity
