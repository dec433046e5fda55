#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/telemetry/metrics.hpp"
#include "core/time.hpp"

/// The figures of one moment, as the built-in page needs them.
namespace dangol::adapters::observe {

/// How many took how long: cumulative counts by bound, the last one infinite.
struct Times {
    std::vector<std::pair<double, std::uint64_t>> buckets;
    double count = 0;

    void add(const adapters::Metrics::Sample& sample);
    /// What was observed since `earlier`.
    [[nodiscard]] Times since(const Times& earlier) const;
    /// Seconds under which the share `quantile` of them stayed, as Prometheus' histogram_quantile has it; 0
    /// if there are none.
    [[nodiscard]] double quantile(double quantile) const;
};

struct Requests {
    Times times;
    double failed = 0;  ///< 5xx
};

class Moment {
  public:
    Moment() = default;
    Moment(const std::vector<adapters::Metrics::Family>& families, Timestamp at);

    [[nodiscard]] Timestamp at() const { return at_; }
    [[nodiscard]] const Requests& all() const { return all_; }
    [[nodiscard]] const std::map<std::string, Requests>& routes() const { return routes_; }  ///< "GET /cafes"
    /// Of a family with one label: its values by that label's; of one without labels the only key is "".
    [[nodiscard]] const std::map<std::string, double>& figures(std::string_view name) const;
    [[nodiscard]] const std::map<std::string, Times>& times(std::string_view name) const;
    /// All values of it added up, or the greatest; 0 where there is none.
    [[nodiscard]] double sum(std::string_view name) const;
    [[nodiscard]] double figure(std::string_view name, const std::string& label = {}) const;

  private:
    void read_requests(const adapters::Metrics::Family& family);

    Timestamp at_{};
    Requests all_;
    std::map<std::string, Requests> routes_;
    std::map<std::string, std::map<std::string, double>, std::less<>> figures_;
    std::map<std::string, std::map<std::string, Times>, std::less<>> times_;
};

/// The last ten minutes. Not thread-safe.
class History {
  public:
    static constexpr Duration step = std::chrono::seconds{5};
    static constexpr std::size_t kept = 120;

    void add(Moment moment);
    [[nodiscard]] bool empty() const { return moments_.empty(); }
    [[nodiscard]] const Moment& now() const { return moments_.back(); }
    /// A minute ago, or as far back as there is.
    [[nodiscard]] const Moment& minute_ago() const;
    /// What `of` gives for each two neighbours, the oldest first: (earlier, later, seconds between them).
    template <class Of>
    [[nodiscard]] std::vector<double> series(Of of) const {
        std::vector<double> values;
        for (std::size_t i = 1; i < moments_.size(); ++i) {
            values.push_back(of(moments_[i - 1], moments_[i], seconds_between(moments_[i - 1], moments_[i])));
        }
        return values;
    }
    [[nodiscard]] static double seconds_between(const Moment& earlier, const Moment& later);

  private:
    std::vector<Moment> moments_;
};

}  // namespace dangol::adapters::observe
