#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

#include "contexts/mypage/pulse.hpp"
#include "contexts/mypage/queue.hpp"
#include "runtime/context.hpp"
#include "runtime/guarded.hpp"

/// The one door of the mypage context: the read side. It answers from its own store and memory, whatever else
/// is down.
namespace dangol::mypage {

class MyPageContext final : public runtime::Context {
  public:
    [[nodiscard]] std::string_view name() const override { return "mypage"; }
    [[nodiscard]] std::vector<std::string> sources() const override;
    Result<void> on_event(runtime::Unit& unit, const EventRecord& event) override;
    Result<void> on_deadline(runtime::Unit& unit, const runtime::Deadline& deadline) override;
    void on_effect(const runtime::Effect& effect, runtime::FinishEffectWith finish) override;
    [[nodiscard]] std::vector<runtime::Route> routes(runtime::Host host) override;
    void committed(std::span<const std::shared_ptr<const EventRecord>> events) override;
    void amended(runtime::Reader& stored) override;

  private:
    /// What the last decision on an order means for its queue and for the pulse, so that `committed` need not
    /// decode the page again.
    struct Decided {
        std::uint64_t version = 0;
        QueuedOrder order;
        OrderSteps steps;
    };
    void note_decided(runtime::Unit& unit, const std::string& order_id);
    void update(const EventRecord& event);
    void take(const Decided& decided);
    void announce_standings();

    runtime::Guarded<Queues> queues_;
    runtime::Guarded<Pulse> pulse_;
    std::unordered_map<std::string, Decided> decided_;  ///< the writer's thread only
    runtime::Live* live_ = nullptr;                     ///< once there are routes
    runtime::Clock* clock_ = nullptr;
};

}  // namespace dangol::mypage
