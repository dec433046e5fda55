#include "app/broker.hpp"

#include <utility>

namespace dangol::app {

adapters::KafkaOptions broker_of(const Config& config, std::function<void(std::string_view)> on_trouble) {
    adapters::KafkaOptions options;
    options.brokers = config.kafka;
    options.prefix = config.kafka_prefix;
    options.partitions = config.kafka_partitions;
    options.replication = config.kafka_replication;
    options.on_trouble = std::move(on_trouble);
    return options;
}

}  // namespace dangol::app
