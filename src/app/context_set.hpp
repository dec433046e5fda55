#pragma once

#include <memory>
#include <string>
#include <vector>

#include "adapters/http/server.hpp"
#include "app/config.hpp"
#include "runtime/context.hpp"

namespace dangol::identity {
class IdentityContext;
}

namespace dangol::app {

/// Builds the contexts that this process runs, with their settings and the adapters of their own ports:
/// password hashing, token signing, payment provider, messengers. Must outlive the contexts.
class ContextSet {
  public:
    ContextSet(const Config& config, const std::string& folder, runtime::Environment environment);
    ~ContextSet();
    ContextSet(const ContextSet&) = delete;
    ContextSet& operator=(const ContextSet&) = delete;

    [[nodiscard]] std::vector<std::unique_ptr<runtime::Context>> make();
    /// Once payment's writer exists: ordering can pay.
    void bind_payment(runtime::Writer& writer);
    /// The payment sandbox's own routes.
    [[nodiscard]] std::vector<runtime::Route> extra_routes();
    [[nodiscard]] adapters::Authenticate authenticate(runtime::Clock& clock);
    /// Only valid if identity runs here.
    [[nodiscard]] identity::IdentityContext& identity();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace dangol::app
