// Properties of each state, and what an event changes.
#include <optional>
#include <utility>

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

State evolve(State state, const Event& event) {
    const auto bill = [&] {
        const auto* known = bill_of(state);
        return known == nullptr ? PaymentStarted{} : *known;
    };
    const auto capture = [&] {
        const auto* known = capture_of(state);
        return known == nullptr ? stage::Capture{} : *known;
    };
    return std::visit(
        Overloaded{
            [](const PaymentStarted& e) -> State { return stage::Started{e, {}}; },
            [&](const PaymentUnknown&) -> State {
                const auto* started = std::get_if<stage::Started>(&state);
                return stage::Unknown{bill(), started == nullptr ? std::nullopt : started->cancel_reason};
            },
            [&](const Paid& e) -> State { return stage::Paid{bill(), {e.approval_code, e.paid_at}}; },
            [&](const PaymentFailed& e) -> State { return stage::Failed{bill(), e.reason}; },
            [&](const RefundRequested& e) -> State {
                if (auto* settled = std::get_if<stage::Settled>(&state)) {
                    settled->refunds = e.number;
                    settled->refunding = {e.amount, e.reason, e.borne_by.value_or(BorneBy::cafe), false};
                    return std::move(state);
                }
                return stage::RefundRequested{bill(), capture(), e.reason, false};
            },
            [&](const RefundDelayed&) -> State {
                if (auto* requested = std::get_if<stage::RefundRequested>(&state)) requested->delayed = true;
                if (auto* settled = std::get_if<stage::Settled>(&state)) settled->refunding->delayed = true;
                return std::move(state);
            },
            [&](const PaymentCanceled& e) -> State {
                if (auto* settled = std::get_if<stage::Settled>(&state)) {
                    settled->refunded = e.total;
                    settled->refunding.reset();
                    return std::move(state);
                }
                const auto* requested = std::get_if<stage::RefundRequested>(&state);
                const bool loss_booked = requested != nullptr && requested->loss_booked;
                return stage::Refunded{bill(), capture(), e.refunded_at, loss_booked};
            },
            [&](const Settled&) -> State {
                const Money nothing{0, bill().amount.currency};
                return stage::Settled{bill(), capture(), 0, nothing, {}};
            },
            [&](const LossBooked&) -> State {
                if (auto* requested = std::get_if<stage::RefundRequested>(&state))
                    requested->loss_booked = true;
                if (auto* refunded = std::get_if<stage::Refunded>(&state)) refunded->loss_booked = true;
                return std::move(state);
            },
            [](const PaymentForbidden& e) -> State { return stage::Forbidden{e.customer_id, e.reason}; },
            [&](const CancelNoted& e) -> State {
                if (std::holds_alternative<stage::Unknown>(state)) return stage::Unknown{bill(), e.reason};
                return stage::Started{bill(), e.reason};
            },
        },
        event);
}

}  // namespace dangol::payment
