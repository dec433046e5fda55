#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/writer.hpp"

namespace dangol::adapters {

/// The figures behind /metrics, in the Prometheus text format. Thread-safe once everything is added.
class Metrics {
  public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    /// The writer must outlive the metrics.
    void add(const runtime::Writer& writer);
    using Labels = std::vector<std::pair<std::string, std::string>>;
    /// A figure that is asked for at each scrape; those of one name are told apart by their labels.
    void add_gauge(std::string name, std::string help, std::function<double()> value, Labels labels = {});
    /// One answered request.
    void request(std::string_view method, std::string_view route, int status, double seconds);
    [[nodiscard]] std::string text() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace dangol::adapters
