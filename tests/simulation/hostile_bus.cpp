// Duplicates, delays and redeliveries, all from the seed.
#include "hostile_bus.hpp"

#include <algorithm>
#include <set>

namespace dangol::simulation {

class HostileBus::Feed final : public runtime::Subscription {
  public:
    Feed(HostileBus& bus, std::string its_consumer, const std::vector<std::string>& sources,
         runtime::StoredPositions from, std::function<void()> wake)
        : consumer(std::move(its_consumer)), bus_(bus), from_(std::move(from)), wake_(std::move(wake)) {
        for (const auto& source : sources) {
            const auto disk = bus_.disks_.find(source);
            if (disk == bus_.disks_.end()) continue;
            for (int partition = 0; partition < bus_.partitions_; ++partition)
                places_.push_back({source, partition, &disk->second});
        }
        bus_.feeds_.push_back(this);
        bus_.assign(consumer);
    }
    ~Feed() override {
        std::erase(bus_.feeds_, this);
        bus_.assign(consumer);
    }
    Feed(const Feed&) = delete;
    Feed& operator=(const Feed&) = delete;

    /// What is new to it is read from its stored position on.
    void own(const std::set<int>& partitions) {
        std::vector<Place*> gained;
        for (auto& place : places_) {
            const bool mine = partitions.contains(place.partition);
            if (mine && !place.mine) gained.push_back(&place);
            place.mine = mine;
        }
        if (gained.empty()) return;
        const auto stored = from_();
        for (auto* place : gained) place->cursor = position_in(stored, *place);
    }

    [[nodiscard]] bool is_behind() const {
        return std::ranges::any_of(places_, [](const Place& place) {
            return place.mine && place.disk->last_position() > place.cursor;
        });
    }
    void wake_if_behind() const {
        if (wake_ && is_behind()) wake_();
    }

    std::vector<runtime::Delivered> poll(std::size_t max) override {
        auto& random = bus_.random_;
        std::vector<runtime::Delivered> batch;
        if (places_.empty()) return batch;
        const auto first = random.below(places_.size());
        for (std::size_t i = 0; i < places_.size(); ++i) {
            auto& place = places_[(first + i) % places_.size()];
            if (!place.mine) continue;
            const auto last = place.disk->last_position();
            if (last == place.cursor && !random.chance(bus_.faults_.duplicate / 50)) continue;
            if (random.chance(bus_.faults_.delay)) continue;
            std::uint64_t from = place.cursor;
            if (random.chance(bus_.faults_.duplicate)) from -= std::min<std::uint64_t>(from, random.below(4));
            if (random.chance(bus_.faults_.redeliver)) {
                from -= std::min<std::uint64_t>(from, random.below(200));
                bus_.marks_.reach("redelivery");
            }
            auto left = random.chance(bus_.faults_.split) ? 1 + random.below(3) : max;
            while (from < last && left > 0) {
                auto event = place.disk->event_at(++from);
                if (bus_.partition_of(*event) != place.partition) continue;
                batch.push_back({std::move(event), place.partition, from});
                --left;
            }
            place.cursor = std::max(place.cursor, from);
        }
        return batch;
    }

    void rewind(std::span<const runtime::Position> positions) override {
        for (auto& place : places_) place.cursor = position_in(positions, place);
    }

    const std::string consumer;

  private:
    struct Place {
        std::string source;
        int partition = 0;
        const adapters::MemoryDisk* disk = nullptr;
        bool mine = false;
        std::uint64_t cursor = 0;
    };
    static std::uint64_t position_in(std::span<const runtime::Position> positions, const Place& place) {
        for (const auto& position : positions) {
            if (position.source == place.source && position.partition == place.partition)
                return position.offset;
        }
        return 0;
    }

    HostileBus& bus_;
    runtime::StoredPositions from_;
    std::function<void()> wake_;
    std::vector<Place> places_;
};

int HostileBus::partition_of(const EventRecord& event) const {
    if (partitions_ == 1) return 0;
    return static_cast<unsigned char>(event.subject.back()) % partitions_;
}

void HostileBus::assign(const std::string& consumer) {
    std::vector<Feed*> members;
    for (auto* feed : feeds_) {
        if (feed->consumer == consumer) members.push_back(feed);
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        std::set<int> partitions;
        for (int partition = 0; partition < partitions_; ++partition) {
            const auto owner = (static_cast<std::size_t>(partition) + turn_) % members.size();
            if (partitions_ == 1 || owner == i) partitions.insert(partition);
        }
        members[i]->own(partitions);
    }
}

void HostileBus::rebalance() {
    ++turn_;
    std::set<std::string> consumers;
    for (const auto* feed : feeds_) consumers.insert(feed->consumer);
    for (const auto& consumer : consumers) assign(consumer);
}

bool HostileBus::holds_back() const {
    return std::ranges::any_of(feeds_, [](const Feed* feed) { return feed->is_behind(); });
}

void HostileBus::wake() const {
    for (const auto* feed : feeds_) feed->wake_if_behind();
}

std::unique_ptr<runtime::Subscription> HostileBus::subscribe(std::string consumer,
                                                             std::vector<std::string> sources,
                                                             runtime::StoredPositions from,
                                                             std::function<void()> wake) {
    return std::make_unique<Feed>(*this, std::move(consumer), sources, std::move(from), std::move(wake));
}

}  // namespace dangol::simulation
