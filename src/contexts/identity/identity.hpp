#pragma once

#include <optional>
#include <string>

#include "contexts/identity/ports.hpp"
#include "contexts/identity/rules.hpp"
#include "runtime/context.hpp"

/// The door to the identity context: accounts, roles, sessions.
namespace dangol::identity {

class IdentityContext final : public runtime::Context {
  public:
    /// Both ports must outlive the context and every request.
    IdentityContext(PasswordHasher& passwords, TokenSigner& tokens, SessionRules rules = {});

    [[nodiscard]] std::string_view name() const override { return "identity"; }
    [[nodiscard]] std::vector<std::string> sources() const override { return {}; }
    Result<void> on_event(runtime::Unit& unit, const EventRecord& event) override;
    Result<void> on_deadline(runtime::Unit& unit, const runtime::Deadline& deadline) override;
    void on_effect(const runtime::Effect& effect, runtime::FinishEffectWith finish) override;
    [[nodiscard]] std::vector<runtime::Route> routes(runtime::Host host) override;

    // For the program itself; to be submitted to this context's writer. A code is good once, for
    // `SessionRules::link`, at POST /sessions/link; only its hash is stored, so it must be shown at once.

    /// At every start. A code for the first operator; nullopt once any operator has signed in.
    [[nodiscard]] Result<std::optional<std::string>> first_operator_code(runtime::Unit& unit) const;

    /// For `dangol admin operator`: a code for the operator of that login name, who is registered if need be.
    /// 409 if the name belongs to someone who is not an operator or is disabled.
    [[nodiscard]] Result<std::string> operator_code(runtime::Unit& unit, const std::string& login_name) const;

    /// For the demo: a code for staff of a branch or for a rider, who is registered if need be. 409 as above.
    [[nodiscard]] Result<std::string> staff_code(runtime::Unit& unit, const std::string& login_name,
                                                 const std::string& display_name,
                                                 const std::vector<CafeId>& cafes) const;
    [[nodiscard]] Result<std::string> rider_code(runtime::Unit& unit, const std::string& login_name,
                                                 const std::string& display_name) const;

  private:
    PasswordHasher& passwords_;
    TokenSigner& tokens_;
    SessionRules rules_;
};

}  // namespace dangol::identity
