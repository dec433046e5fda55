#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include "runtime/context.hpp"

namespace dangol::simulation {

/// Thrown when something in DESIGN §1 does not hold. Not a std::exception: the runtime must not take it for a
/// poison event.
struct Violation {
    std::string what;
};

/// A context under observation: it notes each event that its policies have seen in the very transaction that
/// stores what they did, so that an event applied twice is found out, however the crash fell.
class WatchedContext final : public runtime::Context {
  public:
    explicit WatchedContext(std::unique_ptr<runtime::Context> context) : context_(std::move(context)) {}

    std::string_view name() const override { return context_->name(); }
    std::vector<std::string> sources() const override { return context_->sources(); }

    Result<void> on_event(runtime::Unit& unit, const EventRecord& event) override {
        if (unit.row(view, event.id)) {
            throw Violation{std::string(name()) + " applied " + event.source + "'s " + event.type + " of " +
                            event.subject + " twice"};
        }
        auto result = context_->on_event(unit, event);
        if (result) unit.put({std::string(view), event.id, {}, 0, {}});
        return result;
    }
    Result<void> on_deadline(runtime::Unit& unit, const runtime::Deadline& deadline) override {
        return context_->on_deadline(unit, deadline);
    }
    void on_effect(const runtime::Effect& effect, runtime::FinishEffectWith finish) override {
        context_->on_effect(effect, std::move(finish));
    }
    std::vector<runtime::Route> routes(runtime::Host host) override { return context_->routes(host); }
    void committed(std::span<const std::shared_ptr<const EventRecord>> events) override {
        context_->committed(events);
    }

    [[nodiscard]] runtime::Context& inner() { return *context_; }

  private:
    static constexpr std::string_view view = "simulation.applied";
    std::unique_ptr<runtime::Context> context_;
};

}  // namespace dangol::simulation
