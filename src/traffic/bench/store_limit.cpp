#include "traffic/bench/store_limit.hpp"

#include <stdexcept>

#include "adapters/sqlite/sqlite_store.hpp"
#include "traffic/bench/recorder.hpp"

namespace dangol::traffic::bench {
namespace {

constexpr std::int64_t orders_in_commit = 128;
constexpr std::size_t order_bytes = 900;  ///< of a small order as JSON

}  // namespace

runtime::Changes placed_orders(std::int64_t count, std::size_t bytes, adapters::SystemIds& ids) {
    const auto data = "{\"note\":\"" + std::string(bytes, 'x') + "\"}";
    runtime::Changes changes;
    for (std::int64_t i = 0; i < count; ++i) {
        const auto id = ids.next();
        changes.events.push_back({.id = ids.next(),
                                  .type = "OrderPlaced",
                                  .source = "order",
                                  .subject = id,
                                  .version = 1,
                                  .position = 0,
                                  .time = Timestamp{},
                                  .scope = "cafe",
                                  .correlation = id,
                                  .causation = id,
                                  .traceparent = {},
                                  .data = data});
        changes.documents.push_back({"Order", id, 1, 0, data});
        changes.rows.emplace_back(runtime::Row{"orders", id, "customer", i, {}});
    }
    return changes;
}

double measure_store_limit(const std::string& folder, Duration time) {
    const auto store = adapters::open_sqlite_store({folder + "/limit.db", "order"});
    adapters::SystemIds ids;
    std::int64_t taken = 0;
    const auto begin = Clock::now();
    while (Clock::now() - begin < time) {
        auto changes = placed_orders(orders_in_commit, order_bytes, ids);
        if (const auto done = store->commit(changes); !done) throw std::runtime_error(done.error().message);
        taken += orders_in_commit;
    }
    return static_cast<double>(taken) / std::chrono::duration<double>(Clock::now() - begin).count();
}

}  // namespace dangol::traffic::bench
