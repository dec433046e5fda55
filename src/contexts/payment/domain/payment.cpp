// The rules of one payment, one function per command; each names every state.
#include "contexts/payment/domain/payment.hpp"

#include <initializer_list>
#include <optional>
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

Paid paid(const PaymentStarted& bill, const ConfirmApproved& confirmed,
          std::optional<std::string> goes_back = {}) {
    auto event = about<Paid>(bill);
    event.amount = bill.amount;
    event.approval_code = confirmed.approval_code;
    event.paid_at = confirmed.at;
    event.goes_back = std::move(goes_back);
    return event;
}
RefundRequested refund_of(const PaymentStarted& bill, std::string reason) {
    auto event = about<RefundRequested>(bill, std::move(reason));
    event.amount = bill.amount;
    event.total = bill.amount;
    return event;
}
Money left_of(const stage::Settled& settled) {
    return {settled.bill.amount.amount - settled.refunded.amount, settled.bill.amount.currency};
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
            [](const stage::Settled& in) {
                return in.refunding ? Commands{"ConfirmRefunded"} : Commands{"Refund"};
            },
            [](const OneOf<stage::Forbidden, stage::Failed, stage::Refunded> auto&) { return Commands{}; },
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
                return recorded(paid(in.bill, command, in.cancel_reason),
                                refund_of(in.bill, *in.cancel_reason));
            },
            [&](const stage::Failed& in) -> Decision {
                constexpr auto late = "late-approval";
                return recorded(paid(in.bill, command, late), refund_of(in.bill, late));
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
                return refuse_in(state, "payment-settled",
                                 {"이미 정산된 결제예요. 돌려줄 금액이 있으면 결제를 환불해 주세요.",
                                  "This payment has been settled. If money is due, refund the payment."});
            },
        },
        state);
}

Decision refund(const State& state, const stage::Settled& in, const Refund& command) {
    if (in.refunding) {
        return refuse_in(state, "refund-pending",
                         {"앞서 요청한 환불이 아직 진행 중이에요. 끝난 뒤에 다시 환불해 주세요.",
                          "An earlier refund is still in progress. Refund again when it is done."});
    }
    const auto left = left_of(in);
    const auto amount = command.amount.value_or(left);
    if (left.amount == 0) {
        return refuse_in(state, "nothing-to-refund",
                         {"이미 전액 환불한 결제예요.", "The whole payment has been refunded already."});
    }
    if (amount.amount > left.amount) {
        const auto most = money_words(left);
        return refuse(Refusal::unprocessable, "refund-too-large",
                      {"환불할 수 있는 금액보다 커요. 남은 금액은 " + most.ko + "이에요.",
                       "That is more than is left to refund: " + most.en + "."});
    }
    auto event = about<RefundRequested>(in.bill, command.reason);
    event.amount = amount;
    event.number = in.refunds + 1;
    event.total = add(in.refunded, amount).value();
    event.borne_by = command.borne_by;
    return recorded(std::move(event));
}

/// Nobody pays such an amount back, whatever the payment's state.
bool is_absurd(const Money& amount, const PaymentStarted* bill) {
    return amount.amount <= 0 || amount.amount > Money::amount_max ||
           (bill != nullptr && amount.currency != bill->amount.currency);
}

