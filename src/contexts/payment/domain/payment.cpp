// The rules of one payment, one function per command; each names every state.
#include "contexts/payment/domain/payment.hpp"

#include <utility>

#include "core/overloaded.hpp"

namespace dangol::payment {
namespace {

using Decision = Result<std::vector<Event>>;

/// An event about this payment; the caller fills in the rest.
template <class E>
E about(const PaymentStarted& bill) {
    E event;
    event.order_id = bill.order_id;
    event.cafe_id = bill.cafe_id;
    event.customer_id = bill.customer_id;
    return event;
}
template <class E>
E about(const PaymentStarted& bill, std::string reason) {
    auto event = about<E>(bill);
    event.reason = std::move(reason);
    return event;
}

Paid paid(const PaymentStarted& bill, const ConfirmApproved& confirmed) {
    auto event = about<Paid>(bill);
    event.amount = bill.amount;
    event.approval_code = confirmed.approval_code;
    event.paid_at = confirmed.at;
    return event;
}
RefundRequested refund_of(const PaymentStarted& bill, std::string reason) {
    auto event = about<RefundRequested>(bill, std::move(reason));
    event.amount = bill.amount;
    return event;
}

std::vector<std::string> allowed_in(const State& state) {
    using Commands = std::vector<std::string>;
    return std::visit(
        Overloaded{
            [](const stage::None&) { return Commands{"StartPayment", "CancelPayment"}; },
            [](const OneOf<stage::Started, stage::Unknown> auto&) {
                return Commands{"ConfirmApproved", "ConfirmDeclined", "CancelPayment"};
            },
            [](const stage::Paid&) { return Commands{"CancelPayment", "Settle"}; },
            [](const stage::RefundRequested&) { return Commands{"ConfirmRefunded"}; },
            [](const OneOf<stage::Forbidden, stage::Failed, stage::Refunded, stage::Settled> auto&) {
                return Commands{};
            },
        },
        state);
}

std::unexpected<Rejection> refuse_in(const State& state, std::string code, Text detail) {
    return refuse_transition(std::move(code), std::move(detail), std::string(status_of(state)),
                             allowed_in(state));
}

std::unexpected<Rejection> contradicts(const State& state) {
    return refuse_in(
        state, "contradicts-payment",
        {"결제사의 응답이 이미 확인된 결제 결과와 달라요. 결제사의 거래 내역과 대조해 주세요.",
         "The provider's answer contradicts the recorded outcome of this payment. Compare it with the "
         "provider's transactions."});
}

// ── Commands ───────────────────────────────────────────────────────────────────────────────────────

Decision decide_in(const State& state, const StartPayment& command) {
    if (command.amount.amount <= 0) {
        return refuse(Refusal::invalid, "invalid-amount",
                      {"결제 금액은 0보다 커야 해요.", "The amount to pay must be above 0."});
    }
    return std::visit(
        Overloaded{
            [&](const stage::None&) -> Decision {
                return recorded(PaymentStarted{command.order_id, command.cafe_id, command.customer_id,
                                               command.amount, command.method, command.at,
                                               command.valid_until});
            },
            [&](const stage::Forbidden&) -> Decision {
                return refuse_in(state, "payment-forbidden",
                                 {"이미 끝난 주문이라 결제할 수 없어요. 새로 주문해 주세요.",
                                  "This order has already ended and cannot be paid for. Place a new one."});
            },
            [&](const OneOf<stage::Started, stage::Unknown, stage::Failed, stage::Paid,
                            stage::RefundRequested, stage::Refunded, stage::Settled> auto& in) -> Decision {
                if (in.bill.amount == command.amount) return already_so();
                return refuse_in(state, "payment-differs",
                                 {"이 주문의 결제가 다른 금액으로 이미 시작됐어요. 새로 주문해 주세요.",
                                  "A payment of another amount has already begun for this order. Place a "
                                  "new one."});
            },
        },
        state);
}

Decision decide_in(const State& state, const ConfirmApproved& command) {
    return std::visit(
        Overloaded{
            [&](const OneOf<stage::Started, stage::Unknown> auto& in) -> Decision {
                if (!in.cancel_reason) return recorded(paid(in.bill, command));
                return recorded(paid(in.bill, command), refund_of(in.bill, *in.cancel_reason));
            },
            [&](const stage::Failed& in) -> Decision {
                return recorded(paid(in.bill, command), refund_of(in.bill, "late-approval"));
            },
            [&](const OneOf<stage::Paid, stage::RefundRequested, stage::Refunded, stage::Settled> auto& in)
                -> Decision {
                if (in.capture.approval_code == command.approval_code) return already_so();
                return contradicts(state);
            },
            [&](const OneOf<stage::None, stage::Forbidden> auto&) -> Decision { return contradicts(state); },
        },
        state);
}

Decision decide_in(const State& state, const ConfirmDeclined& command) {
    return std::visit(Overloaded{
                          [&](const OneOf<stage::Started, stage::Unknown> auto& in) -> Decision {
                              return recorded(about<PaymentFailed>(in.bill, command.reason));
                          },
                          [](const stage::Failed&) -> Decision { return already_so(); },
                          [&](const OneOf<stage::None, stage::Forbidden, stage::Paid, stage::RefundRequested,
                                          stage::Refunded, stage::Settled> auto&) -> Decision {
                              return contradicts(state);
                          },
                      },
                      state);
}

Decision decide_in(const State& state, const NoteUnknown&) {
    return std::visit(
        Overloaded{
            [](const stage::Started& in) -> Decision { return recorded(about<PaymentUnknown>(in.bill)); },
            [](const OneOf<stage::Unknown, stage::Failed, stage::Paid, stage::RefundRequested,
                           stage::Refunded, stage::Settled> auto&) -> Decision { return already_so(); },
            [&](const OneOf<stage::None, stage::Forbidden> auto&) -> Decision { return contradicts(state); },
        },
        state);
}

Decision decide_in(const State& state, const CancelPayment& command) {
    return std::visit(
        Overloaded{
            [&](const stage::None&) -> Decision {
                return recorded(
                    PaymentForbidden{command.order_id, command.cafe_id, command.customer_id, command.reason});
            },
            [&](const OneOf<stage::Started, stage::Unknown> auto& in) -> Decision {
                if (in.cancel_reason) return already_so();
                return recorded(about<CancelNoted>(in.bill, command.reason));
            },
            [&](const stage::Paid& in) -> Decision { return recorded(refund_of(in.bill, command.reason)); },
            [](const OneOf<stage::Forbidden, stage::Failed, stage::RefundRequested, stage::Refunded> auto&)
                -> Decision { return already_so(); },
            [&](const stage::Settled&) -> Decision {
                return refuse_in(
                    state, "payment-settled",
                    {"이미 매장과 라이더에게 정산된 결제예요. 환불은 매장에서 직접 처리해 주세요.",
                     "This payment has been settled with the café and the rider. Arrange the refund with "
                     "the café itself."});
            },
        },
        state);
}

Decision decide_in(const State& state, const ConfirmRefunded& command) {
    return std::visit(
        Overloaded{
            [&](const stage::RefundRequested& in) -> Decision {
                auto event = about<PaymentCanceled>(in.bill);
                event.amount = in.bill.amount;
                event.refunded_at = command.at;
                return recorded(std::move(event));
            },
            [](const stage::Refunded&) -> Decision { return already_so(); },
            [&](const OneOf<stage::None, stage::Forbidden, stage::Started, stage::Unknown, stage::Failed,
                            stage::Paid, stage::Settled> auto&) -> Decision { return contradicts(state); },
        },
        state);
}

Decision decide_in(const State& state, const NoteRefundTrouble& command) {
    return std::visit(
        Overloaded{
            [&](const stage::RefundRequested& in) -> Decision {
                if (in.delayed) return already_so();
                return recorded(about<RefundDelayed>(in.bill, command.reason));
            },
            [](const stage::Refunded&) -> Decision { return already_so(); },
            [&](const OneOf<stage::None, stage::Forbidden, stage::Started, stage::Unknown, stage::Failed,
                            stage::Paid, stage::Settled> auto&) -> Decision { return contradicts(state); },
        },
        state);
}

Decision decide_in(const State& state, const Settle& command) {
    return std::visit(
        Overloaded{
            [&](const stage::Paid& in) -> Decision {
                if (command.cafe_share.amount < 0 || command.delivery_share.amount < 0 ||
                    add(command.cafe_share, command.delivery_share) != in.bill.amount) {
                    return refuse_in(
                        state, "shares-do-not-add-up",
                        {"매장과 라이더의 몫을 더한 값이 결제 금액과 달라요. 주문의 금액을 확인해 주세요.",
                         "The shares of café and rider do not add up to the payment. Check the order's "
                         "prices."});
                }
                auto event = about<Settled>(in.bill);
                event.cafe_share = command.cafe_share;
                event.delivery_share = command.delivery_share;
                return recorded(std::move(event));
            },
            [](const stage::Settled&) -> Decision { return already_so(); },
            [&](const OneOf<stage::None, stage::Forbidden, stage::Started, stage::Unknown, stage::Failed,
                            stage::RefundRequested, stage::Refunded> auto&) -> Decision {
                return refuse_in(
                    state, "payment-not-settleable",
                    {"결제된 금액이 없거나 환불되는 결제라 정산할 수 없어요.",
                     "This payment cannot be settled: it was never captured, or it is refunded."});
            },
        },
        state);
}

}  // namespace

Result<std::vector<Event>> decide(const State& state, const Command& command) {
    return std::visit([&](const auto& given) { return decide_in(state, given); }, command);
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
                return stage::RefundRequested{bill(), capture(), e.reason, false};
            },
            [&](const RefundDelayed&) -> State {
                auto* requested = std::get_if<stage::RefundRequested>(&state);
                if (requested != nullptr) requested->delayed = true;
                return std::move(state);
            },
            [&](const PaymentCanceled& e) -> State {
                return stage::Refunded{bill(), capture(), e.refunded_at};
            },
            [&](const Settled&) -> State { return stage::Settled{bill(), capture()}; },
            [](const PaymentForbidden& e) -> State { return stage::Forbidden{e.customer_id, e.reason}; },
            [&](const CancelNoted& e) -> State {
                if (std::holds_alternative<stage::Unknown>(state)) return stage::Unknown{bill(), e.reason};
                return stage::Started{bill(), e.reason};
            },
        },
        event);
}

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

