// The embedded adapters of the Store port.
#include "adapters/memory/memory_store.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "adapters/system/clock.hpp"
#include "tests/conformance/shared_store_conformance.hpp"
#include "tests/conformance/temporary_folder.hpp"

namespace dangol::conformance {
namespace {

class SqlitePlace final : public StorePlace {
  public:
    std::unique_ptr<runtime::Store> open() override {
        return adapters::open_sqlite_store({.path = folder_.file("order.db"), .context = "order"});
    }

  private:
    TemporaryFolder folder_;
};

class MemoryPlace final : public StorePlace {
  public:
    std::unique_ptr<runtime::Store> open() override { return adapters::open_memory_store(disk_); }

  private:
    adapters::MemoryDisk disk_{"order"};
};

class SharedMemoryPlace final : public SharedStorePlace {
  public:
    std::unique_ptr<runtime::Store> open() override { return open_as("r1"); }
    std::unique_ptr<runtime::Store> open_as(const std::string& replica) override {
        return adapters::open_shared_memory_store(disk_, replica, clock_);
    }

  private:
    adapters::SystemClock clock_;
    adapters::MemoryDisk disk_{"order"};
};

INSTANTIATE_TEST_SUITE_P(memory, SharedStoreConformance,
                         testing::Values(SharedStoreAdapter{
                             "memory", [] { return std::make_unique<SharedMemoryPlace>(); }}),
                         [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    embedded, StoreConformance,
    testing::Values(StoreAdapter{"sqlite", [] { return std::make_unique<SqlitePlace>(); }},
                    StoreAdapter{"memory", [] { return std::make_unique<MemoryPlace>(); }}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace dangol::conformance
