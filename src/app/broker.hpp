#pragma once

#include <functional>
#include <string_view>

#include "adapters/kafka/kafka_options.hpp"
#include "app/config.hpp"

namespace dangol::app {

/// Throws std::invalid_argument, with what would be right, if the settings that begin with "kafka" contradict
/// each other: a certificate without its key, a password that would travel in the clear …
void check_broker(const Config& config);

/// The broker that the configuration names, after `check_broker`. `on_trouble` as in KafkaOptions.
[[nodiscard]] adapters::KafkaOptions broker_of(const Config& config,
                                               std::function<void(std::string_view)> on_trouble);

}  // namespace dangol::app
