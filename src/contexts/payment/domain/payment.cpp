// The decisions about one payment. Each answers every status, so that a new status does not compile until all
// have.
#include "contexts/payment/domain/payment.hpp"

#include <utility>

#include "core/overloaded.hpp"

namespace dangol::payment {
namespace {

using enum PaymentStatus;
using Decision = Result<std::vector<Event>>;

Decision already_so() { return std::vector<Event>{}; }

template <class... Events>
Decision these(Events... events) {
    std::vector<Event> all;
    all.reserve(sizeof...(events));
    (all.emplace_back(std::move(events)), ...);
    return all;
}

std::vector<std::string> allowed_in(PaymentStatus status) {
    switch (status) {
        case none: return {"StartPayment", "CancelPayment"};
        case started:
        case unknown: return {"ConfirmApproved", "ConfirmDeclined", "CancelPayment"};
        case paid: return {"CancelPayment", "Settle"};
        case refund_requested: return {"ConfirmRefunded"};
        case forbidden:
        case failed:
        case refunded:
        case settled: return {};
    }
    std::unreachable();
}

std::unexpected<Rejection> refuse_in(const Payment& payment, std::string code, Text detail) {
    return refuse_transition(std::move(code), std::move(detail), std::string(word_of(payment.status)),
                             allowed_in(payment.status));
}

std::unexpected<Rejection> contradicts(const Payment& payment) {
    return refuse_in(
        payment, "contradicts-payment",
        {"결제사의 응답이 이미 확인된 결제 결과와 다릅니다. 결제사의 거래 내역과 대조해 주세요.",
         "The provider's word contradicts what is known of this payment. Compare it with the provider's "
         "transactions."});
}

Paid paid_as(const Payment& payment, const ConfirmApproved& confirmed) {
    return {payment.order_id, payment.cafe_id,         payment.customer_id,
            payment.amount,   confirmed.approval_code, confirmed.now};
}

RefundRequested refund_of(const Payment& payment, std::string reason) {
    return {payment.order_id, payment.cafe_id, payment.customer_id, payment.amount, std::move(reason)};
}

Decision start(const Payment& payment, const StartPayment& command) {
    if (command.amount.amount <= 0) {
        return refuse(Refusal::invalid, "invalid-amount",
                      {"결제 금액은 0보다 커야 합니다.", "The amount to pay must be above 0."});
    }
    switch (payment.status) {
        case none:
            return these(PaymentStarted{command.order_id, command.cafe_id, command.customer_id,
                                        command.amount, command.method, command.now, command.valid_until});
        case forbidden:
            return refuse_in(
                payment, "payment-forbidden",
                {"이미 끝난 주문이라 결제할 수 없습니다. 새로 주문해 주세요.",
                 "This order has already ended and cannot be paid for. Please place a new one."});
        case started:
        case unknown:
        case failed:
        case paid:
        case refund_requested:
        case refunded:
        case settled:
            if (payment.amount == command.amount) return already_so();
            return refuse_in(
                payment, "payment-differs",
                {"이 주문의 결제가 다른 금액으로 이미 시작되었습니다. 새로 주문해 주세요.",
                 "A payment of another amount has already begun for this order. Please place a new one."});
    }
    std::unreachable();
}

Decision approve(const Payment& payment, const ConfirmApproved& command) {
    switch (payment.status) {
        case started:
        case unknown:
            if (!payment.cancel_reason) return these(paid_as(payment, command));
            return these(paid_as(payment, command), refund_of(payment, *payment.cancel_reason));
        case failed: return these(paid_as(payment, command), refund_of(payment, "late-approval"));
        case paid:
        case refund_requested:
        case refunded:
        case settled:
            if (payment.approval_code == command.approval_code) return already_so();
            return contradicts(payment);
        case none:
        case forbidden: return contradicts(payment);
    }
    std::unreachable();
}

Decision decline(const Payment& payment, const ConfirmDeclined& command) {
    switch (payment.status) {
        case started:
        case unknown:
            return these(
                PaymentFailed{payment.order_id, payment.cafe_id, payment.customer_id, command.reason});
        case failed: return already_so();
        case none:
        case forbidden:
        case paid:
        case refund_requested:
        case refunded:
        case settled: return contradicts(payment);
    }
    std::unreachable();
}

Decision note_unknown(const Payment& payment) {
    switch (payment.status) {
        case started: return these(PaymentUnknown{payment.order_id, payment.cafe_id, payment.customer_id});
        case unknown:
        case failed:
        case paid:
        case refund_requested:
        case refunded:
        case settled: return already_so();
        case none:
        case forbidden: return contradicts(payment);
    }
    std::unreachable();
}

Decision cancel(const Payment& payment, const CancelPayment& command) {
    switch (payment.status) {
        case none:
            return these(
                PaymentForbidden{command.order_id, command.cafe_id, command.customer_id, command.reason});
        case started:
        case unknown:
            if (payment.cancel_reason) return already_so();
            return these(CancelNoted{payment.order_id, payment.cafe_id, payment.customer_id, command.reason});
        case paid: return these(refund_of(payment, command.reason));
        case forbidden:
        case failed:
        case refund_requested:
        case refunded: return already_so();
        case settled:
            return refuse_in(
                payment, "payment-settled",
                {"이미 카페와 라이더에게 정산된 결제입니다. 환불은 카페에서 직접 처리해 주세요.",
                 "This payment has been settled with the café and the rider. Arrange the refund with the "
                 "café itself."});
    }
    std::unreachable();
}

Decision confirm_refunded(const Payment& payment, const ConfirmRefunded& command) {
    switch (payment.status) {
        case refund_requested:
            return these(PaymentCanceled{payment.order_id, payment.cafe_id, payment.customer_id,
                                         payment.amount, command.now});
        case refunded: return already_so();
        case none:
        case forbidden:
        case started:
        case unknown:
        case failed:
        case paid:
        case settled: return contradicts(payment);
    }
    std::unreachable();
}

Decision note_refund_trouble(const Payment& payment, const NoteRefundTrouble& command) {
    switch (payment.status) {
        case refund_requested:
            if (payment.refund_delayed) return already_so();
            return these(
                RefundDelayed{payment.order_id, payment.cafe_id, payment.customer_id, command.reason});
        case refunded: return already_so();
        case none:
        case forbidden:
        case started:
        case unknown:
        case failed:
        case paid:
        case settled: return contradicts(payment);
    }
    std::unreachable();
}

Decision settle(const Payment& payment, const Settle& command) {
    switch (payment.status) {
        case paid:
            if (command.cafe_share.amount < 0 || command.delivery_share.amount < 0 ||
                add(command.cafe_share, command.delivery_share) != payment.amount) {
                return refuse_in(
                    payment, "shares-do-not-add-up",
                    {"카페와 라이더의 몫의 합이 결제 금액과 다릅니다. 주문의 금액을 확인해 주세요.",
                     "The shares of café and rider do not add up to the payment. Check the order's "
                     "prices."});
            }
            return these(Settled{payment.order_id, payment.cafe_id, payment.customer_id, command.cafe_share,
                                 command.delivery_share});
        case settled: return already_so();
        case none:
        case forbidden:
        case started:
        case unknown:
        case failed:
        case refund_requested:
        case refunded:
            return refuse_in(payment, "payment-not-settleable",
                             {"받은 돈이 없거나 환불된 결제라 정산할 수 없습니다.",
                              "There is no money here to settle: it was never paid, or it goes back."});
    }
    std::unreachable();
}

}  // namespace

std::string_view word_of(PaymentStatus status) {
    switch (status) {
        case none: return "NONE";
        case forbidden: return "FORBIDDEN";
        case started: return "STARTED";
        case unknown: return "UNKNOWN";
        case failed: return "FAILED";
        case paid: return "PAID";
        case refund_requested: return "REFUND_REQUESTED";
        case refunded: return "REFUNDED";
        case settled: return "SETTLED";
    }
    std::unreachable();
}

Result<std::vector<Event>> decide(const Payment& payment, const Command& command) {
    return std::visit(Overloaded{
                          [&](const StartPayment& c) { return start(payment, c); },
                          [&](const ConfirmApproved& c) { return approve(payment, c); },
                          [&](const ConfirmDeclined& c) { return decline(payment, c); },
                          [&](const NoteUnknown&) { return note_unknown(payment); },
                          [&](const CancelPayment& c) { return cancel(payment, c); },
                          [&](const ConfirmRefunded& c) { return confirm_refunded(payment, c); },
                          [&](const NoteRefundTrouble& c) { return note_refund_trouble(payment, c); },
                          [&](const Settle& c) { return settle(payment, c); },
                      },
                      command);
}

Payment evolve(Payment payment, const Event& event) {
    std::visit(Overloaded{
                   [&](const PaymentStarted& e) {
                       payment.status = started;
                       payment.order_id = e.order_id;
                       payment.cafe_id = e.cafe_id;
                       payment.customer_id = e.customer_id;
                       payment.amount = e.amount;
                       payment.method = e.method;
                       payment.started_at = e.started_at;
                       payment.valid_until = e.valid_until;
                   },
                   [&](const PaymentUnknown&) { payment.status = unknown; },
                   [&](const Paid& e) {
                       payment.status = paid;
                       payment.approval_code = e.approval_code;
                       payment.paid_at = e.paid_at;
                   },
                   [&](const PaymentFailed& e) {
                       payment.status = failed;
                       payment.failure = e.reason;
                   },
                   [&](const RefundRequested& e) {
                       payment.status = refund_requested;
                       payment.cancel_reason = e.reason;
                   },
                   [&](const RefundDelayed&) { payment.refund_delayed = true; },
                   [&](const PaymentCanceled& e) {
                       payment.status = refunded;
                       payment.refunded_at = e.refunded_at;
                   },
                   [&](const Settled&) { payment.status = settled; },
                   [&](const PaymentForbidden& e) {
                       payment.status = forbidden;
                       payment.order_id = e.order_id;
                       payment.cafe_id = e.cafe_id;
                       payment.customer_id = e.customer_id;
                       payment.cancel_reason = e.reason;
                   },
                   [&](const CancelNoted& e) { payment.cancel_reason = e.reason; },
               },
               event);
    return payment;
}

}  // namespace dangol::payment
