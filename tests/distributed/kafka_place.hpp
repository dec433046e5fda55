#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "adapters/kafka/kafka_bus.hpp"
#include "adapters/memory/memory_store.hpp"
#include "runtime/outbox.hpp"
#include "tests/conformance/bus_conformance.hpp"

/// The bus over a real Kafka broker, for the conformance suite and for what is Kafka's own.
namespace dangol::conformance {

/// What the events table's database keeps of a relay: how far it has come, and whose turn it is.
struct RelayState {
    std::mutex mutex;
    std::uint64_t cursor = 0;
    const void* owner = nullptr;
};

/// A store's events as a relay sees them.
class StoreOutbox final : public runtime::Outbox {
  public:
    StoreOutbox(std::string source, std::unique_ptr<runtime::Reader> reader, RelayState& state)
        : source_(std::move(source)), reader_(std::move(reader)), state_(state) {}
    ~StoreOutbox() override;

    [[nodiscard]] std::string_view source() const override { return source_; }
    [[nodiscard]] bool acquire() override;
    [[nodiscard]] std::vector<EventRecord> next(std::size_t limit) override;
    [[nodiscard]] bool published(const EventRecord& last) override;
    void rewind() override;

  private:
    std::string source_;
    std::unique_ptr<runtime::Reader> reader_;
    RelayState& state_;
    std::uint64_t given_ = 0;
};

/// Two contexts with stores in memory, and topics of this place's own on the broker at DANGOL_KAFKA. Throws
/// std::runtime_error, with what to do, if that is not set.
class KafkaPlace final : public BusPlace {
  public:
    KafkaPlace();

    runtime::EventBus& bus() override { return *bus_; }
    runtime::Store& store(const std::string& source) override { return *stores_.at(source); }
    void settle() override {}  // its relays look by themselves
    void restart() override;
    [[nodiscard]] bool reads_the_tables() const override { return false; }

    [[nodiscard]] const adapters::KafkaOptions& options() const { return options_; }
    [[nodiscard]] RelayState& relay(const std::string& source) { return relays_[source]; }

  private:
    adapters::MemoryDisk order_{"order"};
    adapters::MemoryDisk cafe_{"cafe"};
    std::map<std::string, std::unique_ptr<runtime::Store>> stores_;
    std::map<std::string, RelayState> relays_;
    adapters::KafkaOptions options_;
    std::unique_ptr<adapters::KafkaBus> bus_;
};

}  // namespace dangol::conformance
