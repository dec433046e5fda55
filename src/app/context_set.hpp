#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/http/server.hpp"
#include "adapters/telemetry/metrics.hpp"
#include "app/config.hpp"
#include "runtime/context.hpp"

namespace dangol::identity {
class IdentityContext;
}

namespace dangol::app {

/// Builds the contexts that this process runs, with their settings and the adapters of their own ports:
/// password hashing, token signing, payment provider, messengers, other processes. Must outlive the contexts.
class ContextSet {
  public:
    ContextSet(const Config& config, const std::string& folder, runtime::Environment environment);
    ~ContextSet();
    ContextSet(const ContextSet&) = delete;
    ContextSet& operator=(const ContextSet&) = delete;

    [[nodiscard]] std::vector<std::unique_ptr<runtime::Context>> make();
    /// How a second, fresh instance of a read model is made; empty for other contexts.
    [[nodiscard]] static std::function<std::unique_ptr<runtime::Context>()> fresh_read_model(
        std::string_view context);
    /// Once payment's writer exists: ordering can pay.
    void bind_payment(runtime::Writer& writer);
    /// The payment sandbox's own routes.
    [[nodiscard]] std::vector<runtime::Route> extra_routes();
    /// Takes people's tokens, and those of other processes of ours where there is a shared secret.
    [[nodiscard]] adapters::Authenticate authenticate(runtime::Clock& clock);
    /// The figures of the calls to other processes.
    void add_figures(adapters::Metrics& metrics);
    /// Ends what would keep requests in flight for ever: the silence of the payment sandbox. To be called
    /// before the server stops.
    void hang_up();
    /// Ends the calls to other processes. To be called when no more requests come in, and before the writers
    /// stop: they record what became of those calls.
    void stop();
    /// Only valid if identity runs here.
    [[nodiscard]] identity::IdentityContext& identity();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace dangol::app
