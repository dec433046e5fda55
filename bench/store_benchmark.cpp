// How many durable commits a store takes: each item is one event, one new document and one row, as an order
// leads to.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <memory>
#include <string>

#include "adapters/memory/memory_store.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "adapters/system/ids.hpp"

namespace dangol {
namespace {

runtime::Changes batch_of(std::int64_t size, adapters::SystemIds& ids) {
    const std::string data(600, 'x');
    runtime::Changes changes;
    for (std::int64_t i = 0; i < size; ++i) {
        const auto id = ids.next();
        changes.events.push_back({.id = ids.next(),
                                  .type = "OrderPlaced",
                                  .source = "order",
                                  .subject = id,
                                  .version = 1,
                                  .position = 0,
                                  .time = Timestamp{Duration{1'800'000'000'000}},
                                  .scope = "cafe-1",
                                  .correlation = id,
                                  .causation = id,
                                  .traceparent = {},
                                  .data = data});
        changes.documents.push_back({"Order", id, 1, 0, data});
        changes.rows.emplace_back(runtime::Row{"open", id, "cafe-1", i, {}});
    }
    return changes;
}

void commit_batches(benchmark::State& state, runtime::Store& store) {
    adapters::SystemIds ids;
    for (auto _ : state) {
        state.PauseTiming();
        auto changes = batch_of(state.range(0), ids);
        state.ResumeTiming();
        if (!store.commit(changes)) state.SkipWithError("commit failed");
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void sqlite_commit(benchmark::State& state) {
    const auto folder = std::filesystem::current_path() / "store_benchmark";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    {
        const auto store = adapters::open_sqlite_store({(folder / "order.db").string(), "order"});
        commit_batches(state, *store);
    }
    std::filesystem::remove_all(folder);
}

void memory_commit(benchmark::State& state) {
    adapters::MemoryDisk disk("order");
    const auto store = adapters::open_memory_store(disk);
    commit_batches(state, *store);
}

BENCHMARK(sqlite_commit)->Arg(1)->Arg(16)->Arg(64)->Arg(256)->UseRealTime();
BENCHMARK(memory_commit)->Arg(1)->Arg(16)->Arg(64)->Arg(256)->UseRealTime();

}  // namespace
}  // namespace dangol
