#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "core/time.hpp"
#include "runtime/context.hpp"

/// The café context: branches with their menus, and the tickets at the bar. See README.md.
namespace dangol::cafe {

struct Settings {
    Duration collect_within = std::chrono::minutes(60);  ///< how long a made pick-up is kept
};

class CafeContext final : public runtime::Context {
  public:
    explicit CafeContext(Settings settings = {}) : settings_(settings) {}

    [[nodiscard]] std::string_view name() const override { return "cafe"; }
    [[nodiscard]] std::vector<std::string> sources() const override { return {"order", "delivery"}; }

    Result<void> on_event(runtime::Unit& unit, const EventRecord& event) override;
    Result<void> on_deadline(runtime::Unit& unit, const runtime::Deadline& deadline) override;
    /// Never called: the café owes the outside nothing.
    void on_effect(const runtime::Effect& effect, runtime::FinishEffectWith finish) override;
    [[nodiscard]] std::vector<runtime::Route> routes(runtime::Host host) override;

  private:
    Settings settings_;
};

}  // namespace dangol::cafe
