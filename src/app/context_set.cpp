// The contexts with their settings, and the adapters of their own ports.
#include "app/context_set.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <stdexcept>

#include "adapters/passwords/argon2_passwords.hpp"
#include "adapters/sandbox_provider/sandbox_provider.hpp"
#include "adapters/tokens/es256_tokens.hpp"
#include "adapters/tokens/revoked_accounts.hpp"
#include "adapters/tokens/service_tokens.hpp"
#include "adapters/tokens/signing_key.hpp"
#include "app/messengers.hpp"
#include "app/payment_binding.hpp"
#include "app/remotes.hpp"
#include "contexts/cafe/cafe.hpp"
#include "contexts/delivery/delivery.hpp"
#include "contexts/identity/identity.hpp"
#include "contexts/mypage/mypage.hpp"
#include "contexts/order/order.hpp"
#include "contexts/payment/payment.hpp"

namespace dangol::app {
namespace {

using namespace std::chrono_literals;

/// Only identity signs. Elsewhere a key that was put somewhere on purpose must be there: one made up anew
/// would fit nobody's tokens.
adapters::SigningKey signing_key(const Config& config, const std::string& folder) {
    using adapters::SigningKey;
    const bool in_data = config.token_key.empty();
    const auto path = in_data ? std::filesystem::path(folder) / "keys" / "tokens.pem"
                              : std::filesystem::path(config.token_key);
    if (!in_data && !config.runs("identity")) return SigningKey::load(path);
    auto key = SigningKey::load_or_create(path);
    if (config.runs("identity") && !key.can_sign()) {
        throw std::invalid_argument("identity signs tokens, but " + path.string() +
                                    " holds only the public half of the key. Give it the private one.");
    }
    return key;
}

std::optional<adapters::ServiceTokens> service_tokens(const Config& config) {
    if (config.service_secret.empty()) return std::nullopt;
    return adapters::ServiceTokens(config.service_secret);
}

adapters::SandboxSettings sandbox_settings(const Config& config, const std::string& folder) {
    adapters::SandboxSettings settings;
    settings.answer_delay = config.sandbox_delay;
    settings.troubles = config.demo || config.sandbox_troubles;
    settings.answer_jitter = std::min(config.sandbox_jitter, config.sandbox_delay);
    if (config.runs_sandbox()) settings.journal = folder + "/sandbox.journal";
    return settings;
}

payment::Settings payment_settings(const Config& config) {
    payment::Settings settings;
    settings.call_timeout = config.charge_timeout;
    settings.charge_validity = config.charge_valid;
    settings.retry_first = config.inquire_every;
    return settings;
}

delivery::Settings delivery_settings(const Config& config) {
    delivery::Settings settings;
    settings.radius_metres = config.rider_radius_metres;
    settings.lease = config.rider_lease;
    settings.widen_after = config.widen_after;
    settings.give_up_after = config.give_up_after;
    settings.riders_day.time_zone = config.rider_time_zone;
    return settings;
}

/// An order is stuck when its deadline has passed and some more.
mypage::Settings mypage_settings(const Config& config) {
    mypage::Settings settings;
    settings.stuck_after.payment = config.pay_within + 2min;
    settings.stuck_after.acceptance = config.cancel_after + 2min;
    settings.stuck_after.handover = config.collect_within + 2h;
    return settings;
}

}  // namespace

struct ContextSet::Parts {
    Parts(const Config& wanted, const std::string& folder, runtime::Environment world)
        : config(wanted),
          environment(world),
          tokens(signing_key(config, folder)),
          services(service_tokens(config)),
          sandbox(sandbox_settings(config, folder), world.clock, world.timers),
          payment_binding(config.charge_timeout + 1s),
          remotes(config, services ? &*services : nullptr, world),
          messengers(config, world) {}

