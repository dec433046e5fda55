#include "adapters/local_bus/local_bus.hpp"

#include <utility>

#include "adapters/local_bus/local_source.hpp"

namespace dangol::adapters {
namespace {

using namespace dangol::runtime;

class LocalSubscription final : public Subscription {
  public:
    LocalSubscription(std::string consumer, std::function<void()> wake)
        : consumer_(std::move(consumer)), wake_(std::move(wake)) {}
    ~LocalSubscription() override {
        for (auto& part : parts_) part.source.leave(part.cursor);
    }
    LocalSubscription(const LocalSubscription&) = delete;
    LocalSubscription& operator=(const LocalSubscription&) = delete;

    void add(const std::string& name, LocalSource& source, std::uint64_t from) {
        parts_.push_back({name, source, source.join(consumer_, from, wake_)});
    }

    std::vector<Delivered> poll(std::size_t max) override {
        std::vector<Delivered> polled;
        if (parts_.empty()) return polled;
        // Each time another source comes first, so that a busy one does not starve the others.
        first_ = (first_ + 1) % parts_.size();
        for (std::size_t i = 0; i < parts_.size() && polled.size() < max; ++i) {
            auto& part = parts_[(first_ + i) % parts_.size()];
            part.source.poll(part.cursor, max, polled);
        }
        return polled;
    }

    void rewind(std::span<const Position> positions) override {
        for (auto& part : parts_) part.source.rewind(part.cursor, offset_of(positions, part.name));
    }

    static std::uint64_t offset_of(std::span<const Position> positions, std::string_view source) {
        for (const auto& position : positions) {
            if (position.source == source && position.partition == 0) return position.offset;
        }
        return 0;
    }

  private:
    struct Part {
        std::string name;
        LocalSource& source;
        LocalSource::Cursors::iterator cursor;
    };
    std::string consumer_;
    std::function<void()> wake_;
    std::vector<Part> parts_;
    std::size_t first_ = 0;
};

}  // namespace

LocalBus::LocalBus(LocalBusOptions options) : options_(std::move(options)) {}

LocalBus::~LocalBus() = default;

std::unique_ptr<Subscription> LocalBus::subscribe(std::string consumer, std::vector<std::string> sources,
                                                  StoredPositions from, std::function<void()> wake) {
    auto subscription = std::make_unique<LocalSubscription>(std::move(consumer), std::move(wake));
    const auto positions = from ? from() : std::vector<Position>{};
    for (const auto& name : sources) {
        subscription->add(name, source(name), LocalSubscription::offset_of(positions, name));
    }
    return subscription;
}

void LocalBus::committed(std::string_view name, std::span<const std::shared_ptr<const EventRecord>> events) {
    source(name).committed(events);
}

void LocalBus::poll_foreign_sources() {
    for (auto* source : sources()) source->look();
}

std::vector<LocalLag> LocalBus::lags() {
    std::vector<LocalLag> lags;
    for (auto* source : sources()) source->lags(lags);
    return lags;
}

Backlog LocalBus::backlog(std::string_view name) { return source(name).backlog(); }

std::vector<LocalSource*> LocalBus::sources() {
    std::vector<LocalSource*> sources;
    const std::scoped_lock lock(mutex_);
    for (const auto& [_, source] : sources_) sources.push_back(source.get());
    return sources;
}

LocalSource& LocalBus::source(std::string_view name) {
    const std::scoped_lock lock(mutex_);
    auto found = sources_.find(name);
    if (found == sources_.end()) {
        found = sources_.emplace(name, std::make_unique<LocalSource>(std::string(name), options_)).first;
    }
    return *found->second;
}

}  // namespace dangol::adapters
