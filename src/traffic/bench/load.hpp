#pragma once

#include <string>

#include "traffic/bench/options.hpp"
#include "traffic/bench/recorder.hpp"
#include "traffic/client/key_ring.hpp"

namespace dangol::traffic::client {
class ServerProcess;
}

namespace dangol::traffic::bench {

struct LoadFigures {
    double seconds = 0;                ///< that were measured
    double server_cpu_seconds = 0;     ///< in that time; 0 for a server that we did not start
    double generator_cpu_seconds = 0;  ///< likewise, our own
};

/// Puts the load on the server at `url` and waits until it is over: sign-in, warm-up, the measured time, the
/// rest of each story, and a look at some of the finished orders, which must show COMPLETED (an order that
/// does not is an error). `server` is null if somebody else started it. Throws std::exception if it cannot
/// even begin.
[[nodiscard]] LoadFigures put_load(const Options& options, const std::string& url, client::KeyRing& keys,
                                   const client::ServerProcess* server, Recorder& recorder);

}  // namespace dangol::traffic::bench
