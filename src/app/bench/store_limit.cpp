#include "app/bench/store_limit.hpp"

#include <stdexcept>

#include "adapters/sqlite/sqlite_store.hpp"
#include "adapters/system/ids.hpp"
#include "app/bench/recorder.hpp"

namespace dangol::app::bench {
namespace {

constexpr int orders_in_commit = 128;
constexpr std::size_t order_bytes = 900;  ///< of a small order as JSON

runtime::Changes orders(adapters::SystemIds& ids, const std::string& data) {
    runtime::Changes changes;
    for (int i = 0; i < orders_in_commit; ++i) {
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

}  // namespace

double measure_store_limit(const std::string& folder, Duration time) {
    const auto store = adapters::open_sqlite_store({folder + "/limit.db", "order"});
    adapters::SystemIds ids;
    const auto data = "{\"note\":\"" + std::string(order_bytes, 'x') + "\"}";
    std::int64_t taken = 0;
    const auto begin = Clock::now();
    while (Clock::now() - begin < time) {
        auto changes = orders(ids, data);
        if (const auto done = store->commit(changes); !done) throw std::runtime_error(done.error().message);
        taken += orders_in_commit;
    }
    return static_cast<double>(taken) / std::chrono::duration<double>(Clock::now() - begin).count();
}

}  // namespace dangol::app::bench
