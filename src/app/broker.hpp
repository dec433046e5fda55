#pragma once

#include <functional>
#include <string_view>

#include "adapters/kafka/kafka_options.hpp"
#include "app/config.hpp"

namespace dangol::app {

/// The broker that the configuration names. `on_trouble` as in KafkaOptions.
[[nodiscard]] adapters::KafkaOptions broker_of(const Config& config,
                                               std::function<void(std::string_view)> on_trouble);

}  // namespace dangol::app
