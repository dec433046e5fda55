#pragma once

#include <memory>

#include "contexts/order/order_aggregate.hpp"
#include "contexts/order/payment_port.hpp"
#include "runtime/context.hpp"

/// The one door of the order context.
namespace dangol::order {

struct Settings {
    Deadlines deadlines;
    Duration cancel_answer_within =
        std::chrono::seconds{2};  ///< how long POST …/cancel waits for the café's verdict
};

/// `payments` must outlive the context.
[[nodiscard]] std::unique_ptr<runtime::Context> make_context(Settings settings, PaymentPort& payments);

}  // namespace dangol::order
