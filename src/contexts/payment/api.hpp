#pragma once

#include <vector>

#include "runtime/context.hpp"

namespace dangol::payment {

/// GET /payments/{id}  GET /payments?state=  GET /payments/ledger  POST /payments/{id}/refund
[[nodiscard]] std::vector<runtime::Route> payment_routes(runtime::Host host);

}  // namespace dangol::payment