Decision decide_in(const State& state, const Refund& command) {
    if (command.amount && is_absurd(*command.amount, bill_of(state))) {
        return refuse(Refusal::invalid, "invalid-amount",
                      {"환불 금액은 결제한 통화로 0보다 커야 해요.",
                       "The amount to refund must be above 0, in the currency of the payment."});
    }
    return std::visit(
        Overloaded{
            [&](const OneOf<stage::Started, stage::Unknown, stage::Paid> auto&) -> Decision {
                return refuse_in(
                    state, "order-open",
                    {"아직 끝나지 않은 주문이에요. 주문을 취소하면 결제 금액이 모두 환불돼요.",
                     "The order is not at its end. Cancel the order, and the whole payment goes back."});
            },
            [&](const OneOf<stage::None, stage::Forbidden, stage::Failed> auto&) -> Decision {
                return refuse_in(state, "nothing-to-refund",
                                 {"결제된 금액이 없어서 환불할 것이 없어요.",
                                  "Nothing was paid, so there is nothing to refund."});
            },
            [](const OneOf<stage::RefundRequested, stage::Refunded> auto&) -> Decision {
                return already_so();
            },
            [&](const stage::Settled& in) -> Decision { return refund(state, in, command); },
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
                event.total = in.bill.amount;
                return recorded(std::move(event));
            },
            [&](const stage::Settled& in) -> Decision {
                if (!in.refunding) return in.refunds > 0 ? already_so() : Decision(contradicts(state));
                auto event = about<PaymentCanceled>(in.bill);
                event.amount = in.refunding->amount;
                event.refunded_at = command.at;
                event.number = in.refunds;
                event.total = add(in.refunded, in.refunding->amount).value();
                event.borne_by = in.refunding->borne_by;
                return recorded(std::move(event));
            },
            [](const stage::Refunded&) -> Decision { return already_so(); },
            [&](const OneOf<stage::None, stage::Forbidden, stage::Started, stage::Unknown, stage::Failed,
                            stage::Paid> auto&) -> Decision { return contradicts(state); },
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
            [&](const stage::Settled& in) -> Decision {
                if (in.refunds == 0) return contradicts(state);
                if (!in.refunding || in.refunding->delayed) return already_so();
                auto event = about<RefundDelayed>(in.bill, command.reason);
                event.number = in.refunds;
                return recorded(std::move(event));
            },
            [](const stage::Refunded&) -> Decision { return already_so(); },
            [&](const OneOf<stage::None, stage::Forbidden, stage::Started, stage::Unknown, stage::Failed,
                            stage::Paid> auto&) -> Decision { return contradicts(state); },
        },
        state);
}

std::optional<Decision> wrong_shares(const State& state, const PaymentStarted& bill,
                                     std::initializer_list<Money> shares) {
    std::optional<Money> sum = Money{0, bill.amount.currency};
    for (const auto& share : shares) {
        if (sum) sum = share.amount >= 0 ? add(*sum, share) : std::nullopt;
    }
    if (sum == bill.amount) return std::nullopt;
    return refuse_in(
        state, "shares-do-not-add-up",
        {"매장과 라이더의 몫을 더한 값이 결제 금액과 달라요. 주문의 금액을 확인해 주세요.",
         "The shares of café and rider do not add up to the payment. Check the order's prices."});
}

/// The customer gets the money back, and those who served the order are paid all the same.
Decision book_loss(const State& state, const OneOf<stage::RefundRequested, stage::Refunded> auto& in,
                   const Settle& shares) {
    if (in.loss_booked) return already_so();
    if (auto wrong =
            wrong_shares(state, in.bill, {shares.cafe_share, shares.delivery_share, shares.house_share}))
        return *std::move(wrong);
    auto event = about<LossBooked>(in.bill);
    event.cafe_share = shares.cafe_share;
    event.delivery_share = shares.delivery_share;
    return recorded(std::move(event));
}

Decision decide_in(const State& state, const BookLoss& command) {
    return std::visit(
        Overloaded{
            [&](const OneOf<stage::RefundRequested, stage::Refunded> auto& in) -> Decision {
                return book_loss(state, in, {command.cafe_share, command.delivery_share});
            },
            [&](const OneOf<stage::None, stage::Forbidden, stage::Started, stage::Unknown, stage::Failed,
                            stage::Paid, stage::Settled> auto&) -> Decision { return contradicts(state); },
        },
        state);
}

Decision decide_in(const State& state, const Settle& command) {
    return std::visit(
        Overloaded{
            [&](const stage::Paid& in) -> Decision {
                if (auto wrong = wrong_shares(
                        state, in.bill, {command.cafe_share, command.delivery_share, command.house_share}))
                    return *std::move(wrong);
                auto event = about<Settled>(in.bill);
                event.cafe_share = command.cafe_share;
                event.delivery_share = command.delivery_share;
                event.house_share = command.house_share;
                return recorded(std::move(event));
            },
            [](const stage::Settled&) -> Decision { return already_so(); },
            // The café gave the order up, which was refunded at once, while it was being served.
            [&](const OneOf<stage::RefundRequested, stage::Refunded> auto& in) -> Decision {
                return book_loss(state, in, command);
            },
            [&](const OneOf<stage::None, stage::Forbidden, stage::Started, stage::Unknown,
                            stage::Failed> auto&) -> Decision {
                return refuse_in(state, "payment-not-settleable",
                                 {"결제된 금액이 없어서 정산할 수 없어요.",
                                  "This payment cannot be settled: it was never captured."});
            },
        },
        state);
}

}  // namespace

Result<std::vector<Event>> decide(const State& state, const Command& command) {
    return std::visit([&](const auto& given) { return decide_in(state, given); }, command);
}

}  // namespace dangol::payment
