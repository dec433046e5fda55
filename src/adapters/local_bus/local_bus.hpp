#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/backlog.hpp"
#include "runtime/event_bus.hpp"
#include "runtime/store.hpp"

namespace dangol::adapters {

class LocalSource;

struct LocalBusOptions {
    /// Opens a reader of a source's store. nullptr: there is no such store yet; asked again at
    /// `poll_foreign_sources`. Called from any thread. What it returns must not outlive the store, so neither
    /// may the bus.
    std::function<std::unique_ptr<runtime::Reader>(std::string_view source)> open = {};
    /// Told when a source cannot be read, and when a consumer is ahead of it: then its consumers, or that
    /// one, wait, and the other sources go on. Any thread; may be empty.
    std::function<void(std::string_view source, std::string_view why)> on_trouble = {};
    std::size_t tail_max = 8192;  ///< events kept in memory for each source
    std::size_t page = 512;       ///< events read from a store at once
};

/// How many events of a source a consumer has not polled yet.
struct LocalLag {
    std::string consumer;
    std::string source;
    std::uint64_t events = 0;
};

/// The embedded default of the EventBus port: the sources' events tables are the log, and a position in them
/// is the offset (partition 0). What was just committed is handed over in memory to those that keep up; who
/// is behind reads pages from the store. Thread-safe. It must outlive its subscriptions.
class LocalBus final : public runtime::EventBus {
  public:
    explicit LocalBus(LocalBusOptions options);
    ~LocalBus() override;

    [[nodiscard]] std::unique_ptr<runtime::Subscription> subscribe(std::string consumer,
                                                                   std::vector<std::string> sources,
                                                                   runtime::StoredPositions from,
                                                                   std::function<void()> wake) override;
    void committed(std::string_view source,
                   std::span<const std::shared_ptr<const EventRecord>> events) override;

    /// Looks in the stores for events that nobody announced: those of another process, or of a commit whose
    /// outcome was unknown. The host calls it regularly, every 200 ms or so; it costs one small read for each
    /// source.
    void poll_foreign_sources();

    /// For /metrics, of the consumers in this process; one that follows its own events is none.
    [[nodiscard]] std::vector<LocalLag> lags();
    /// What the slowest of them has not polled. From memory: how long something waits that only the store has
    /// is found out by `poll_foreign_sources`.
    [[nodiscard]] runtime::Backlog backlog(std::string_view source);

  private:
    LocalSource& source(std::string_view name);
    [[nodiscard]] std::vector<LocalSource*> sources();

    LocalBusOptions options_;
    std::mutex mutex_;  ///< of the map; a source has its own
    std::map<std::string, std::unique_ptr<LocalSource>, std::less<>> sources_;
};

}  // namespace dangol::adapters
