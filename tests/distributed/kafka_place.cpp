#include "tests/distributed/kafka_place.hpp"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <stdexcept>

namespace dangol::conformance {
namespace {

std::string broker() {
    const char* address = std::getenv("DANGOL_KAFKA");  // NOLINT(concurrency-mt-unsafe)
    if (address == nullptr || *address == '\0') {
        throw std::runtime_error(
            "DANGOL_KAFKA is not set: run `script/test distributed`, which starts a broker and sets it");
    }
    return address;
}

/// Another one for every place, so that no test sees another's topics.
std::string own_prefix() {
    static std::atomic<int> places = 0;
    return "test-" + std::to_string(::getpid()) + "-" + std::to_string(++places) + ".";
}

}  // namespace

StoreOutbox::~StoreOutbox() {
    const std::scoped_lock lock(state_.mutex);
    if (state_.owner == this) state_.owner = nullptr;
}

bool StoreOutbox::acquire() {
    const std::scoped_lock lock(state_.mutex);
    if (state_.owner == nullptr) {
        state_.owner = this;
        given_ = state_.cursor;
    }
    return state_.owner == this;
}

std::vector<EventRecord> StoreOutbox::next(std::size_t limit) {
    auto events = reader_->events({.after = given_, .limit = limit});
    if (!events.empty()) given_ = events.back().position;
    return events;
}

bool StoreOutbox::published(const EventRecord& last) {
    const std::scoped_lock lock(state_.mutex);
    if (state_.owner != this) return false;
    state_.cursor = last.position;
    return true;
}

void StoreOutbox::rewind() {
    const std::scoped_lock lock(state_.mutex);
    given_ = state_.cursor;
}

KafkaPlace::KafkaPlace()
    : options_{.brokers = broker(), .prefix = own_prefix(), .partitions = 3, .page = 16} {
    stores_["order"] = adapters::open_memory_store(order_);
    stores_["cafe"] = adapters::open_memory_store(cafe_);
    restart();
}

void KafkaPlace::restart() {
    bus_.reset();
    bus_ = std::make_unique<adapters::KafkaBus>(options_);
    for (const auto& [source, store] : stores_) {
        bus_->publish(std::make_unique<StoreOutbox>(source, store->reader(), relays_[source]));
    }
}

}  // namespace dangol::conformance
