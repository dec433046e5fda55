// The identity context on one page. It reacts to nothing and has no deadlines: what expires is compared with
// the clock when it is used.
#include "contexts/identity/identity.hpp"

#include "contexts/identity/aggregates.hpp"
#include "contexts/identity/api.hpp"
#include "contracts/identity.hpp"

namespace dangol::identity {
namespace {

using runtime::Context, runtime::Host, runtime::Limit, runtime::Per, runtime::Request;
using namespace std::chrono_literals;

constexpr Access operators{.operator_ = true};
/// Guests have no password.
constexpr Access registered{.staff = true, .rider = true, .operator_ = true};

// A guest costs nothing, but each could order; a password costs the hasher's time. Wrong passwords have
// limits of their own (domain/guessing.hpp), which survive a restart.
constexpr Limit guests{.name = "guests", .per = Per::client, .rate = {.burst = 300, .each = 1s}};
constexpr Limit sign_ins{.name = "sign-ins", .per = Per::client, .rate = {.burst = 100, .each = 1s}};
constexpr Limit refreshes{.name = "refreshes", .per = Per::client, .rate = {.burst = 600, .each = 200ms}};
constexpr Limit wrong_codes{
    .name = "codes", .per = Per::client, .rate = {.burst = 20, .each = 10s}, .failure = "link-invalid"};
constexpr Limit registrations{
    .name = "registrations", .per = Per::account, .rate = {.burst = 300, .each = 2s}};

/// A token may be taken for somewhat longer than it says: the clocks of two processes differ.
constexpr auto clocks_differ_by = std::chrono::minutes{1};

/// A restart within the life of an access token must not give a disabled account its rights back.
void tell_of_recent(runtime::Reader& reader, const RightsEnded& rights_ended, Timestamp now, Duration life) {
    constexpr std::size_t looked_at = 5000;
    runtime::EventQuery newest;
    newest.newest_first = true;
    newest.limit = looked_at;
    for (const auto& event : reader.events(newest)) {
        if (event.time + life <= now) return;
        if (event.type == type_name<AccountDisabled>()) {
            rights_ended(AccountId{event.subject}, event.time + life);
        }
    }
}

/// A command that the caller's account may still give.
auto still_entitled(auto command) {
    return [command](runtime::Unit& unit, const Request& request) -> Result<runtime::Response> {
        DANGOL_CHECK(check_entitled(unit, request.principal));
        return command(unit, request);
    };
}

void tell(Context& identity, const RightsEnded& rights_ended, Duration life) {
    identity.on_committed([rights_ended, life](auto events) {
        for (const auto& event : events) {
            if (event->type != type_name<AccountDisabled>()) continue;
            rights_ended(AccountId{event->subject}, event->time + life);
        }
    });
    identity.on_start([rights_ended, life](const Host& host) {
        const auto now = host.now();
        host.reads.read([rights_ended, life, now](Result<runtime::Reader*> reader) {
            // Refused only when the process ends at once.
            if (reader) tell_of_recent(**reader, rights_ended, now, life);
        });
    });
}

}  // namespace

Context make(Settings settings, PasswordHasher& passwords, TokenSigner& tokens, RightsEnded rights_ended) {
    Context identity(std::type_identity<Contract>{});
    identity.aggregate(Account{});
    identity.aggregate(Session{});
    identity.audit_log<AccountRegistered, StaffAssigned, LinkIssued, AccountDisabled>();

    if (rights_ended) tell(identity, rights_ended, settings.access + clocks_differ_by);

    const auto with_services = [services = Services{passwords, tokens, settings}](auto answer) {
        return [services, answer](const Host& host, Request request) {
            return answer(host, services, std::move(request));
        };
    };
    identity.post("/sessions/guest", Access::anyone(), with_services(begin_guest)).limited({guests});
    identity.post("/sessions", Access::anyone(), with_services(sign_in)).limited({sign_ins});
    identity.post("/sessions/refresh", Access::anyone(), with_services(refresh)).limited({refreshes});
    identity.post("/sessions/link", Access::anyone(), with_services(enter_by_link))
        .limited({sign_ins, wrong_codes});
    identity.get("/sessions/jwks", Access::anyone(), with_services(show_keys));
    identity.get("/sessions/current", Access::signed_in(), show_current);
    identity.del("/sessions/current", Access::signed_in(), sign_out);

    identity.post("/accounts", operators, with_services(register_person)).limited({registrations});
    identity.get("/accounts", operators, list_accounts);
    identity.post("/accounts/{id}/cafes", operators, still_entitled(assign_cafes));
    identity.post("/accounts/{id}/disable", operators, still_entitled(disable_account));
    identity.post("/accounts/{id}/link", operators, with_services(new_link)).limited({registrations});
    identity.post("/accounts/current/password", registered, with_services(change_own_password))
        .limited({sign_ins});
    return identity;
}

}  // namespace dangol::identity
