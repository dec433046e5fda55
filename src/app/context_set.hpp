#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/http/server.hpp"
#include "adapters/telemetry/metrics.hpp"
#include "app/config.hpp"
#include "contexts/identity/identity.hpp"
#include "runtime/context.hpp"

namespace dangol::app {

/// The names of all contexts that there are.
[[nodiscard]] std::span<const std::string_view> all_contexts();

/// Builds the contexts that this process runs, with their settings and the adapters of their own ports:
/// password hashing, token signing, payment provider, messengers, other processes. Must outlive the contexts.
class ContextSet {
  public:
    ContextSet(const Config& config, const std::string& folder, runtime::Environment environment);
    ~ContextSet();
    ContextSet(const ContextSet&) = delete;
    ContextSet& operator=(const ContextSet&) = delete;

    [[nodiscard]] std::vector<runtime::Context> make();
    /// How a second, fresh instance of a read model is made; empty for other contexts.
    [[nodiscard]] static std::function<runtime::Context()> fresh_read_model(std::string_view context);
    /// Once payment's writer exists: orders can be paid.
    void bind_payment(const runtime::Host& payments);
    /// The payment sandbox's own routes.
    [[nodiscard]] std::vector<runtime::Route> extra_routes();
    /// Takes people's tokens, and those of other processes of ours where there is a shared secret.
    [[nodiscard]] adapters::Authenticate authenticate(runtime::Clock& clock);
    /// `hear` is called, from any thread, when an account of this process's identity context was disabled. To
    /// be set before the contexts start.
    void on_rights_ended(std::function<void(const AccountId&)> hear);
    /// The figures of the calls to other processes.
    void add_figures(adapters::Metrics& metrics);
    /// Ends what would keep requests in flight for ever: the silence of the payment sandbox. To be called
    /// before the server stops.
    void hang_up();
    /// Ends the calls to other processes. To be called when no more requests come in, and before the writers
    /// stop: they record what became of those calls.
    void stop();
    /// One-time sign-in codes; to be used in the identity context's writer.
    [[nodiscard]] identity::Codes codes();

    struct Parts;

  private:
    std::unique_ptr<Parts> parts_;
};

}  // namespace dangol::app
