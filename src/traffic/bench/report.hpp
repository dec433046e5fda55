#pragma once

#include <optional>
#include <string>

#include "traffic/bench/machine.hpp"
#include "traffic/bench/options.hpp"
#include "traffic/bench/recorder.hpp"

namespace dangol::traffic::bench {

/// Of a server that the benchmark started itself.
struct ServerFigures {
    double ready_ms = 0;      ///< from its start to the ready line, on an empty store
    double idle_rss_mib = 0;  ///< of that one, with nothing to do
    double rss_mib = 0;       ///< of the one that was measured, at the end
    double cpu_seconds = 0;   ///< while it was measured
};

struct Report {
    Options options;
    double seconds = 0;  ///< that were measured
    std::optional<double> limit;
    std::optional<ServerFigures> server;
    double generator_cpu_seconds = 0;
    Machine machine;

    /// Stories per second: orders placed, orders in the customer's hands, or pages read.
    [[nodiscard]] double per_second(const Recorder& recorder) const;
};

/// The table for people.
[[nodiscard]] std::string as_table(const Report& report, const Recorder& recorder);

/// For machines:
/// {"scenario","orders_per_second","errors","steps":{"place":{"count","p50_ms","p99_ms","p999_ms"}},
/// "limit":{"orders_per_second","ratio"},"machine":{…}}. "limit" is 0 where it was not measured (--url,
/// status).
[[nodiscard]] std::string as_json(const Report& report, const Recorder& recorder);

[[nodiscard]] std::string_view name_of(Scenario scenario);
[[nodiscard]] std::string_view name_of(Fulfilment fulfilment);

}  // namespace dangol::traffic::bench
