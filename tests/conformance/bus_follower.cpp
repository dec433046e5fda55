#include <algorithm>
#include <chrono>
#include <thread>

#include "tests/conformance/bus_conformance.hpp"
#include "tests/support/positions.hpp"

namespace dangol::conformance {
namespace {

using namespace runtime;
using namespace std::chrono_literals;

constexpr auto patience = 30s;
constexpr auto between_looks = 1ms;

bool within_patience(const std::function<bool()>& condition) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(between_looks);
    }
    return true;
}

}  // namespace

void BusConformance::publish(const std::string& source, int count, bool announce) {
    Changes changes;
    auto& store = place_->store(source);
    const auto last = store.last_position();
    for (int i = 1; i <= count; ++i) {
        // The id is what the position will be, so that a follower can tell whether it got the right event.
        // There are enough subjects for every partition of a bus to get some.
        const auto number = last + static_cast<std::uint64_t>(i);
        changes.events.push_back({.id = source + "-" + std::to_string(number),
                                  .type = "OrderPlaced",
                                  .source = source,
                                  .subject = "s" + std::to_string(number % 16),
                                  .version = 1,
                                  .data = "{}"});
    }
    const auto committed = store.commit(changes);
    ASSERT_TRUE(committed) << committed.error().message;
    if (!announce) return;
    std::vector<std::shared_ptr<const EventRecord>> events;
    for (auto& event : changes.events)
        events.push_back(std::make_shared<const EventRecord>(std::move(event)));
    bus().committed(source, events);
}

bool BusConformance::eventually(const std::function<bool()>& condition) {
    return within_patience([&] {
        place_->settle();
        return condition();
    });
}

std::size_t Follower::poll(std::size_t max) {
    polled_ = subscription_.poll(max);
    before_ = progress_;
    EXPECT_LE(polled_.size(), max);
    for (const auto& delivered : polled_) check(delivered);
    return polled_.size();
}

void Follower::check(const Delivered& delivered) {
    const auto& event = *delivered.event;
    const auto number = event.position;
    EXPECT_EQ(event.id, event.source + "-" + std::to_string(number));
    auto& known = position_of(progress_.positions, event.source, delivered.partition).offset;
    if (place_.reads_the_tables()) {
        EXPECT_EQ(delivered.offset, known + 1) << event.source;
        EXPECT_EQ(delivered.offset, number);
        EXPECT_EQ(delivered.partition, 0);
    }
    EXPECT_GT(delivered.offset, known) << event.id;
    known = delivered.offset;
    EXPECT_TRUE(progress_.had[event.source].insert(number).second) << event.id << " came again";
    auto& last = progress_.last[{event.source, event.subject}];
    EXPECT_GT(number, last) << event.source << " " << event.subject;
    last = number;
}

void Follower::follow(std::size_t count, std::size_t max) {
    std::size_t come = 0;
    const auto done = [&] {
        while (come < count) {
            const auto polled = poll(std::min(max, count - come));
            come += polled;
            if (polled == 0) return place_.reads_the_tables();
        }
        return true;
    };
    static_cast<void>(within_patience(done));
    EXPECT_EQ(come, count);
}

void Follower::expect(std::size_t count, std::size_t max) {
    follow(count, max);
    EXPECT_EQ(poll(max), 0U);
    for (const auto& [source, had] : progress_.had) EXPECT_EQ(had.size(), *had.rbegin()) << source;
}

std::uint64_t Follower::at(const std::string& source) const {
    const auto known = progress_.had.find(source);
    return known == progress_.had.end() ? 0 : known->second.size();
}

void Follower::rewind(Progress to) {
    subscription_.rewind(to.positions);
    progress_ = std::move(to);
    polled_.clear();
}

void Follower::rewind_into_last_poll(std::size_t keep) {
    const auto polled = std::exchange(polled_, {});
    progress_ = std::move(before_);
    for (std::size_t i = 0; i < std::min(keep, polled.size()); ++i) check(polled[i]);
    subscription_.rewind(progress_.positions);
}

}  // namespace dangol::conformance
