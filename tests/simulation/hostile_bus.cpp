// Duplicates, delays and redeliveries, all from the seed.
#include "hostile_bus.hpp"

#include <algorithm>

namespace dangol::simulation {

class HostileBus::Feed final : public runtime::Subscription {
  public:
    Feed(HostileBus& bus, std::vector<std::string> sources, std::span<const runtime::Position> from)
        : bus_(bus) {
        for (auto& source : sources) {
            if (bus.disks_.contains(source)) cursors_[source] = 0;
        }
        rewind(from);
        bus_.feeds_.push_back(this);
    }
    ~Feed() override { std::erase(bus_.feeds_, this); }
    Feed(const Feed&) = delete;
    Feed& operator=(const Feed&) = delete;

    [[nodiscard]] bool is_behind() const {
        return std::ranges::any_of(
            cursors_, [&](const auto& at) { return bus_.disks_.at(at.first).last_position() > at.second; });
    }

    std::vector<runtime::Delivered> poll(std::size_t max) override {
        auto& random = bus_.random_;
        std::vector<runtime::Delivered> batch;
        for (auto& [source, cursor] : cursors_) {
            auto& disk = bus_.disks_.at(source);
            if (disk.last_position() == cursor && !random.chance(bus_.faults_.duplicate / 50)) continue;
            if (random.chance(bus_.faults_.delay)) continue;
            std::uint64_t from = cursor;
            if (random.chance(bus_.faults_.duplicate)) from -= std::min<std::uint64_t>(from, random.below(4));
            if (random.chance(bus_.faults_.redeliver))
                from -= std::min<std::uint64_t>(from, random.below(200));
            const auto limit = random.chance(bus_.faults_.split) ? 1 + random.below(3) : max;
            for (auto& event : disk.events({.after = from, .limit = limit})) {
                const auto position = event.position;
                batch.push_back({std::make_shared<const EventRecord>(std::move(event)), 0, position});
                cursor = std::max(cursor, position);
            }
        }
        return batch;
    }

    void rewind(std::span<const runtime::Position> positions) override {
        for (auto& [source, cursor] : cursors_) {
            cursor = 0;
            for (const auto& position : positions) {
                if (position.source == source) cursor = position.offset;
            }
        }
    }

  private:
    HostileBus& bus_;
    std::map<std::string, std::uint64_t> cursors_;
};

bool HostileBus::holds_back() const {
    return std::ranges::any_of(feeds_, [](const Feed* feed) { return feed->is_behind(); });
}

std::unique_ptr<runtime::Subscription> HostileBus::subscribe(std::string, std::vector<std::string> sources,
                                                             runtime::StoredPositions from,
                                                             std::function<void()>) {
    return std::make_unique<Feed>(*this, std::move(sources), from());
}

}  // namespace dangol::simulation
