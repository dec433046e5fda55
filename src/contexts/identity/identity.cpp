// The identity context on one page. It publishes nothing, reacts to nothing and has no deadlines: what
// expires is compared with the clock when it is used.
#include "contexts/identity/identity.hpp"

#include "contexts/identity/aggregates.hpp"
#include "contexts/identity/api.hpp"

namespace dangol::identity {
namespace {

using runtime::Context, runtime::Host, runtime::Request;

constexpr Access operators{.operator_ = true};
/// Guests have no password.
constexpr Access registered{.staff = true, .rider = true, .operator_ = true};

}  // namespace

Context make(Settings settings, PasswordHasher& passwords, TokenSigner& tokens) {
    Context identity("identity");
    identity.aggregate(Account{});
    identity.aggregate(Session{});
    identity.audit_log<AccountRegistered, StaffAssigned, LinkIssued, AccountDisabled>();

    const auto with_services = [services = Services{passwords, tokens, settings}](auto answer) {
        return [services, answer](const Host& host, Request request) {
            return answer(host, services, std::move(request));
        };
    };
    identity.post("/sessions/guest", Access::anyone(), with_services(begin_guest));
    identity.post("/sessions", Access::anyone(), with_services(sign_in));
    identity.post("/sessions/refresh", Access::anyone(), with_services(refresh));
    identity.post("/sessions/link", Access::anyone(), with_services(enter_by_link));
    identity.get("/sessions/jwks", Access::anyone(), with_services(show_keys));
    identity.get("/sessions/current", Access::signed_in(), show_current);
    identity.del("/sessions/current", Access::signed_in(), sign_out);

    identity.post("/accounts", operators, with_services(register_person));
    identity.get("/accounts", operators, list_accounts);
    identity.post("/accounts/{id}/cafes", operators, assign_cafes);
    identity.post("/accounts/{id}/disable", operators, disable_account);
    identity.post("/accounts/{id}/link", operators, with_services(new_link));
    identity.post("/accounts/current/password", registered, with_services(change_own_password));
    return identity;
}

}  // namespace dangol::identity
