// EventBus port: every event once and in order, whenever a consumer begins and however far behind it is.
#include "tests/conformance/bus_conformance.hpp"

#include <atomic>
#include <random>
#include <thread>

namespace dangol::conformance {
namespace {

using namespace dangol::runtime;

TEST_P(BusConformance, events_come_in_order_from_every_source) {
    const auto subscription = subscribe();
    Follower follower(place(), *subscription);
    publish("order", 3);
    publish("cafe", 2);
    publish("order", 1);
    follower.expect(6);
    EXPECT_EQ(follower.at("order"), 4U);
    EXPECT_EQ(follower.at("cafe"), 2U);
}

TEST_P(BusConformance, an_event_arrives_as_it_was_recorded) {
    const EventRecord event{.id = "06dq3v9y7p4n2b8v5c1x0z3m6k",
                            .type = "OrderPlaced",
                            .source = "order",
                            .subject = "06dq0a2f8d6h4k1l9m7n5p3r2t",
                            .version = 3,
                            .time = Timestamp{Duration{1'800'000'000'004}},
                            .correlation = "06dq0a2f8d6h4k1l9m7n5p3r2u",
                            .causation = "06dq3v9y2c4v6b8n1m3k5j7h9g",
                            .traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                            .actor = "customer:06dq3v9y2c4v6b8n1m3k5j7h9h",
                            .data = R"({"name":"아메리카노","note":"\"\n"})"};
    Changes changes;
    changes.events.push_back(event);
    ASSERT_TRUE(place().store("order").commit(changes));
    const auto subscription = subscribe();
    std::vector<Delivered> polled;
    ASSERT_TRUE(eventually([&] { return !(polled = subscription->poll(10)).empty(); }));
    const auto& came = *polled.front().event;
    EXPECT_EQ(came.id, event.id);
    EXPECT_EQ(came.type, event.type);
    EXPECT_EQ(came.source, event.source);
    EXPECT_EQ(came.subject, event.subject);
    EXPECT_EQ(came.version, event.version);
    EXPECT_EQ(came.position, 1U);
    EXPECT_EQ(came.time, event.time);
    EXPECT_EQ(came.correlation, event.correlation);
    EXPECT_EQ(came.causation, event.causation);
    EXPECT_EQ(came.traceparent, event.traceparent);
    EXPECT_EQ(came.actor, event.actor);
    EXPECT_EQ(came.data, event.data);
    EXPECT_GE(polled.front().offset, 1U);
}

TEST_P(BusConformance, a_consumer_that_starts_late_gets_everything_from_the_beginning) {
    publish("order", 200);
    publish("cafe", 5);
    const auto subscription = subscribe();
    Follower follower(place(), *subscription);
    follower.expect(205, 7);
    publish("order", 2);
    follower.expect(2, 7);
}

TEST_P(BusConformance, a_consumer_goes_on_from_its_stored_positions) {
    publish("order", 50);
    publish("cafe", 5);
    Progress stored;
    {
        const auto subscription = subscribe();
        Follower follower(place(), *subscription);
        follower.follow(35, 8);
        stored = follower.progress();
    }
    const auto subscription = subscribe(stored.positions);
    Follower follower(place(), *subscription, stored);
    follower.expect(20);
}

TEST_P(BusConformance, after_a_rewind_exactly_the_missing_ones_come_again) {
    const auto subscription = subscribe();
    Follower follower(place(), *subscription);
    publish("order", 40);
    publish("cafe", 3);
    follower.follow(38);
    const auto stored = follower.progress();
    follower.expect(5);
    follower.rewind(stored);
    follower.expect(5);
    follower.rewind({});
    publish("order", 1);
    follower.expect(44, 6);
}

TEST_P(BusConformance, after_a_rewind_into_a_batch_the_rest_of_it_comes_again) {
    const auto subscription = subscribe();
    Follower follower(place(), *subscription);
    publish("order", 40);
    publish("cafe", 20);
    for (std::size_t keep = 0; keep < 4; ++keep) {
        while (follower.poll(6) < 2 && follower.at("order") + follower.at("cafe") < 60) {
        }
        follower.rewind_into_last_poll(keep);
        follower.poll(keep);  // and into what came again
        follower.rewind_into_last_poll(keep / 2);
    }
    follower.expect(60 - follower.at("order") - follower.at("cafe"), 6);
}

TEST_P(BusConformance, sources_that_nobody_asked_for_are_left_out) {
    const auto subscription = bus().subscribe("cafe", {"order"}, {}, {});
    Follower follower(place(), *subscription);
    publish("cafe", 3);
    publish("order", 2);
    follower.expect(2);
    EXPECT_EQ(follower.at("cafe"), 0U);
}

TEST_P(BusConformance, who_reacts_to_nothing_gets_nothing) {
    const auto subscription = bus().subscribe("identity", {}, {}, {});
    publish("order", 1);
    EXPECT_TRUE(subscription->poll(10).empty());
    subscription->rewind({});
    EXPECT_TRUE(subscription->poll(10).empty());
}

TEST_P(BusConformance, a_consumer_is_woken_when_there_is_something) {
    std::atomic<int> woken = 0;
    const auto subscription = subscribe({}, [&woken] { ++woken; });
    Follower follower(place(), *subscription);
    publish("order", 1);
    follower.expect(1);
    woken = 0;
    publish("order", 1);
    EXPECT_TRUE(eventually([&] { return woken > 0; }));
    follower.expect(1);
}

TEST_P(BusConformance, a_consumer_that_is_gone_is_not_woken) {
    std::atomic<int> woken = 0;
    {
        const auto subscription = subscribe({}, [&woken] { ++woken; });
    }
    woken = 0;
    const auto other = subscribe({}, {}, "other");
    Follower follower(place(), *other);
    publish("order", 1);
    follower.expect(1);
    place().settle();
    EXPECT_EQ(woken, 0);
}

TEST_P(BusConformance, an_event_that_was_never_announced_comes_all_the_same) {
    std::atomic<int> woken = 0;
    const auto subscription = subscribe({}, [&woken] { ++woken; });
    Follower follower(place(), *subscription);
    publish("order", 2);
    follower.expect(2);
    woken = 0;
    publish("order", 3, false);
    EXPECT_TRUE(eventually([&] { return woken > 0; }));
    follower.expect(3);
    // The next announcement follows on a gap.
    publish("order", 2, false);
    publish("order", 4);
    follower.expect(6);
}

TEST_P(BusConformance, a_slow_consumer_beyond_the_memory_of_the_bus_misses_nothing) {
    const auto slow_subscription = subscribe({}, {}, "slow");
    const auto fast_subscription = subscribe({}, {}, "fast");
    Follower slow(place(), *slow_subscription);
    Follower fast(place(), *fast_subscription);
    for (int i = 0; i < 30; ++i) {
        publish("order", 10);
        fast.expect(10);
        if (i % 7 == 0) slow.follow(3);
    }
    slow.expect(285);
    EXPECT_EQ(slow.at("order"), 300U);
}

TEST_P(BusConformance, a_restart_goes_on_where_the_positions_say) {
    Progress stored;
    {
        const auto subscription = subscribe();
        Follower follower(place(), *subscription);
        publish("order", 10);
        follower.follow(4);
        stored = follower.progress();
    }
    publish("order", 10, false);
    place().restart();
    const auto subscription = subscribe(stored.positions);
    Follower follower(place(), *subscription, stored);
    follower.expect(16);
}

TEST_P(BusConformance, polling_no_more_than_asked_hands_over_from_store_to_memory_without_gap) {
    std::mt19937 random(7);  // NOLINT(bugprone-random-generator-seed): the same run each time
    const auto subscription = subscribe();
    Follower follower(place(), *subscription);
    std::size_t published = 0;
    std::size_t polled = 0;
    for (int i = 0; i < 400; ++i) {
        const auto count = static_cast<int>(random() % 12);
        if (count > 0) publish(random() % 2 == 0 ? "order" : "cafe", count, random() % 8 != 0);
        published += static_cast<std::size_t>(count);
        if (random() % 5 == 0) {
            const auto before = follower.progress();
            follower.poll(1 + random() % 40);
            follower.rewind(before);
        }
        polled += follower.poll(1 + random() % 15);
    }
    place().settle();
    follower.expect(published - polled);
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
            const auto subscription = subscribe(
                {},
                [&woken] {
                    woken = true;
                    woken.notify_one();
                },
                "consumer-" + std::to_string(consumer));
            Follower follower(place(), *subscription);
            auto committed = follower.progress();
            while (follower.at("order") < last || follower.at("cafe") < last) {
                // A wake is all that a consumer may wait for: if one were missing, this test would hang.
                woken.wait(false);
                woken = false;
                while (follower.poll(1 + random() % 60) > 0) {
                    if (random() % 50 == 0) follower.rewind(committed);
                    committed = follower.progress();
                    if (testing::Test::HasFailure()) return;
                }
            }
        });
    }
}

}  // namespace
}  // namespace dangol::conformance
