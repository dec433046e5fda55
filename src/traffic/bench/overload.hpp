#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "traffic/bench/options.hpp"
#include "traffic/client/key_ring.hpp"

namespace dangol::traffic::client {
class ServerProcess;
}

/// More than a server can do, from clients that give up: what still comes out of it.
namespace dangol::traffic::bench {

/// Answers to people at work while everybody else orders.
struct AtWork {
    std::string who;
    std::size_t asked = 0;
    std::size_t in_time = 0;  ///< answered within a second, and with what the state of the order allows
    double p50_ms = 0;
    double p99_ms = 0;
};
BOOST_DESCRIBE_STRUCT(AtWork, (), (who, asked, in_time, p50_ms, p99_ms))

/// Also what --json writes.
struct OverloadFigures {
    double capacity = 0;    ///< orders placed per second in a closed loop
    double offered = 0;     ///< orders asked for per second after that, in an open loop
    double sent_share = 0;  ///< of the load that was meant; this program was too slow for the rest
    double goodput = 0;     ///< of these, placed before the client gave up, per second
    std::size_t shed = 0;   ///< answered 503 with Retry-After
    std::size_t gave_up = 0;
    std::size_t others = 0;  ///< answered otherwise
    double p50_ms = 0;       ///< of those placed
    double p99_ms = 0;
    std::vector<AtWork> at_work;
    double memory_before_mib = 0;  ///< 0: not measured
    double memory_half_mib = 0;    ///< in the middle of the overload
    double memory_after_mib = 0;
    double recovery_s = 0;  ///< until orders are placed as before; negative: they were not
};
BOOST_DESCRIBE_STRUCT(OverloadFigures, (),
                      (capacity, offered, sent_share, goodput, shed, gave_up, others, p50_ms, p99_ms, at_work,
                       memory_before_mib, memory_half_mib, memory_after_mib, recovery_s))

/// Loads the server at `url`, which runs with --demo: first to its capacity, then with `options.factor`
/// times as much. `server` is null if somebody else started it: then its memory is not measured. Throws
/// std::exception if it cannot even begin.
[[nodiscard]] OverloadFigures overload(const Options& options, const std::string& url, client::KeyRing& keys,
                                       const client::ServerProcess* server);

/// The table for people, with what was promised and is missed.
[[nodiscard]] std::string as_table(const OverloadFigures& figures);
/// Whether all that was promised was kept.
[[nodiscard]] bool kept(const OverloadFigures& figures);

}  // namespace dangol::traffic::bench
