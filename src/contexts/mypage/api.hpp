#pragma once

#include <vector>

#include "contexts/mypage/queue.hpp"
#include "runtime/context.hpp"
#include "runtime/guarded.hpp"

namespace dangol::mypage {

/// The HTTP API under /myPages. `queues` must outlive the routes.
[[nodiscard]] std::vector<runtime::Route> make_routes(runtime::Host host, runtime::Guarded<Queues>& queues);

}  // namespace dangol::mypage
