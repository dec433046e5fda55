#include "contexts/mypage/page_view.hpp"

namespace dangol::mypage {
namespace {

std::string payment_status_of(const Facts& facts) {
    if (facts.refunded_at) return "REFUNDED";
    if (facts.paid_at || facts.placed_at) return "APPROVED";  // no order is placed unpaid
    if (facts.payment_failed_at) return "FAILED";
    if (facts.payment_unknown_at) return "UNKNOWN";
    return "PENDING";
}

std::optional<RefundView> refund_of(const Facts& facts) {
    if (facts.refunded_at) return RefundView{"DONE", facts.refund_amount, *facts.refunded_at};
    if (facts.refund_delayed_at) return RefundView{"DELAYED", facts.refund_amount, *facts.refund_delayed_at};
    if (facts.refund_requested_at)
        return RefundView{"REQUESTED", facts.refund_amount, *facts.refund_requested_at};
    return std::nullopt;
}

struct DeliveryWords {
    std::string status;
    Text text;
};

DeliveryWords delivery_words_of(const Page& page) {
    const auto& facts = page.facts;
    const bool ended_early = page.status > OrderStatus::completed;
    if (facts.delivered_at) return {"DELIVERED", {"배달완료", "Delivered"}};
    if (facts.delivery_canceled_at || ended_early) return {"CANCELED", {"취소됨", "Canceled"}};
    if (facts.picked_up_at) return {"PICKED_UP", {"배달중", "On the way"}};
    if (facts.rider.assigned) return {"CLAIMED", {"배달전", "Not picked up yet"}};
    return {"PLANNED", {"배달전", "Not picked up yet"}};
}

std::optional<std::string> unless_empty(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return text;
}

/// The café knows best why it said no.
std::string cancel_reason_of(const Page& page) {
    if (page.status == OrderStatus::rejected && !page.facts.cafe_reason.empty())
        return page.facts.cafe_reason;
    return page.facts.cancel_reason.empty() ? page.facts.cafe_reason : page.facts.cancel_reason;
}

}  // namespace

std::string_view name_of(OrderStatus status) {
    switch (status) {
        case OrderStatus::payment_pending: return "PAYMENT_PENDING";
        case OrderStatus::placed: return "PLACED";
        case OrderStatus::accepted: return "ACCEPTED";
        case OrderStatus::cancel_requested: return "CANCEL_REQUESTED";
        case OrderStatus::preparing: return "PREPARING";
        case OrderStatus::ready: return "READY";
        case OrderStatus::out_for_delivery: return "OUT_FOR_DELIVERY";
        case OrderStatus::unclaimed: return "UNCLAIMED";
        case OrderStatus::completed: return "COMPLETED";
        case OrderStatus::payment_failed: return "PAYMENT_FAILED";
        case OrderStatus::expired: return "EXPIRED";
        case OrderStatus::canceled: return "CANCELED";
        case OrderStatus::rejected: return "REJECTED";
    }
    return "";
}

Text text_of(OrderStatus status, Fulfilment fulfilment) {
    const bool delivery = fulfilment == Fulfilment::delivery;
    switch (status) {
        case OrderStatus::payment_pending: return {"결제를 확인하고 있어요", "Confirming the payment"};
        case OrderStatus::placed: return {"결제 완료, 매장의 확인을 기다려요", "Paid; waiting for the café"};
        case OrderStatus::accepted: return {"매장이 주문을 받았어요", "Accepted by the café"};
        case OrderStatus::cancel_requested: return {"취소를 요청했어요", "Cancellation requested"};
        case OrderStatus::preparing: return {"음료를 만들고 있어요", "Being made"};
        case OrderStatus::ready:
            return delivery ? Text{"음료가 준비되어 라이더를 기다려요", "Ready; waiting for the rider"}
                            : Text{"음료가 준비되었어요", "Ready to pick up"};
        case OrderStatus::out_for_delivery: return {"라이더가 가고 있어요", "The rider is on the way"};
        case OrderStatus::unclaimed: return {"찾아가지 않으셨어요", "Not picked up"};
        case OrderStatus::completed:
            return delivery ? Text{"배달이 완료되었어요", "Delivered"}
                            : Text{"음료를 받으셨어요", "Picked up"};
        case OrderStatus::payment_failed:
            return {"결제가 되지 않아 주문되지 않았어요", "Payment failed; not ordered"};
        case OrderStatus::expired:
            return {"결제 시간이 지나 주문되지 않았어요", "Not paid in time; not ordered"};
        case OrderStatus::canceled: return {"주문이 취소되었어요", "Canceled"};
        case OrderStatus::rejected: return {"매장이 주문을 받지 못했어요", "Declined by the café"};
    }
    return {};
}

std::string_view origin_word_of(OrderStatus status) {
    switch (status) {
        case OrderStatus::payment_pending: return "주문됨";
        case OrderStatus::placed:
        case OrderStatus::accepted:
        case OrderStatus::cancel_requested: return "결제됨";
        case OrderStatus::preparing: return "제조중";
        case OrderStatus::ready:
        case OrderStatus::out_for_delivery:
        case OrderStatus::unclaimed:
        case OrderStatus::completed: return "제조완료";
        case OrderStatus::payment_failed:
        case OrderStatus::expired:
        case OrderStatus::canceled:
        case OrderStatus::rejected: return "취소됨";
    }
    return "";
}

std::optional<Viewer> viewer_of(const runtime::Principal& principal, const Page& page) {
    if (principal.role == runtime::Role::customer && principal.account == page.facts.customer_id) {
        return Viewer::customer;
    }
    if (principal.works_for(page.facts.cafe_id)) return Viewer::other;
    return std::nullopt;
}

QueueView view_of(const Standing& standing) {
    return {standing.orders_ahead + 1, standing.orders_ahead, standing.units_ahead, standing.ready_low,
            standing.ready_high};
}

PageView view_of(const std::string& order_id, std::uint64_t version, const Page& page, Viewer viewer) {
    const auto& facts = page.facts;
    PageView view;
    view.order_id = order_id;
    view.cafe_id = facts.cafe_id;
    view.customer_id = facts.customer_id;
    view.order_status = name_of(page.status);
    view.order_status_text = text_of(page.status, facts.order ? facts.order->fulfilment : Fulfilment::pickup);
    view.origin_status = origin_word_of(page.status);
    view.payment_status = payment_status_of(facts);
    view.refund = refund_of(facts);
    view.ask_customer = facts.unanswered_at && page.status == OrderStatus::placed;
    if (page.status == OrderStatus::canceled || page.status == OrderStatus::rejected) {
        view.cancel_reason = unless_empty(cancel_reason_of(page));
        view.note = unless_empty(facts.note);
    }
    view.cancelable = is_cancelable(page.status);
    view.paid_at = facts.paid_at;
    view.approved_at = facts.accepted_at;
    view.making_at = facts.making_at;
    view.made_at = facts.made_at;
    view.picked_up_at = facts.picked_up_at;
    view.completed_at = facts.completed_at;
    view.version = version;
    view.promised_at = queued_order_of(order_id, page).promised_at;
    if (!facts.order) return view;

    const auto& order = *facts.order;
    view.cafe_name = order.cafe_name;
    view.call_number = order.call_number;
    view.fulfilment = order.fulfilment;
    view.lines = order.lines;
    view.qty = order.qty;
    view.total_price = order.total_price;
    view.order_date = order.order_date;
    if (order.fulfilment == Fulfilment::delivery) {
        auto words = delivery_words_of(page);
        view.delivery_id = order_id;
        view.delivery_status = std::move(words.status);
        view.delivery_status_text = std::move(words.text);
        view.rider_assigned = facts.rider.assigned && page.status <= OrderStatus::completed;
        if (viewer == Viewer::customer) view.pin = unless_empty(order.pin);
    }
    return view;
}

}  // namespace dangol::mypage
