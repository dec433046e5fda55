#pragma once

#include <string>

#include "core/event.hpp"

namespace dangol {

/// The event as published: CloudEvents 1.0 in JSON (api/asyncapi.yaml), with `data` as it was
/// recorded. The extension attributes are `aggregateversion` (a number), `position` (a decimal string: where
/// to resume), `correlationid`, `causationid`, `traceparent` and `actor`; those that are empty are
/// left out. `event.data` must be JSON.
[[nodiscard]] std::string to_cloud_event(const EventRecord& event);

}  // namespace dangol
