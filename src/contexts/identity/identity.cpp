#include "contexts/identity/identity.hpp"

#include "contexts/identity/api.hpp"
#include "contexts/identity/registration.hpp"

namespace dangol::identity {

IdentityContext::IdentityContext(PasswordHasher& passwords, TokenSigner& tokens, SessionRules rules)
    : passwords_(passwords), tokens_(tokens), rules_(rules) {}

// Identity reacts to nobody, has no timers (what expires is compared with the clock when it is used) and
// calls no one.
Result<void> IdentityContext::on_event(runtime::Unit&, const EventRecord&) { return {}; }
Result<void> IdentityContext::on_deadline(runtime::Unit&, const runtime::Deadline&) { return {}; }
void IdentityContext::on_effect(const runtime::Effect&, runtime::FinishEffectWith finish) {
    finish([](runtime::Unit&) { return Result<void>{}; });
}

std::vector<runtime::Route> IdentityContext::routes(runtime::Host host) {
    const Api api{host, passwords_, tokens_, rules_};
    auto routes = session_routes(api);
    for (auto& route : account_routes(api)) routes.push_back(std::move(route));
    return routes;
}

Result<std::optional<std::string>> IdentityContext::first_operator_code(runtime::Unit& unit) const {
    return identity::first_operator_code(unit, tokens_, rules_);
}

Result<std::string> IdentityContext::operator_code(runtime::Unit& unit, const std::string& login_name) const {
    return code_for(unit, tokens_, rules_, {login_name, "운영자", AccountRole::operator_, {}, std::nullopt});
}

Result<std::string> IdentityContext::staff_code(runtime::Unit& unit, const std::string& login_name,
                                                const std::string& display_name,
                                                const std::vector<CafeId>& cafes) const {
    return code_for(unit, tokens_, rules_,
                    {login_name, display_name, AccountRole::staff, cafes, std::nullopt});
}

Result<std::string> IdentityContext::rider_code(runtime::Unit& unit, const std::string& login_name,
                                                const std::string& display_name) const {
    return code_for(unit, tokens_, rules_, {login_name, display_name, AccountRole::rider, {}, std::nullopt});
}

}  // namespace dangol::identity
