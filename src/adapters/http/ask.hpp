#pragma once

#include "adapters/http/client.hpp"
#include "adapters/http/tasks.hpp"

namespace dangol::adapters {

/// A call as a step of a coroutine. `client` must run on the io_context that the coroutine runs on, and
/// outlive the call.
[[nodiscard]] Task<HttpOutcome> ask(HttpClient& client, HttpCall call);

}  // namespace dangol::adapters
