#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "adapters/kafka/client.hpp"
#include "adapters/kafka/figures.hpp"
#include "adapters/kafka/topics.hpp"
#include "runtime/event_bus.hpp"

namespace dangol::adapters::kafka {

/// A consumer's share of its sources: the consumer group `prefix + consumer` deals the partitions out to the
/// replicas. Kafka only deals them out; how far they are read stands in our store, so a partition is taken on
/// from the stored position and nothing is ever committed to Kafka.
///
/// `Delivered::offset` and `Position::offset` are Kafka's offset + 1, as Kafka itself counts what is read: 0
/// is "nothing yet". One thread, but for `wake`, which librdkafka's threads call.
class Consumer final : public runtime::Subscription {
  public:
    struct Place {
        const KafkaOptions& options;
        Troubles& troubles;
        Topics& topics;
        KafkaFigures& figures;
    };
    Consumer(Place place, std::string name, std::vector<std::string> sources, runtime::StoredPositions from,
             std::function<void()> wake);
    ~Consumer() override;
    Consumer(const Consumer&) = delete;
    Consumer& operator=(const Consumer&) = delete;

    /// Also the place where partitions come and go, so it must be called at least every few seconds.
    [[nodiscard]] std::vector<runtime::Delivered> poll(std::size_t max) override;
    void rewind(std::span<const runtime::Position> positions) override;
    [[nodiscard]] bool repeats() const override { return true; }

  private:
    struct Partition {
        std::string topic;
        std::string source;
        int number = 0;
        std::uint64_t polled = 0;         ///< position of the last event polled
        std::uint64_t polled_before = 0;  ///< … before the last call of `poll`
    };

    [[nodiscard]] Client open();
    /// Subscribes as soon as all topics are there. False: not yet.
    [[nodiscard]] bool subscribed();
    void rebalance(rd_kafka_resp_err_t what, const rd_kafka_topic_partition_list_t& dealt);
    /// Takes on what was dealt out, from the stored positions on. Throws what `from_` throws, and is then
    /// called again.
    void take_on();
    void give_up();
    /// Reads on from each partition's `polled`.
    void assign();
    void take(const rd_kafka_message_t& message);
    void measure_lag();
    [[nodiscard]] Partition* find(std::string_view topic, int number);

    Place place_;
    std::string name_;
    std::vector<std::string> sources_;
    runtime::StoredPositions from_;
    std::function<void()> wake_;
    std::vector<Partition> partitions_;
    std::optional<std::vector<Partition>> dealt_;  ///< not yet taken on
    std::vector<runtime::Delivered> polled_;       ///< by the last call of `poll`
    std::deque<runtime::Delivered> again_;         ///< polled, and to be polled again
    std::chrono::steady_clock::time_point lag_measured_;
    bool subscribed_ = false;
    Client client_;
    Queue queue_;
    Topics::Listeners::iterator listener_;
};

}  // namespace dangol::adapters::kafka
