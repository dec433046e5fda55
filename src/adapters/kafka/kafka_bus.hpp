#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/kafka/figures.hpp"
#include "adapters/kafka/kafka_options.hpp"
#include "runtime/event_bus.hpp"
#include "runtime/outbox.hpp"

namespace dangol::adapters {

namespace kafka {
class Relay;
class Topics;
class Troubles;
}  // namespace kafka

/// The EventBus port over Kafka, for contexts in processes of their own: a topic for each source, a consumer
/// group for each consumer, and a relay that carries a context's outbox to its topic. What it needs on the
/// broker it makes in the background; while no broker answers, everything waits and nothing fails.
/// Thread-safe. It must outlive its subscriptions, and the stores must outlive it.
class KafkaBus final : public runtime::EventBus {
  public:
    /// Throws std::runtime_error if librdkafka refuses a setting.
    explicit KafkaBus(KafkaOptions options);
    /// Stops the relays: at most some seconds, also while the broker is away.
    ~KafkaBus() override;
    KafkaBus(const KafkaBus&) = delete;
    KafkaBus& operator=(const KafkaBus&) = delete;

    [[nodiscard]] std::unique_ptr<runtime::Subscription> subscribe(std::string consumer,
                                                                   std::vector<std::string> sources,
                                                                   runtime::StoredPositions from,
                                                                   std::function<void()> wake) override;
    /// Wakes the source's relay, if it is in this process. The events themselves come from the outbox.
    void committed(std::string_view source,
                   std::span<const std::shared_ptr<const EventRecord>> events) override;

    /// Publishes a context's events from now on, whenever it is this process's turn. Once for each source.
    /// The outbox is used by the relay's thread only.
    void publish(std::unique_ptr<runtime::Outbox> outbox);

    [[nodiscard]] const KafkaFigures& figures() const { return figures_; }

  private:
    const KafkaOptions options_;
    KafkaFigures figures_;
    std::unique_ptr<kafka::Troubles> troubles_;
    std::unique_ptr<kafka::Topics> topics_;
    std::mutex mutex_;
    std::map<std::string, std::unique_ptr<kafka::Relay>, std::less<>> relays_;
};

}  // namespace dangol::adapters
