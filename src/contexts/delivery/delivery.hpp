#pragma once

#include "contexts/delivery/events.hpp"
#include "runtime/context.hpp"

/// The door of the delivery context. README.md says what it does.
namespace dangol::delivery {

/// Terms for deliveries planned from now on, and how many a rider may have in hand at a time.
struct Settings : DispatchTerms {
    int active_max = 3;
};

class DeliveryContext final : public runtime::Context {
  public:
    explicit DeliveryContext(Settings settings = {});

    [[nodiscard]] std::string_view name() const override { return "delivery"; }
    [[nodiscard]] std::vector<std::string> sources() const override { return {"order", "cafe"}; }
    Result<void> on_event(runtime::Unit& unit, const EventRecord& event) override;
    Result<void> on_deadline(runtime::Unit& unit, const runtime::Deadline& deadline) override;
    void on_effect(const runtime::Effect& effect, runtime::FinishEffectWith finish) override;
    [[nodiscard]] std::vector<runtime::Route> routes(runtime::Host host) override;

  private:
    Settings settings_;
};

}  // namespace dangol::delivery
