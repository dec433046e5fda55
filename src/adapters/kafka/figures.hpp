#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <tuple>
#include <vector>

#include "runtime/backlog.hpp"

namespace dangol::adapters {

/// How many events of a partition a consumer has not polled yet.
struct KafkaLag {
    std::string consumer;
    std::string source;
    int partition = 0;
    std::uint64_t events = 0;
};

/// Figures of one bus since its start; for /metrics. Thread-safe.
class KafkaFigures {
  public:
    std::atomic<std::uint64_t> published{0};          ///< events that a broker has confirmed
    std::atomic<std::uint64_t> producer_restarts{0};  ///< after a failed delivery
    std::atomic<std::uint64_t> unreadable{0};         ///< messages that are no event
    std::atomic<std::uint64_t> assignments{0};        ///< how often partitions fell to this process

    /// Of the partitions that are with this process, as of the last second in which their consumer polled.
    [[nodiscard]] std::vector<KafkaLag> lags() const;
    void set_lag(const std::string& consumer, const std::string& source, int partition, std::uint64_t events);
    void drop_lags(const std::string& consumer);

    /// What a context has committed and the broker does not have, as of the last two seconds; nothing for one
    /// whose relay is not in this process.
    [[nodiscard]] runtime::Backlog backlog(const std::string& source) const;
    void set_backlog(const std::string& source, runtime::Backlog backlog);

  private:
    mutable std::mutex mutex_;
    std::map<std::tuple<std::string, std::string, int>, std::uint64_t> lags_;
    std::map<std::string, runtime::Backlog> backlogs_;
};

}  // namespace dangol::adapters