// ── The ledger ─────────────────────────────────────────────────────────────────────────────────────

namespace {

using Postings = std::vector<Posting>;

constexpr auto provider_receivable = "provider_receivable";
constexpr auto customer_prepaid = "customer_prepaid";
constexpr auto rider_payable = "rider_payable";

Postings shared_out(const Settled& settled) {
    // The decider has checked the shares: their sum is an amount that was paid, and in range.
    const Money total{settled.cafe_share.amount + settled.delivery_share.amount, settled.cafe_share.currency};
    Postings postings{{customer_prepaid, total},
                      {"cafe_payable:" + settled.cafe_id.value, negate(settled.cafe_share)}};
    if (settled.delivery_share.amount != 0)
        postings.push_back({rider_payable, negate(settled.delivery_share)});
    return postings;
}

}  // namespace

std::vector<Posting> postings_of(const Event& event) {
    return std::visit(
        Overloaded{
            [](const Paid& e) {
                return Postings{{provider_receivable, e.amount}, {customer_prepaid, negate(e.amount)}};
            },
            [](const PaymentCanceled& e) {
                return Postings{{customer_prepaid, e.amount}, {provider_receivable, negate(e.amount)}};
            },
            [](const Settled& e) { return shared_out(e); },
            [](const OneOf<PaymentStarted, PaymentUnknown, PaymentFailed, RefundRequested, RefundDelayed,
                           PaymentForbidden, CancelNoted> auto&) { return Postings{}; },
        },
        event);
}

}  // namespace dangol::payment
