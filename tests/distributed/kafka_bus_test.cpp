// The Kafka adapter of the EventBus port, on a real broker: what every bus must do, and what is Kafka's own.
#include "tests/distributed/kafka_place.hpp"

namespace dangol::conformance {
namespace {

using namespace runtime;

const auto kafka = testing::Values(BusAdapter{"kafka", [] { return std::make_unique<KafkaPlace>(); }});
const auto its_name = [](const auto& test) { return test.param.name; };

INSTANTIATE_TEST_SUITE_P(kafka, BusConformance, kafka, its_name);

class KafkaRelay : public BusConformance {
  protected:
    KafkaPlace& kafka_place() { return dynamic_cast<KafkaPlace&>(place()); }
    adapters::KafkaBus& kafka_bus() { return dynamic_cast<adapters::KafkaBus&>(bus()); }

    /// The first `count` events that come.
    std::vector<Delivered> poll(Subscription& subscription, std::size_t count) {
        std::vector<Delivered> polled;
        EXPECT_TRUE(eventually([&] {
            for (auto& delivered : subscription.poll(count - polled.size())) polled.push_back(delivered);
            return polled.size() == count;
        }));
        return polled;
    }
};
INSTANTIATE_TEST_SUITE_P(kafka, KafkaRelay, kafka, its_name);

TEST_P(KafkaRelay, notes_in_the_outbox_how_far_it_has_come) {
    publish("order", 100);
    auto& state = kafka_place().relay("order");
    EXPECT_TRUE(eventually([&] {
        const std::scoped_lock lock(state.mutex);
        return state.cursor == 100;
    }));
    EXPECT_EQ(kafka_bus().figures().published, 100U);
}

TEST_P(KafkaRelay, what_it_publishes_again_comes_again_with_the_same_ids_under_other_offsets) {
    const auto subscription = subscribe();
    publish("order", 30);
    const auto first = poll(*subscription, 30);
    {
        auto& state = kafka_place().relay("order");
        EXPECT_TRUE(eventually([&] {
            const std::scoped_lock lock(state.mutex);
            return state.cursor == 30;
        }));
        const std::scoped_lock lock(state.mutex);
        state.cursor = 10;  // as if it had been killed before it noted the rest
        state.owner = nullptr;
    }
    publish("order", 1);  // it sees that another might be the relay, and begins again from the cursor
    const auto again = poll(*subscription, 21);
    EXPECT_TRUE(subscription->repeats());
    std::map<std::string, std::uint64_t> last;
    for (const auto& delivered : again) {
        const auto& event = *delivered.event;
        EXPECT_GT(event.position, 10U);
        EXPECT_GT(event.position, std::exchange(last[event.subject], event.position));
        for (const auto& before : first) {
            if (before.event->id != event.id) continue;
            EXPECT_EQ(before.partition, delivered.partition) << "the key decides";
            EXPECT_LT(before.offset, delivered.offset);
        }
    }
}

TEST_P(KafkaRelay, of_two_processes_one_publishes_and_the_other_takes_over) {
    auto& state = kafka_place().relay("order");
    adapters::KafkaBus other(kafka_place().options());
    EXPECT_TRUE(eventually([&] {
        const std::scoped_lock lock(state.mutex);
        return state.owner != nullptr;
    }));
    other.publish(std::make_unique<StoreOutbox>("order", place().store("order").reader(), state));
    const auto subscription = other.subscribe("mypage", {"order", "cafe"}, {}, {});
    Follower follower(place(), *subscription);
    publish("order", 50);
    follower.expect(50);
    EXPECT_EQ(other.figures().published, 0U);
    place().restart();
    publish("order", 50);
    follower.expect(50);
}

TEST_P(KafkaRelay, a_consumer_tells_how_far_behind_it_is) {
    publish("order", 60);
    const auto subscription = subscribe();
    const auto lag = [&] {
        std::uint64_t events = 0;
        for (const auto& partition : kafka_bus().figures().lags()) {
            EXPECT_EQ(partition.consumer, "mypage");
            if (partition.source == "order") events += partition.events;
        }
        return events;
    };
    static_cast<void>(poll(*subscription, 10));
    EXPECT_TRUE(eventually([&] {
        static_cast<void>(subscription->poll(0));
        return lag() == 50;
    })) << lag();
    static_cast<void>(poll(*subscription, 50));
    EXPECT_TRUE(eventually([&] {
        static_cast<void>(subscription->poll(1));
        return lag() == 0;
    })) << lag();
}

}  // namespace
}  // namespace dangol::conformance
