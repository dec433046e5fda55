// The rules of an order's life.
#include "contexts/order/domain/order.hpp"

#include <boost/describe/enum_to_string.hpp>

#include "core/overloaded.hpp"

namespace dangol::order {
namespace {

using Events = Result<std::vector<Event>>;

Events already_so() { return std::vector<Event>{}; }
Events happened(Event event) { return std::vector<Event>{std::move(event)}; }

std::vector<std::string> allowed_in(Stage stage) {
    switch (stage) {
        case Stage::payment_pending:
        case Stage::placed: return {"cancel"};
        case Stage::none:
        case Stage::cancel_requested:
        case Stage::canceled:
        case Stage::completed:
        case Stage::expired:
        case Stage::payment_failed: return {};
    }
    return {};
}

Events refused(const State& state, std::string code, Text detail) {
    return refuse_transition(std::move(code), std::move(detail),
                             boost::describe::enum_to_string(state.stage, ""), allowed_in(state.stage));
}

Events unknown_order() {
    return refuse(Refusal::not_found, "order-not-found",
                  {"그런 주문이 없습니다. 주문 번호를 확인해 주세요.",
                   "There is no such order. Check the order's id."});
}

Events canceled(const State& state, CancelReason reason, std::string note = {}) {
    return happened(OrderCanceled{state.order.order_id, state.order.cafe_id, state.order.customer_id, reason,
                                  std::move(note)});
}

Events decide_on(const State& state, const RequestOrder& command) {
    if (state.stage != Stage::none) return already_so();
    return happened(OrderRequested{command.order});
}

Events decide_on(const State& state, const ConfirmPaid&) {
    switch (state.stage) {
        case Stage::payment_pending: return happened(OrderPlaced{state.order});
        case Stage::placed:
        case Stage::cancel_requested:
        case Stage::completed: return already_so();
        case Stage::canceled:
        case Stage::expired:
        case Stage::payment_failed:
            return refused(state, "order-ended",
                           {"주문이 이미 끝나서 되살릴 수 없습니다. 결제 금액은 환불됩니다.",
                            "The order has already ended and is not revived. The payment is refunded."});
        case Stage::none: return unknown_order();
    }
    return already_so();
}

Events decide_on(const State& state, const FailPayment& command) {
    if (state.stage == Stage::none) return unknown_order();
    if (state.stage != Stage::payment_pending) return already_so();
    return happened(OrderPaymentFailed{state.order.order_id, state.order.cafe_id, state.order.customer_id,
                                       command.reason});
}

Events decide_on(const State& state, const Expire&) {
    if (state.stage != Stage::payment_pending) return already_so();
    return happened(OrderExpired{state.order.order_id, state.order.cafe_id, state.order.customer_id});
}

Events decide_on(const State& state, const AskCustomer&) {
    if (state.stage != Stage::placed || state.asked) return already_so();
    return happened(OrderUnanswered{state.order.order_id, state.order.cafe_id, state.order.customer_id});
}

Events decide_on(const State& state, const RequestCancel& command) {
    switch (state.stage) {
        case Stage::payment_pending: return canceled(state, command.reason);
        case Stage::placed:
            return happened(OrderCancelRequested{state.order.order_id, state.order.cafe_id,
                                                 state.order.customer_id, command.reason});
        case Stage::cancel_requested:
        case Stage::canceled: return already_so();
        case Stage::completed:
            return refused(
                state, "order-completed",
                {"이미 완료된 주문은 취소할 수 없습니다. 문제가 있으면 매장에 문의해 주세요.",
                 "A completed order cannot be cancelled. If something is wrong, please ask the café."});
        case Stage::expired:
        case Stage::payment_failed:
            return refused(state, "order-not-paid",
                           {"결제되지 않아 이미 끝난 주문입니다. 취소할 것이 없습니다.",
                            "This order was never paid and has ended. There is nothing to cancel."});
        case Stage::none: return unknown_order();
    }
    return already_so();
}

Events decide_on(const State& state, const RefuseCancel& command) {
    if (state.stage != Stage::cancel_requested) return already_so();
    return happened(OrderCancelRefused{state.order.order_id, state.order.cafe_id, state.order.customer_id,
                                       command.ticket_state});
}

/// Ends a placed order without a drink; one that was never placed, or has ended, stays as it is.
Events end_placed(const State& state, CancelReason reason, const std::string& note) {
    switch (state.stage) {
        case Stage::placed:
        case Stage::cancel_requested: return canceled(state, reason, note);
        case Stage::none:
        case Stage::payment_pending:
        case Stage::canceled:
        case Stage::completed:
        case Stage::expired:
        case Stage::payment_failed: return already_so();
    }
    return already_so();
}

Events decide_on(const State& state, const GrantCancel&) {
    return end_placed(state, state.cancel_reason.value_or(CancelReason::customer_request), {});
}

Events decide_on(const State& state, const ForceCancel& command) {
    switch (state.stage) {
        case Stage::payment_pending:
        case Stage::placed:
        case Stage::cancel_requested: return canceled(state, CancelReason::operator_decision, command.note);
        case Stage::canceled: return already_so();
        case Stage::completed:
        case Stage::expired:
        case Stage::payment_failed:
            return refused(state, "order-ended",
                           {"이미 끝난 주문입니다. 환불이 필요하면 결제 화면에서 환불하세요.",
                            "This order has already ended. If a refund is due, refund the payment."});
        case Stage::none: return unknown_order();
    }
    return already_so();
}

Events decide_on(const State& state, const EndByCafe& command) {
    return end_placed(state, command.reason, command.note);
}

Events decide_on(const State& state, const GiveUpDelivery&) {
    return end_placed(state, CancelReason::no_rider, {});
}

Events decide_on(const State& state, const Complete& command) {
    switch (state.stage) {
        case Stage::placed:
        case Stage::cancel_requested:
            return happened(OrderCompleted{state.order.order_id, state.order.cafe_id, state.order.customer_id,
                                           command.collected, state.order.items_price,
                                           state.order.delivery_fee});
        case Stage::none:
        case Stage::payment_pending:
        case Stage::canceled:
        case Stage::completed:
        case Stage::expired:
        case Stage::payment_failed: return already_so();
    }
    return already_so();
}

}  // namespace

Events decide(const State& state, const Command& command) {
    return std::visit([&](const auto& known) { return decide_on(state, known); }, command);
}

State evolve(State state, const Event& event) {
    std::visit(Overloaded{
                   [&](const OrderRequested& e) {
                       state.order = e.order;
                       state.stage = Stage::payment_pending;
                   },
                   [&](const OrderPlaced&) { state.stage = Stage::placed; },
                   [&](const OrderPaymentFailed& e) {
                       state.stage = Stage::payment_failed;
                       state.reason = e.reason;
                   },
                   [&](const OrderExpired&) { state.stage = Stage::expired; },
                   [&](const OrderUnanswered&) { state.asked = true; },
                   [&](const OrderCancelRequested& e) {
                       state.stage = Stage::cancel_requested;
                       state.cancel_reason = e.reason;
                   },
                   [&](const OrderCancelRefused&) {
                       state.stage = Stage::placed;
                       state.cancel_reason.reset();
                   },
                   [&](const OrderCanceled& e) {
                       state.stage = Stage::canceled;
                       state.cancel_reason = e.reason;
                       state.reason = e.note;
                   },
                   [&](const OrderCompleted&) { state.stage = Stage::completed; },
               },
               event);
    return state;
}

Rejection cancel_refusal(const std::string& ticket_state) {
    const bool ready = ticket_state == "made";
    const bool gone = ticket_state == "handed_over" || ticket_state == "collected";
    const Text detail =
        gone    ? Text{"이미 음료를 받으신 주문이라 취소할 수 없습니다.",
                    "The drinks were already handed over, so the order can no longer be cancelled."}
        : ready ? Text{"음료가 이미 완성되어 취소할 수 없습니다. 매장에서 받아 주세요.",
                       "The drinks are ready, so the order can no longer be cancelled. Please collect them."}
                : Text{"음료를 만들기 시작해서 취소할 수 없습니다. 문제가 있으면 매장에 문의해 주세요.",
                       "Making has begun, so the order can no longer be cancelled. If something is wrong, "
                       "ask the café."};
    return {Refusal::conflict, "making-started", detail, ticket_state, {}};
}

}  // namespace dangol::order
