#pragma once

#include "app/config.hpp"
#include "app/storage.hpp"

namespace dangol::app {

/// Throws std::runtime_error, with what to do, if a context that this process runs is ahead of a source, or
/// is a source that others are ahead of (adapters/local_bus/ahead.hpp). Does nothing with Kafka.
void refuse_positions_ahead(const Config& config, const Storage& storage);

}  // namespace dangol::app
