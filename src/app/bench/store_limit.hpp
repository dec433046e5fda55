#pragma once

#include <string>

#include "core/time.hpp"

namespace dangol::app::bench {

/// How many orders per second the store alone would take: a bare loop of durable commits of 128 orders each,
/// every order one event, one document and one row, into a store below `folder`, for `time`. No HTTP, no
/// decision, no other context, so nothing that is durable can be faster on this machine and disk. The
/// simplest order writes about four times as much in two contexts; this bound is a distance to look at, not a
/// goal to reach.
[[nodiscard]] double measure_store_limit(const std::string& folder, Duration time);

}  // namespace dangol::app::bench