    Config config;
    runtime::Environment environment;
    adapters::Es256Tokens tokens;
    adapters::RevokedAccounts revoked;
    std::function<void(const AccountId&)> rights_ended;
    std::optional<adapters::ServiceTokens> services;
    adapters::Argon2Passwords passwords;
    adapters::SandboxProvider sandbox;
    PaymentBinding payment_binding;
    Remotes remotes;
    Messengers messengers;
};

namespace {

using Parts = ContextSet::Parts;

/// The contexts that there are, and how each is made from this process's settings and adapters.
struct Entry {
    std::string_view name;
    runtime::Context (*make)(Parts&);
};
constexpr std::array<Entry, 7> table{{
    {"identity",
     [](Parts& parts) {
         return identity::make({}, parts.passwords, parts.tokens,
                               [&parts](const AccountId& account, Timestamp until) {
                                   parts.revoked.revoke(account, until);
                                   if (parts.rights_ended) parts.rights_ended(account);
                               });
     }},
    {"cafe", [](Parts& parts) { return cafe::make({parts.config.collect_within}); }},
    {"order",
     [](Parts& parts) {
         const auto& config = parts.config;
         order::PaymentPort* payments = parts.remotes.payments();
         if (payments == nullptr) payments = &parts.payment_binding;
         return order::make(
             {{config.pay_within, config.ask_after, config.cancel_after}, config.cancel_answer_within},
             *payments);
     }},
    {"payment",
     [](Parts& parts) {
         payment::PaymentProvider* provider = parts.remotes.provider();
         if (provider == nullptr) provider = &parts.sandbox;
         return payment::make(payment_settings(parts.config), *provider);
     }},
    {"delivery", [](Parts& parts) { return delivery::make(delivery_settings(parts.config)); }},
    {"mypage", [](Parts& parts) { return mypage::make(mypage_settings(parts.config)); }},
    {"notification",
     [](Parts& parts) {
         return parts.messengers.make_context(
             [&tokens = parts.tokens](std::string_view secret) { return tokens.fingerprint(secret); });
     }},
}};

constexpr auto names = [] {
    std::array<std::string_view, table.size()> all;
    for (std::size_t i = 0; i < table.size(); ++i) all[i] = table[i].name;
    return all;
}();

/// What a token of another process may name as its audience.
std::vector<std::string> names_here(const Config& config) {
    std::vector<std::string> here;
    for (const auto name : names) {
        if (config.runs(name)) here.emplace_back(name);
    }
    if (config.runs_sandbox()) here.emplace_back("sandbox");
    return here;
}

}  // namespace

std::span<const std::string_view> all_contexts() { return names; }

ContextSet::ContextSet(const Config& config, const std::string& folder, runtime::Environment environment)
    : parts_(std::make_unique<Parts>(config, folder, environment)) {}
ContextSet::~ContextSet() = default;

std::vector<runtime::Context> ContextSet::make() {
    std::vector<runtime::Context> made;
    for (const auto& entry : table) {
        if (parts_->config.runs(entry.name)) made.push_back(entry.make(*parts_));
    }
    return made;
}

std::function<runtime::Context()> ContextSet::fresh_read_model(std::string_view context) {
    if (context != "mypage") return {};
    return [] { return mypage::make({}); };
}

void ContextSet::bind_payment(const runtime::Host& payments) {
    parts_->payment_binding.bind(payments, payment_settings(parts_->config));
}

identity::Codes ContextSet::codes() { return {parts_->tokens}; }

std::vector<runtime::Route> ContextSet::extra_routes() {
    return parts_->config.runs_sandbox() ? parts_->sandbox.routes() : std::vector<runtime::Route>{};
}

adapters::Authenticate ContextSet::authenticate(runtime::Clock& clock) {
    return [&tokens = parts_->tokens, &services = parts_->services, &revoked = parts_->revoked,
            here = names_here(parts_->config), &clock](std::string_view token) -> Result<Principal> {
        // Where there is no secret, a service's token is no better than any other that was made up.
        if (services && adapters::ServiceTokens::is_meant_by(token))
            return services->verify(token, here, clock.now());
        const auto now = clock.now();
        return revoked.admit(tokens.verify(identity::TokenUse::access, token, now), now);
    };
}

void ContextSet::on_rights_ended(std::function<void(const AccountId&)> hear) {
    parts_->rights_ended = std::move(hear);
}

void ContextSet::add_figures(adapters::Metrics& metrics) { parts_->remotes.add_figures(metrics); }

void ContextSet::hang_up() { parts_->sandbox.hang_up(); }

void ContextSet::stop() { parts_->remotes.stop(); }

}  // namespace dangol::app
