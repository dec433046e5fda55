// How many durable commits a store takes: each item is one event, one new document and one row, as an order
// leads to.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <memory>
#include <string>

#include "adapters/memory/memory_store.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "adapters/system/ids.hpp"
#include "traffic/bench/store_limit.hpp"

namespace dangol {
namespace {

constexpr std::size_t event_bytes = 600;

void commit_batches(benchmark::State& state, runtime::Store& store) {
    adapters::SystemIds ids;
    for (auto _ : state) {
        state.PauseTiming();
        auto changes = traffic::bench::placed_orders(state.range(0), event_bytes, ids);
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
