// The embedded adapter of the EventBus port, over both stores.
#include <map>

#include "adapters/local_bus/local_bus.hpp"
#include "adapters/memory/memory_store.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "tests/conformance/bus_conformance.hpp"
#include "tests/conformance/temporary_folder.hpp"

namespace dangol::conformance {
namespace {

using adapters::LocalBus;

class LocalPlace : public BusPlace {
  public:
    runtime::EventBus& bus() override { return *bus_; }
    runtime::Store& store(const std::string& source) override { return *stores_.at(source); }
    void settle() override { bus_->poll_foreign_sources(); }
    void restart() override {
        bus_ = std::make_unique<LocalBus>(adapters::LocalBusOptions{
            .open = [this](std::string_view source) { return stores_.at(std::string(source))->reader(); },
            .on_trouble = [](std::string_view source,
                             std::string_view why) { ADD_FAILURE() << source << ": " << why; },
            .tail_max = 16,
            .page = 8});
    }

  protected:
    std::map<std::string, std::unique_ptr<runtime::Store>> stores_;

  private:
    std::unique_ptr<LocalBus> bus_;
};

class SqlitePlace final : public LocalPlace {
  public:
    SqlitePlace() {
        for (const std::string context : {"order", "cafe"}) {
            stores_[context] = adapters::open_sqlite_store({folder_.file(context + ".db"), context});
        }
        restart();
    }

  private:
    TemporaryFolder folder_;
};

class MemoryPlace final : public LocalPlace {
  public:
    MemoryPlace() {
        stores_["order"] = adapters::open_memory_store(order_);
        stores_["cafe"] = adapters::open_memory_store(cafe_);
        restart();
    }

  private:
    adapters::MemoryDisk order_{"order"};
    adapters::MemoryDisk cafe_{"cafe"};
};

INSTANTIATE_TEST_SUITE_P(local, BusConformance,
                         testing::Values(BusAdapter{"sqlite", [] { return std::make_unique<SqlitePlace>(); }},
                                         BusAdapter{"memory",
                                                    [] { return std::make_unique<MemoryPlace>(); }}),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace dangol::conformance
