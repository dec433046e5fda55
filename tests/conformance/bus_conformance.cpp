// EventBus port: every event once and in order, whenever a consumer begins and however far behind it is.
#include "tests/conformance/bus_conformance.hpp"

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

namespace dangol::conformance {

using namespace dangol::runtime;

void BusConformance::publish(const std::string& source, int count, bool announce) {
    Changes changes;
    auto& store = place_->store(source);
    const auto last = store.last_position();
    for (int i = 1; i <= count; ++i) {
        // The id is what the position will be, so that a follower can tell whether it got the right event.
        changes.events.push_back({.id = source + "-" + std::to_string(last + static_cast<std::uint64_t>(i)),
                                  .type = "OrderPlaced",
                                  .source = source,
                                  .subject = "s" + std::to_string(i % 3),
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

std::size_t Follower::poll(std::size_t max) {
    const auto polled = subscription_.poll(max);
    EXPECT_LE(polled.size(), max);
    for (const auto& delivered : polled) {
        const auto& source = delivered.event->source;
        auto known = std::ranges::find(positions_, source, &Position::source);
        if (known == positions_.end()) known = positions_.insert(known, {source, 0, 0});
        EXPECT_EQ(delivered.offset, known->offset + 1) << source;
        EXPECT_EQ(delivered.event->position, delivered.offset);
        EXPECT_EQ(delivered.event->id, source + "-" + std::to_string(delivered.offset));
        known->offset = delivered.offset;
    }
    return polled.size();
}

std::size_t Follower::poll_all(std::size_t max) {
    std::size_t all = 0;
    while (const auto count = poll(max)) all += count;
    return all;
}

std::uint64_t Follower::at(const std::string& source) const {
    const auto known = std::ranges::find(positions_, source, &Position::source);
    return known == positions_.end() ? 0 : known->offset;
}

void Follower::rewind(std::vector<Position> to) {
    subscription_.rewind(to);
    positions_ = std::move(to);
}

namespace {

TEST_P(BusConformance, events_come_in_order_from_every_source) {
    const auto subscription = subscribe();
    Follower follower(*subscription);
    publish("order", 3);
    publish("cafe", 2);
    publish("order", 1);
    EXPECT_EQ(follower.poll_all(), 6U);
    EXPECT_EQ(follower.at("order"), 4U);
    EXPECT_EQ(follower.at("cafe"), 2U);
}

TEST_P(BusConformance, a_consumer_that_starts_late_gets_everything_from_the_beginning) {
    publish("order", 200);
    publish("cafe", 5);
    const auto subscription = subscribe();
    Follower follower(*subscription);
    EXPECT_EQ(follower.poll_all(7), 205U);
    publish("order", 2);
    EXPECT_EQ(follower.poll_all(7), 2U);
}

TEST_P(BusConformance, a_consumer_goes_on_from_its_stored_positions) {
    publish("order", 50);
    publish("cafe", 5);
    const std::vector<Position> stored{{"order", 0, 30}, {"cafe", 0, 5}};
    const auto subscription = subscribe(stored);
    Follower follower(*subscription, stored);
    EXPECT_EQ(follower.poll_all(), 20U);
}

TEST_P(BusConformance, after_a_rewind_exactly_the_missing_ones_come_again) {
    const auto subscription = subscribe();
    Follower follower(*subscription);
    publish("order", 40);
    publish("cafe", 3);
    EXPECT_EQ(follower.poll_all(), 43U);
    follower.rewind({{"order", 0, 35}, {"cafe", 0, 3}});
    EXPECT_EQ(follower.poll_all(), 5U);
    follower.rewind({});
    publish("order", 1);
    EXPECT_EQ(follower.poll_all(6), 44U);
}

TEST_P(BusConformance, sources_that_nobody_asked_for_are_left_out) {
    const auto subscription = bus().subscribe("cafe", {"order"}, {}, {});
    Follower follower(*subscription);
    publish("cafe", 3);
    publish("order", 2);
    EXPECT_EQ(follower.poll_all(), 2U);
    EXPECT_EQ(follower.at("cafe"), 0U);
}

TEST_P(BusConformance, a_consumer_is_woken_when_there_is_something) {
    std::atomic<int> woken = 0;
    const auto subscription = subscribe({}, [&woken] { ++woken; });
    publish("order", 1);
    place().settle();
    EXPECT_GE(woken, 1);
}

TEST_P(BusConformance, a_consumer_that_is_gone_is_not_woken) {
    std::atomic<int> woken = 0;
    {
        const auto subscription = subscribe({}, [&woken] { ++woken; });
    }
    woken = 0;
    publish("order", 1);
    place().settle();
    EXPECT_EQ(woken, 0);
}

TEST_P(BusConformance, an_event_that_was_never_announced_comes_all_the_same) {
    std::atomic<int> woken = 0;
    const auto subscription = subscribe({}, [&woken] { ++woken; });
    Follower follower(*subscription);
    publish("order", 2);
    EXPECT_EQ(follower.poll_all(), 2U);
    woken = 0;
    publish("order", 3, false);
    place().settle();
    EXPECT_GE(woken, 1);
    EXPECT_EQ(follower.poll_all(), 3U);
    // The next announcement follows on a gap.
    publish("order", 2, false);
    publish("order", 4);
    EXPECT_EQ(follower.poll_all(), 6U);
}

TEST_P(BusConformance, a_slow_consumer_beyond_the_memory_of_the_bus_misses_nothing) {
    const auto slow_subscription = subscribe();
    const auto fast_subscription = subscribe();
    Follower slow(*slow_subscription);
    Follower fast(*fast_subscription);
    for (int i = 0; i < 30; ++i) {
        publish("order", 10);
        EXPECT_EQ(fast.poll_all(), 10U);
        if (i % 7 == 0) EXPECT_EQ(slow.poll(3), 3U);
    }
    EXPECT_EQ(slow.poll_all(), 285U);
    EXPECT_EQ(slow.at("order"), 300U);
}

TEST_P(BusConformance, a_restart_goes_on_where_the_positions_say) {
    std::vector<Position> stored;
    {
        const auto subscription = subscribe();
        Follower follower(*subscription);
        publish("order", 10);
        EXPECT_EQ(follower.poll(4), 4U);
        stored = follower.positions();
    }
    publish("order", 10, false);
    place().restart();
    const auto subscription = subscribe(stored);
    Follower follower(*subscription, stored);
    EXPECT_EQ(follower.poll_all(), 16U);
}

TEST_P(BusConformance, polling_no_more_than_asked_hands_over_from_store_to_memory_without_gap) {
    std::mt19937 random(7);  // NOLINT(bugprone-random-generator-seed): the same run each time
    const auto subscription = subscribe();
    Follower follower(*subscription);
    std::size_t published = 0;
    std::size_t polled = 0;
    for (int i = 0; i < 400; ++i) {
        const auto count = static_cast<int>(random() % 12);
        if (count > 0) publish(random() % 2 == 0 ? "order" : "cafe", count, random() % 8 != 0);
        published += static_cast<std::size_t>(count);
        if (random() % 5 == 0) {
            const auto before = follower.positions();
            follower.poll(1 + random() % 40);
            follower.rewind(before);
        }
        polled += follower.poll(1 + random() % 15);
    }
    place().settle();
    EXPECT_EQ(polled + follower.poll_all(), published);
}

/// Two writers commit as fast as they can, while consumers that begin at different times, poll different
/// amounts and rewind follow them. The tail is small, so they fall out of it and come back again and again.
TEST_P(BusConformance, consumers_follow_concurrent_commits_without_gap_or_repetition) {
    constexpr int commits = 300;
    constexpr int batch = 5;
    constexpr std::uint64_t last = commits * batch;
    std::vector<std::jthread> threads;
    for (const char* source : {"order", "cafe"}) {
        threads.emplace_back([this, source] {
            for (int i = 0; i < commits; ++i) publish(source, batch);
        });
    }
    for (unsigned consumer = 0; consumer < 3; ++consumer) {
        threads.emplace_back([this, consumer] {
            std::mt19937 random(consumer);  // NOLINT(bugprone-random-generator-seed)
            while (consumer > 0 && place().store("order").reader()->last_position() < consumer * last / 4) {
                std::this_thread::yield();
            }
            std::atomic<bool> woken = true;
            const auto subscription = subscribe({}, [&woken] {
                woken = true;
                woken.notify_one();
            });
            Follower follower(*subscription);
            auto committed = follower.positions();
            while (follower.at("order") < last || follower.at("cafe") < last) {
                // A wake is all that a consumer may wait for: if one were missing, this test would hang.
                woken.wait(false);
                woken = false;
                while (follower.poll(1 + random() % 60) > 0) {
                    if (random() % 50 == 0) follower.rewind(committed);
                    committed = follower.positions();
                    if (testing::Test::HasFailure()) return;
                }
            }
        });
    }
}

}  // namespace
}  // namespace dangol::conformance
