#include "adapters/kafka/kafka_bus.hpp"

#include <utility>

#include "adapters/kafka/client.hpp"
#include "adapters/kafka/consumer.hpp"
#include "adapters/kafka/relay.hpp"
#include "adapters/kafka/topics.hpp"

namespace dangol::adapters {
namespace {

/// Opens a client to see that its settings are good, before threads rely on them.
KafkaOptions checked(KafkaOptions options) {
    static_cast<void>(kafka::Settings(options).open(RD_KAFKA_PRODUCER, nullptr));
    return options;
}

/// What a consumer without sources gets: Kafka knows no such subscription.
class Nothing final : public runtime::Subscription {
  public:
    std::vector<runtime::Delivered> poll(std::size_t) override { return {}; }
    void rewind(std::span<const runtime::Position>) override {}
};

}  // namespace

KafkaBus::KafkaBus(KafkaOptions options)
    : options_(checked(std::move(options))),
      troubles_(std::make_unique<kafka::Troubles>(options_.on_trouble)),
      topics_(std::make_unique<kafka::Topics>(options_, *troubles_)) {}

KafkaBus::~KafkaBus() = default;

std::unique_ptr<runtime::Subscription> KafkaBus::subscribe(std::string consumer,
                                                           std::vector<std::string> sources,
                                                           runtime::StoredPositions from,
                                                           std::function<void()> wake) {
    if (sources.empty()) return std::make_unique<Nothing>();
    return std::make_unique<kafka::Consumer>(kafka::Consumer::Place{options_, *troubles_, *topics_, figures_},
                                             std::move(consumer), std::move(sources), std::move(from),
                                             std::move(wake));
}

void KafkaBus::committed(std::string_view source,
                         std::span<const std::shared_ptr<const EventRecord>> events) {
    if (events.empty()) return;
    const std::scoped_lock lock(mutex_);
    if (const auto relay = relays_.find(source); relay != relays_.end()) relay->second->hint();
}

void KafkaBus::publish(std::unique_ptr<runtime::Outbox> outbox) {
    std::string source(outbox->source());
    auto relay = std::make_unique<kafka::Relay>(options_, *troubles_, *topics_, figures_, std::move(outbox));
    const std::scoped_lock lock(mutex_);
    relays_.insert_or_assign(std::move(source), std::move(relay));
}

}  // namespace dangol::adapters
