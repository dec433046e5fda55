#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "adapters/system/ids.hpp"
#include "core/time.hpp"
#include "runtime/store.hpp"

namespace dangol::traffic::bench {

/// A commit of `count` orders: each is one event and one document of `bytes` and more, and one row.
[[nodiscard]] runtime::Changes placed_orders(std::int64_t count, std::size_t bytes, adapters::SystemIds& ids);

/// How many orders per second the store alone would take: a bare loop of durable commits of 128 orders each,
/// every order one event, one document and one row, into a store below `folder`, for `time`. No HTTP, no
/// decision, no other context, so nothing that is durable can be faster on this machine and disk. The
/// simplest order writes about four times as much in two contexts; this bound is a distance to look at, not a
/// goal to reach.
[[nodiscard]] double measure_store_limit(const std::string& folder, Duration time);

}  // namespace dangol::traffic::bench
