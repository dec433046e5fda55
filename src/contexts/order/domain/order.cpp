// The order's rules, one function per command.
#include "contexts/order/domain/order.hpp"

#include <type_traits>
#include <utility>

#include "core/overloaded.hpp"

namespace dangol::order {
namespace {

using Decision = Result<std::vector<Event>>;

/// An event about this order; the caller fills in its other members.
template <class E>
E about(const OrderDetails& order) {
    E event;
    event.order_id = order.order_id;
    event.cafe_id = order.cafe_id;
    event.customer_id = order.customer_id;
    return event;
}

Decision canceled(const OrderDetails& order, CancelReason reason, const std::string& note = {}) {
    auto event = about<OrderCanceled>(order);
    event.reason = reason;
    event.note = note;
    return recorded(std::move(event));
}

// ── Refusals ───────────────────────────────────────────────────────────────────────────────────────

Decision unknown_order() {
    return refuse(Refusal::not_found, "order-not-found",
                  {"주문을 찾을 수 없어요. 주문 번호를 확인해 주세요.",
                   "There is no such order. Check the order's id."});
}

/// An order that has ended allows nothing more.
Decision ended(const State& state, std::string code, Text detail) {
    std::string stage(status_of(state));
    for (auto& c : stage) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return refuse_transition(std::move(code), std::move(detail), std::move(stage), {});
}

// ── Commands ───────────────────────────────────────────────────────────────────────────────────────

Decision decide_in(const State& state, const RequestOrder& command) {
    if (!std::holds_alternative<stage::None>(state)) return already_so();
    OrderRequested requested{command.order};
    requested.order.destination.reset();
    requested.order.note.clear();
    if (!command.order.destination && command.order.note.empty()) return recorded(std::move(requested));
    return recorded(std::move(requested),
                    DestinationNoted{command.order.order_id, command.order.destination, command.order.note});
}

Decision decide_in(const State& state, const ConfirmPaid&) {
    return std::visit(
        Overloaded{
            [](const stage::None&) -> Decision { return unknown_order(); },
            [](const stage::PaymentPending& in) -> Decision { return recorded(OrderPlaced{in.order}); },
            [](const OneOf<stage::Placed, stage::CancelRequested, stage::Completed, stage::Undelivered> auto&)
                -> Decision { return already_so(); },
            [&](const OneOf<stage::Canceled, stage::Expired, stage::PaymentFailed> auto&) -> Decision {
                return ended(state, "order-ended",
                             {"이미 끝난 주문이라 다시 진행할 수 없어요. 결제 금액은 환불돼요.",
                              "The order has already ended. The payment is refunded."});
            },
        },
        state);
}

Decision decide_in(const State& state, const FailPayment& command) {
    return std::visit(
        Overloaded{
            [](const stage::None&) -> Decision { return unknown_order(); },
            [&](const stage::PaymentPending& in) -> Decision {
                auto event = about<OrderPaymentFailed>(in.order);
                event.reason = command.reason;
                return recorded(std::move(event));
            },
            [](const OneOf<stage::Placed, stage::CancelRequested, stage::Canceled, stage::Completed,
                           stage::Undelivered, stage::Expired, stage::PaymentFailed> auto&) -> Decision {
                return already_so();
            },
        },
        state);
}

Decision decide_in(const State& state, const Expire&) {
    const auto* pending = std::get_if<stage::PaymentPending>(&state);
    if (pending == nullptr) return already_so();
    return recorded(about<OrderExpired>(pending->order));
}

Decision decide_in(const State& state, const AskCustomer&) {
    const auto* placed = std::get_if<stage::Placed>(&state);
    if (placed == nullptr || placed->asked) return already_so();
    return recorded(about<OrderUnanswered>(placed->order));
}

Decision decide_in(const State& state, const RequestCancel& command) {
    return std::visit(
        Overloaded{
            [](const stage::None&) -> Decision { return unknown_order(); },
            [&](const stage::PaymentPending& in) -> Decision { return canceled(in.order, command.reason); },
            [&](const stage::Placed& in) -> Decision {
                auto event = about<OrderCancelRequested>(in.order);
                event.reason = command.reason;
                return recorded(std::move(event));
            },
            [](const OneOf<stage::CancelRequested, stage::Canceled> auto&) -> Decision {
                return already_so();
            },
            [&](const stage::Completed&) -> Decision {
                return ended(state, "order-completed",
                             {"이미 완료된 주문은 취소할 수 없어요. 문제가 있으면 매장에 문의해 주세요.",
                              "A completed order cannot be canceled. If something is wrong, ask the café."});
            },
            [&](const stage::Undelivered&) -> Decision {
                return ended(state, "order-completed",
                             {"배달을 마치지 못하고 끝난 주문이라 취소할 수 없어요. 매장에 문의해 주세요.",
                              "This order has ended undelivered and cannot be canceled. Ask the café."});
            },
            [&](const OneOf<stage::Expired, stage::PaymentFailed> auto&) -> Decision {
                return ended(state, "order-not-paid",
                             {"결제되지 않고 끝난 주문이에요. 취소할 결제가 없어요.",
                              "This order ended without a payment. There is nothing to cancel."});
            },
        },
        state);
}

Decision decide_in(const State& state, const RefuseCancel& command) {
    const auto* requested = std::get_if<stage::CancelRequested>(&state);
    if (requested == nullptr) return already_so();
    auto event = about<OrderCancelRefused>(requested->order);
    event.state = command.ticket_state;
    return recorded(std::move(event));
}

/// Ends a placed order without a drink; one that was never placed, or has ended, stays as it is.
Decision cancel_placed(const State& state, CancelReason reason, const std::string& note) {
    return std::visit(
        Overloaded{
            [&](const OneOf<stage::Placed, stage::CancelRequested> auto& in) -> Decision {
                return canceled(in.order, reason, note);
            },
            [](const OneOf<stage::None, stage::PaymentPending, stage::Canceled, stage::Completed,
                           stage::Undelivered, stage::Expired, stage::PaymentFailed> auto&) -> Decision {
                return already_so();
            },
        },
        state);
}

Decision decide_in(const State& state, const GrantCancel&) {
    return cancel_placed(state, cancel_reason_of(state).value_or(CancelReason::customer_request), {});
}

Decision decide_in(const State& state, const EndByCafe& command) {
    return cancel_placed(state, command.reason, command.note);
}

Decision decide_in(const State& state, const GiveUpDelivery&) {
    return cancel_placed(state, CancelReason::no_rider, {});
}

Decision decide_in(const State& state, const ForceCancel& command) {
    return std::visit(
        Overloaded{
            [](const stage::None&) -> Decision { return unknown_order(); },
            [&](const OneOf<stage::PaymentPending, stage::Placed, stage::CancelRequested> auto& in)
                -> Decision { return canceled(in.order, CancelReason::operator_decision, command.reason); },
            [](const stage::Canceled&) -> Decision { return already_so(); },
            [&](const OneOf<stage::Completed, stage::Undelivered, stage::Expired, stage::PaymentFailed> auto&)
                -> Decision {
                return ended(state, "order-ended",
                             {"이미 끝난 주문이에요. 환불이 필요하면 결제를 환불해 주세요.",
                              "This order has already ended. If a refund is due, refund the payment."});
            },
        },
        state);
}

Decision served_all_the_same(const stage::Canceled& in) {
    if (in.served) return already_so();
    auto event = about<OrderServedAfterCancel>(in.order);
    event.items_price = in.order.items_price;
    event.delivery_fee = in.order.delivery_fee;
    return recorded(std::move(event));
}

Decision decide_in(const State& state, const Complete& command) {
    return std::visit(
        Overloaded{
            [&](const OneOf<stage::Placed, stage::CancelRequested> auto& in) -> Decision {
                auto event = about<OrderCompleted>(in.order);
                event.collected = command.collected;
                event.items_price = in.order.items_price;
                event.delivery_fee = in.order.delivery_fee;
                return recorded(std::move(event));
            },
            [&](const stage::Canceled& in) -> Decision {
                return command.collected ? served_all_the_same(in) : already_so();
            },
            [](const OneOf<stage::None, stage::PaymentPending, stage::Completed, stage::Undelivered,
                           stage::Expired, stage::PaymentFailed> auto&) -> Decision { return already_so(); },
        },
        state);
}

Decision decide_in(const State& state, const FailDelivery& command) {
    return std::visit(
        Overloaded{
            [&](const OneOf<stage::Placed, stage::CancelRequested> auto& in) -> Decision {
                auto event = about<OrderUndelivered>(in.order);
                event.by_customer = command.by_customer;
                event.items_price = in.order.items_price;
                event.delivery_fee = in.order.delivery_fee;
                return recorded(std::move(event));
            },
            // The rider stood at the door before the cancel reached them, and is paid for it.
            [&](const stage::Canceled& in) -> Decision {
                return command.by_customer ? served_all_the_same(in) : already_so();
            },
            [](const OneOf<stage::None, stage::PaymentPending, stage::Completed, stage::Undelivered,
                           stage::Expired, stage::PaymentFailed> auto&) -> Decision { return already_so(); },
        },
        state);
}

/// The details of a state that ends here.
OrderDetails details_of(State&& state) {
    return std::visit(
        []<class S>(S&& in) -> OrderDetails {
            if constexpr (std::is_same_v<std::remove_cvref_t<S>, stage::None>) {
                return {};
            } else {
                return std::forward<S>(in).order;
            }
        },
        std::move(state));
}

bool was_asked(const State& state) {
    if (const auto* placed = std::get_if<stage::Placed>(&state)) return placed->asked;
    if (const auto* requested = std::get_if<stage::CancelRequested>(&state)) return requested->asked;
    return false;
}

}  // namespace

Result<std::vector<Event>> decide(const State& state, const Command& command) {
    return std::visit([&](const auto& one) { return decide_in(state, one); }, command);
}

State evolve(State state, const Event& event) {
    if (std::holds_alternative<OrderServedAfterCancel>(event)) {
        std::get<stage::Canceled>(state).served = true;
        return state;
    }
    const bool asked = was_asked(state);
    auto order = details_of(std::move(state));
    return std::visit(
        Overloaded{
            [&](const OrderRequested& requested) -> State { return stage::PaymentPending{requested.order}; },
            [&](const DestinationNoted& noted) -> State {
                order.destination = noted.destination;
                order.note = noted.note;
                return stage::PaymentPending{std::move(order)};
            },
            [&](const OrderPlaced&) -> State { return stage::Placed{std::move(order), false}; },
            [&](const OrderPaymentFailed& failed) -> State {
                return stage::PaymentFailed{std::move(order), failed.reason};
            },
            [&](const OrderExpired&) -> State { return stage::Expired{std::move(order)}; },
            [&](const OrderUnanswered&) -> State { return stage::Placed{std::move(order), true}; },
            [&](const OrderCancelRequested& requested) -> State {
                return stage::CancelRequested{std::move(order), asked, requested.reason};
            },
            [&](const OrderCancelRefused&) -> State { return stage::Placed{std::move(order), asked}; },
            [&](const OrderCanceled& canceled) -> State {
                return stage::Canceled{std::move(order), canceled.reason, canceled.note};
            },
            [&](const OrderCompleted&) -> State { return stage::Completed{std::move(order)}; },
            [&](const OrderUndelivered& e) -> State {
                return stage::Undelivered{std::move(order), e.by_customer};
            },
            [](const OrderServedAfterCancel&) -> State { std::unreachable(); },
        },
        event);
}

std::string_view status_of(const State& state) {
    return std::visit(Overloaded{
                          [](const stage::None&) { return std::string_view("NONE"); },
                          [](const stage::PaymentPending&) { return std::string_view("PAYMENT_PENDING"); },
                          [](const stage::Placed&) { return std::string_view("PLACED"); },
                          [](const stage::CancelRequested&) { return std::string_view("CANCEL_REQUESTED"); },
                          [](const stage::Canceled&) { return std::string_view("CANCELED"); },
                          [](const stage::Completed&) { return std::string_view("COMPLETED"); },
                          [](const stage::Undelivered&) { return std::string_view("UNDELIVERED"); },
                          [](const stage::Expired&) { return std::string_view("EXPIRED"); },
                          [](const stage::PaymentFailed&) { return std::string_view("PAYMENT_FAILED"); },
                      },
                      state);
}

const OrderDetails* order_of(const State& state) {
    return std::visit(
        []<class S>(const S& in) -> const OrderDetails* {
            if constexpr (std::is_same_v<S, stage::None>) {
                return nullptr;
            } else {
                return &in.order;
            }
        },
        state);
}

std::optional<CancelReason> cancel_reason_of(const State& state) {
    if (const auto* requested = std::get_if<stage::CancelRequested>(&state)) return requested->reason;
    if (const auto* canceled = std::get_if<stage::Canceled>(&state)) return canceled->reason;
    return std::nullopt;
}

Rejection cancel_refusal(const std::string& ticket_state) {
    const bool ready = ticket_state == "made";
    const bool gone = ticket_state == "handed_over" || ticket_state == "collected";
    const Text detail =
        ticket_state == "undelivered"
            ? Text{"배달을 마치지 못하고 끝난 주문이라 취소할 수 없어요. 매장에 문의해 주세요.",
                   "This order has ended undelivered and cannot be canceled. Ask the café."}
        : gone  ? Text{"이미 음료를 받은 주문이라 취소할 수 없어요.",
                      "The drinks were already handed over, so the order can no longer be canceled."}
        : ready ? Text{"음료가 이미 완성돼 취소할 수 없어요. 매장에서 받아 주세요.",
                       "The drinks are ready, so the order can no longer be canceled. Please collect them."}
                : Text{"음료를 만들기 시작해서 취소할 수 없어요. 문제가 있으면 매장에 문의해 주세요.",
                       "Making has begun, so the order can no longer be canceled. If something is wrong, "
                       "ask the café."};
    return {Refusal::conflict, "making-started", detail, ticket_state, {}};
}

}  // namespace dangol::order
