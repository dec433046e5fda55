#pragma once

#include <vector>

#include "contexts/mypage/domain/my_page.hpp"
#include "contexts/mypage/pulse.hpp"
#include "contexts/mypage/queue.hpp"
#include "runtime/context.hpp"
#include "runtime/guarded.hpp"
#include "runtime/store.hpp"

namespace dangol::mypage {

/// The HTTP API under /myPages. `queues` and `pulse` must outlive the routes.
[[nodiscard]] std::vector<runtime::Route> make_routes(runtime::Host host, runtime::Guarded<Queues>& queues,
                                                      runtime::Guarded<Pulse>& pulse);

// Its parts.
/// Pages and their live streams, for the customer and those who serve them.
[[nodiscard]] std::vector<runtime::Route> page_routes(const runtime::Host& host,
                                                      runtime::Guarded<Queues>& queues);
/// How long the queues are, for anyone.
[[nodiscard]] std::vector<runtime::Route> queue_routes(runtime::Guarded<Queues>& queues);
/// What a branch sold, for its staff.
[[nodiscard]] runtime::Route sales_route(const runtime::Host& host);
/// What the operator watches: what needs a hand, how busy it is, every order live.
[[nodiscard]] std::vector<runtime::Route> operator_routes(const runtime::Host& host,
                                                          runtime::Guarded<Pulse>& pulse);

/// 400 for what should be the id of a branch, or several.
[[nodiscard]] std::unexpected<Rejection> bad_cafes();

/// The stored page and its version.
[[nodiscard]] std::optional<runtime::Versioned<Page>> stored_page(runtime::Reader& reader,
                                                                  const std::string& order_id);

}  // namespace dangol::mypage
