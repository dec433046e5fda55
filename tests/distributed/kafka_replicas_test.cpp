// Replicas of one consumer share its partitions. Whatever comes and goes, each event has its effect once and
// in order: the positions stand with the effects, and who is not the first to move one begins again from what
// is stored.
#include <atomic>
#include <random>
#include <thread>

#include "tests/distributed/kafka_place.hpp"
#include "tests/support/positions.hpp"

namespace dangol::conformance {
namespace {

using namespace runtime;
using namespace std::chrono_literals;

/// What the replicas' shared database holds: effects and positions, changed together or not at all.
class Effects {
  public:
    std::vector<Position> positions() {
        const std::scoped_lock lock(mutex_);
        if (away_ > 0) {
            --away_;
            throw StoreUnavailable("the database is away");
        }
        return positions_;
    }

    /// False, and nothing is done, if another replica has moved one of the positions since `seen`.
    bool commit(std::span<const Delivered> batch, std::vector<Position>& seen) {
        const std::scoped_lock lock(mutex_);
        auto next = positions_;
        for (const auto& delivered : batch) {
            const auto& source = delivered.event->source;
            if (position_of(seen, source, delivered.partition).offset !=
                position_of(positions_, source, delivered.partition).offset) {
                ++conflicts;
                return false;
            }
            auto& position = position_of(next, source, delivered.partition);
            EXPECT_GT(delivered.offset, position.offset) << delivered.event->id;
            position.offset = delivered.offset;
        }
        for (const auto& delivered : batch) {
            const auto& event = *delivered.event;
            ++effects_[event.id];
            auto& last = last_[event.source + event.subject];
            EXPECT_GT(event.position, last) << event.id << " came after a later event of its subject";
            last = event.position;
        }
        positions_ = seen = next;
        return true;
    }

    std::size_t count() {
        const std::scoped_lock lock(mutex_);
        return effects_.size();
    }
    void expect_each_once(std::size_t count) {
        const std::scoped_lock lock(mutex_);
        EXPECT_EQ(effects_.size(), count);
        for (const auto& [id, times] : effects_) EXPECT_EQ(times, 1) << id;
    }
    /// The next `times` that the positions are asked for, they cannot be had.
    void be_away(int times) {
        const std::scoped_lock lock(mutex_);
        away_ = times;
    }
    [[nodiscard]] bool back() {
        const std::scoped_lock lock(mutex_);
        return away_ == 0;
    }

    std::atomic<int> conflicts = 0;

  private:
    std::mutex mutex_;
    std::vector<Position> positions_;
    std::map<std::string, int> effects_;
    std::map<std::string, std::uint64_t> last_;
    int away_ = 0;
};

/// One replica of the consumer "mypage" in a process of its own, as far as Kafka can tell.
class Replica {
  public:
    Replica(const adapters::KafkaOptions& options, Effects& effects, unsigned seed)
        : bus_(options),
          effects_(effects),
          thread_([this, seed](const std::stop_token& stop) { run(stop, seed); }) {}

    [[nodiscard]] std::uint64_t assignments() const { return bus_.figures().assignments; }
    std::atomic<std::uint64_t> handled = 0;

  private:
    void run(const std::stop_token& stop, unsigned seed) {
        std::mt19937 random(seed);
        std::vector<Position> seen;
        const auto positions = [&] { return seen = effects_.positions(); };
        const auto subscription = bus_.subscribe("mypage", {"order", "cafe"}, positions, {});
        while (!stop.stop_requested()) {
            try {
                const auto batch = subscription->poll(1 + random() % 40);
                if (batch.empty()) {
                    std::this_thread::sleep_for(1ms);
                } else if (random() % 4 != 0 && effects_.commit(batch, seen)) {
                    handled += batch.size();
                } else {  // another was first, or this transaction was in doubt
                    subscription->rewind(positions());
                }
            } catch (const StoreUnavailable&) {
                std::this_thread::sleep_for(1ms);
            }
        }
    }

    adapters::KafkaBus bus_;
    Effects& effects_;
    std::jthread thread_;
};

class KafkaReplicas : public BusConformance {};
INSTANTIATE_TEST_SUITE_P(kafka, KafkaReplicas,
                         testing::Values(BusAdapter{"kafka", [] { return std::make_unique<KafkaPlace>(); }}),
                         [](const auto& test) { return test.param.name; });

TEST_P(KafkaReplicas, come_and_go_in_mid_batch_and_each_event_has_its_effect_once) {
    const auto& options = dynamic_cast<KafkaPlace&>(place()).options();
    Effects effects;
    std::size_t published = 0;
    std::vector<std::unique_ptr<Replica>> replicas;
    const auto go_on = [&](std::string_view until_when, const std::function<bool()>& until) {
        SCOPED_TRACE(until_when);
        ASSERT_TRUE(eventually([&] {
            publish(published % 2 == 0 ? "order" : "cafe", 5);
            published += 5;
            return until();
        }));
    };
    replicas.push_back(std::make_unique<Replica>(options, effects, 1));
    go_on("the first handles something", [&] { return replicas[0]->handled > 0; });
    replicas.push_back(std::make_unique<Replica>(options, effects, 2));
    go_on("the second handles something", [&] { return replicas[1]->handled > 0; });
    replicas.push_back(std::make_unique<Replica>(options, effects, 3));
    go_on("the third handles something", [&] { return replicas[2]->handled > 0; });
    const auto before = replicas[2]->assignments();
    replicas.erase(replicas.begin());
    go_on("the first one's share has gone to the others",
          [&] { return replicas[1]->assignments() > before; });
    EXPECT_TRUE(eventually([&] { return effects.count() == published; }))
        << effects.count() << " of " << published;
    effects.expect_each_once(published);
}

TEST_P(KafkaReplicas, a_partition_that_came_while_the_database_was_away_is_taken_on_later) {
    const auto& options = dynamic_cast<KafkaPlace&>(place()).options();
    Effects effects;
    effects.be_away(5);
    publish("order", 20);
    const Replica replica(options, effects, 1);
    EXPECT_TRUE(eventually([&] { return effects.count() == 20; }));
    EXPECT_TRUE(effects.back());
    effects.expect_each_once(20);
}

}  // namespace
}  // namespace dangol::conformance
