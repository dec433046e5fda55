#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "adapters/memory/memory_store.hpp"
#include "random.hpp"
#include "runtime/event_bus.hpp"
#include "virtual_world.hpp"

namespace dangol::simulation {

struct BusFaults {
    double duplicate = 0;  ///< chance that a poll repeats events that were already delivered
    double delay = 0;      ///< chance that a poll finds nothing although there is something
    double split = 0;      ///< chance that a poll stops after a few events
    double redeliver = 0;  ///< chance that everything since some earlier event comes again
};

/// An event bus that keeps only what it must: nothing is lost, and each source's events are in order where
/// they are new. It repeats, delays and redelivers as it likes.
class HostileBus final : public runtime::EventBus {
  public:
    HostileBus(std::map<std::string, adapters::MemoryDisk>& disks, Random random, BusFaults faults)
        : disks_(disks), random_(random), faults_(faults) {}

    std::unique_ptr<runtime::Subscription> subscribe(std::string consumer, std::vector<std::string> sources,
                                                     runtime::StoredPositions from,
                                                     std::function<void()> wake) override;
    void heal() { faults_ = {}; }
    [[nodiscard]] bool hostile() const {
        return faults_.duplicate > 0 || faults_.delay > 0 || faults_.split > 0 || faults_.redeliver > 0;
    }
    /// Something was committed that a subscriber has not been given yet.
    [[nodiscard]] bool holds_back() const;
    void committed(std::string_view, std::span<const std::shared_ptr<const EventRecord>>) override {}

  private:
    class Feed;
    std::map<std::string, adapters::MemoryDisk>& disks_;
    Random random_;
    BusFaults faults_;
    std::vector<const Feed*> feeds_;
};

}  // namespace dangol::simulation
