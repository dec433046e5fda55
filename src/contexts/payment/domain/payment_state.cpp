// Properties of each state.
#include "contexts/payment/domain/payment.hpp"
#include "core/overloaded.hpp"

namespace dangol::payment {

std::string_view status_of(const State& state) {
    return std::visit(Overloaded{
                          [](const stage::None&) { return "NONE"; },
                          [](const stage::Forbidden&) { return "FORBIDDEN"; },
                          [](const stage::Started&) { return "STARTED"; },
                          [](const stage::Unknown&) { return "UNKNOWN"; },
                          [](const stage::Failed&) { return "FAILED"; },
                          [](const stage::Paid&) { return "PAID"; },
                          [](const stage::RefundRequested&) { return "REFUND_REQUESTED"; },
                          [](const stage::Refunded&) { return "REFUNDED"; },
                          [](const stage::Settled&) { return "SETTLED"; },
                      },
                      state);
}

const PaymentStarted* bill_of(const State& state) {
    return std::visit(
        Overloaded{
            [](const OneOf<stage::None, stage::Forbidden> auto&) -> const PaymentStarted* { return nullptr; },
            [](const OneOf<stage::Started, stage::Unknown, stage::Failed, stage::Paid, stage::RefundRequested,
                           stage::Refunded, stage::Settled> auto& in) -> const PaymentStarted* {
                return &in.bill;
            },
        },
        state);
}

const stage::Capture* capture_of(const State& state) {
    return std::visit(
        Overloaded{
            [](const OneOf<stage::None, stage::Forbidden, stage::Started, stage::Unknown,
                           stage::Failed> auto&) -> const stage::Capture* { return nullptr; },
            [](const OneOf<stage::Paid, stage::RefundRequested, stage::Refunded, stage::Settled> auto& in)
                -> const stage::Capture* { return &in.capture; },
        },
        state);
}

}  // namespace dangol::payment
