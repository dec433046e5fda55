// The contexts with their settings, and the adapters of their own ports.
#include "app/context_set.hpp"

#include <filesystem>
#include <optional>

#include "adapters/passwords/argon2_passwords.hpp"
#include "adapters/sandbox_provider/sandbox_provider.hpp"
#include "adapters/tokens/es256_tokens.hpp"
#include "adapters/tokens/signing_key.hpp"
#include "app/messengers.hpp"
#include "app/payment_binding.hpp"
#include "contexts/cafe/cafe.hpp"
#include "contexts/delivery/delivery.hpp"
#include "contexts/identity/identity.hpp"
#include "contexts/mypage/mypage.hpp"
#include "contexts/order/order.hpp"
#include "contexts/payment/payment.hpp"

namespace dangol::app {
namespace {

using namespace std::chrono_literals;

std::filesystem::path signing_key_in(const std::string& folder) {
    const auto keys = std::filesystem::path(folder) / "keys";
    std::filesystem::create_directories(keys);
    return keys / "tokens.pem";
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
    return settings;
}

}  // namespace

struct ContextSet::Parts {
    Parts(const Config& wanted, const std::string& folder, runtime::Environment world)
        : config(wanted),
          environment(world),
          tokens(adapters::SigningKey::load_or_create(signing_key_in(folder))),
          provider({.journal = folder + "/sandbox.journal"}, world.clock, world.timers),
          payment_binding(config.charge_timeout + 1s),
          messengers(config, world.clock) {}

    Config config;
    runtime::Environment environment;
    adapters::Es256Tokens tokens;
    adapters::Argon2Passwords passwords;
    adapters::SandboxProvider provider;
    PaymentBinding payment_binding;
    Messengers messengers;
    identity::IdentityContext* identity = nullptr;
    payment::PaymentContext* payment = nullptr;
};

ContextSet::ContextSet(const Config& config, const std::string& folder, runtime::Environment environment)
    : parts_(std::make_unique<Parts>(config, folder, environment)) {}
ContextSet::~ContextSet() = default;

std::vector<std::unique_ptr<runtime::Context>> ContextSet::make() {
    auto& parts = *parts_;
    const auto& config = parts.config;
    std::vector<std::unique_ptr<runtime::Context>> made;
    if (config.runs("identity")) {
        auto identity = std::make_unique<identity::IdentityContext>(parts.passwords, parts.tokens);
        parts.identity = identity.get();
        made.push_back(std::move(identity));
    }
    if (config.runs("cafe")) {
        made.push_back(std::make_unique<cafe::CafeContext>(cafe::Settings{config.collect_within}));
    }
    if (config.runs("order")) {
        const order::Deadlines deadlines{config.pay_within, config.ask_after, config.cancel_after};
        made.push_back(order::make_context({deadlines, config.cancel_answer_within}, parts.payment_binding));
    }
    if (config.runs("payment")) {
        auto payment = std::make_unique<payment::PaymentContext>(payment_settings(config), parts.provider,
                                                                 parts.environment);
        parts.payment = payment.get();
        made.push_back(std::move(payment));
    }
    if (config.runs("delivery"))
        made.push_back(std::make_unique<delivery::DeliveryContext>(delivery_settings(config)));
    if (config.runs("mypage")) made.push_back(std::make_unique<mypage::MyPageContext>());
    if (config.runs("notification"))
        made.push_back(parts.messengers.make_context(
            [&tokens = parts.tokens](std::string_view secret) { return tokens.fingerprint(secret); }));
    return made;
}

void ContextSet::bind_payment(runtime::Writer& writer) {
    parts_->payment_binding.bind(*parts_->payment, writer);
}

std::vector<runtime::Route> ContextSet::extra_routes() {
    return parts_->config.runs("payment") ? parts_->provider.routes() : std::vector<runtime::Route>{};
}

adapters::Authenticate ContextSet::authenticate(runtime::Clock& clock) {
    return [&tokens = parts_->tokens, &clock](std::string_view token) {
        return tokens.verify(identity::TokenUse::access, token, clock.now());
    };
}

identity::IdentityContext& ContextSet::identity() { return *parts_->identity; }

}  // namespace dangol::app
