#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/writer.hpp"

namespace prometheus {
class Histogram;
}

namespace dangol::adapters {

/// The figures behind /metrics, in the Prometheus text format. Thread-safe once everything is added.
///
/// Names follow Prometheus' rules, which a test holds them to: our own begin with "dangol_", units are base
/// units (seconds, bytes), what only ever grows ends in "_total" and is added as a counter. No label has a
/// value for each order, account or branch.
class Metrics {
  public:
    using Labels = std::vector<std::pair<std::string, std::string>>;

    /// Grows by what its holder adds.
    class Counter {
      public:
        void add(std::uint64_t amount = 1) { value_.fetch_add(amount, std::memory_order_relaxed); }
        [[nodiscard]] std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

      private:
        std::atomic<std::uint64_t> value_{0};
    };
    /// A histogram of times.
    class Timing {
      public:
        explicit Timing(prometheus::Histogram& histogram) : histogram_(histogram) {}
        void observe(double seconds);

      private:
        prometheus::Histogram& histogram_;
    };

    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    /// The writer must outlive the metrics.
    void add(const runtime::Writer& writer);
    /// Figures that are asked for at each scrape, on whatever thread; those of one name are told apart by
    /// their labels. A counter must never fall.
    void add_gauge(std::string name, std::string help, std::function<double()> value, Labels labels = {});
    void add_counter(std::string name, std::string help, std::function<double()> value, Labels labels = {});

    /// Kept here, and moved by whoever asked for it. They live as long as the metrics.
    [[nodiscard]] Counter& counter(std::string name, std::string help, Labels labels = {});
    /// `bounds` of the buckets, ascending, in seconds.
    [[nodiscard]] Timing& timing(const std::string& name, const std::string& help, const Labels& labels,
                                 std::vector<double> bounds);

    /// One answered request.
    void request(std::string_view method, std::string_view route, int status, double seconds);

    [[nodiscard]] std::string text() const;

    /// The same as values.
    struct Sample {
        Labels labels;
        double value = 0;  ///< of a histogram: how many were observed
        double sum = 0;    ///< of a histogram
        std::vector<std::pair<double, std::uint64_t>> buckets = {};  ///< of a histogram: (bound, up to there)
    };
    struct Family {
        std::string name;
        std::vector<Sample> samples;
    };
    [[nodiscard]] std::vector<Family> families() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace dangol::adapters
