#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "adapters/memory/memory_store.hpp"
#include "marks.hpp"
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

/// An event bus that keeps only what it must: nothing is lost, and each subject's events are in order where
/// they are new. It repeats, delays and redelivers as it likes, and has the sources in any order.
class HostileBus final : public runtime::EventBus {
  public:
    /// With more than one partition the subscriptions of one consumer share them, as replicas do; with one,
    /// each gets everything.
    HostileBus(std::map<std::string, adapters::MemoryDisk>& disks, Random random, BusFaults faults,
               int partitions, Marks& marks)
        : disks_(disks), random_(random), faults_(faults), partitions_(partitions), marks_(marks) {}

    std::unique_ptr<runtime::Subscription> subscribe(std::string consumer, std::vector<std::string> sources,
                                                     runtime::StoredPositions from,
                                                     std::function<void()> wake) override;
    void heal() { faults_ = {}; }
    [[nodiscard]] bool hostile() const {
        return faults_.duplicate > 0 || faults_.delay > 0 || faults_.split > 0 || faults_.redeliver > 0;
    }
    /// Something was committed that a subscriber has not been given yet.
    [[nodiscard]] bool holds_back() const;
    /// Wakes those that have something to poll.
    void wake() const;
    /// From now on other subscriptions have the partitions.
    void rebalance();
    void committed(std::string_view, std::span<const std::shared_ptr<const EventRecord>>) override {}

  private:
    class Feed;
    [[nodiscard]] int partition_of(const EventRecord& event) const;
    void assign(const std::string& consumer);

    std::map<std::string, adapters::MemoryDisk>& disks_;
    Random random_;
    BusFaults faults_;
    int partitions_;
    Marks& marks_;
    std::size_t turn_ = 0;  ///< who has which partition
    std::vector<Feed*> feeds_;
};

}  // namespace dangol::simulation
