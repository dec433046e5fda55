#pragma once

#include <functional>

#include "adapters/http/client.hpp"

namespace dangol::adapters {

/// HttpClient::send, or what a test has instead. `done` is called exactly once.
using HttpSend = std::function<void(HttpCall call, std::move_only_function<void(HttpOutcome)> done)>;

/// The client must outlive what it is given to.
[[nodiscard]] inline HttpSend send_through(HttpClient& client) {
    return [&client](HttpCall call, std::move_only_function<void(HttpOutcome)> done) {
        client.send(std::move(call), std::move(done));
    };
}

}  // namespace dangol::adapters
