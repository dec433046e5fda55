// Pages and their live streams.
#include "contexts/mypage/api.hpp"
#include "runtime/endpoint.hpp"
#include "runtime/event_in.hpp"
#include "runtime/query.hpp"
#include "runtime/stored.hpp"

namespace dangol::mypage {

using namespace runtime;

// ── A page as the API shows it ─────────────────────────────────────────────────────────────────────

namespace {

const Text the_order{"주문", "the order"};

std::string payment_status_of(const Facts& facts) {
    if (facts.refunded_at && facts.order_repaid) return "REFUNDED";
    if (facts.paid_at || facts.placed_at) return "APPROVED";  // no order is placed unpaid
    if (facts.payment_failed_at) return "FAILED";
    if (facts.payment_unknown_at) return "UNKNOWN";
    return "PENDING";
}

std::optional<RefundView> refund_of(const Facts& facts) {
    const auto view = [&](std::string status, Timestamp at) {
        return RefundView{std::move(status), facts.refund_amount, at};
    };
    if (facts.refunded_at && !is_refunding(facts))
        return view("DONE", facts.last_refunded ? facts.last_refunded->at : *facts.refunded_at);
    if (const auto since = refund_delayed_since(facts)) return view("DELAYED", *since);
    if (const auto requested = refund_requested_at(facts)) return view("REQUESTED", *requested);
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
    if (facts.delivery_failed_at) return {"FAILED", {"배달하지 못함", "Could not be delivered"}};
    if (facts.delivery_canceled_at || ended_early) return {"CANCELED", {"취소됨", "Canceled"}};
    if (facts.picked_up_at) return {"PICKED_UP", {"배달중", "On the way"}};
    if (facts.rider.assigned) return {"CLAIMED", {"배달전", "Not picked up yet"}};
    return {"PLANNED", {"배달전", "Not picked up yet"}};
}

std::optional<std::string> unless_empty(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return text;
}

/// The café's own reason comes first.
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
        case OrderStatus::undelivered: return "UNDELIVERED";
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
        case OrderStatus::placed: return {"매장에서 주문을 확인하고 있어요", "Paid; waiting for the café"};
        case OrderStatus::accepted: return {"주문이 접수됐어요", "Accepted by the café"};
        case OrderStatus::cancel_requested: return {"매장에 취소를 요청했어요", "Cancellation requested"};
        case OrderStatus::preparing: return {"제조 중이에요", "Being made"};
        case OrderStatus::ready:
            return delivery
                       ? Text{"음료가 나왔어요. 라이더를 기다리고 있어요", "Ready; waiting for the rider"}
                       : Text{"음료가 나왔어요", "Ready to pick up"};
        case OrderStatus::out_for_delivery: return {"배달이 시작됐어요", "The rider is on the way"};
        case OrderStatus::unclaimed: return {"찾아가지 않아 주문이 종료됐어요", "Not picked up"};
        case OrderStatus::undelivered: return {"배달하지 못하고 주문이 종료됐어요", "Could not be delivered"};
        case OrderStatus::completed:
            return delivery ? Text{"배달이 완료됐어요", "Delivered"} : Text{"픽업이 완료됐어요", "Picked up"};
        case OrderStatus::payment_failed:
            return {"결제에 실패해 주문이 접수되지 않았어요", "Payment failed; not ordered"};
        case OrderStatus::expired:
            return {"결제 시간이 지나 주문이 접수되지 않았어요", "Not paid in time; not ordered"};
        case OrderStatus::canceled: return {"주문이 취소됐어요", "Canceled"};
        case OrderStatus::rejected: return {"매장에서 주문을 받지 못했어요", "Declined by the café"};
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
        case OrderStatus::undelivered:
        case OrderStatus::completed: return "제조완료";
        case OrderStatus::payment_failed:
        case OrderStatus::expired:
        case OrderStatus::canceled:
        case OrderStatus::rejected: return "취소됨";
    }
    return "";
}

std::optional<Viewer> viewer_of(const Principal& principal, const Page& page) {
    if (principal.role == Role::customer && principal.account == page.facts.customer_id) {
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
        view.delivery_failure = unless_empty(facts.delivery_failure);
        view.rider_assigned = facts.rider.assigned && page.status <= OrderStatus::completed;
        if (viewer == Viewer::customer) view.pin = unless_empty(order.pin);
    }
    return view;
}

// ── Routes ─────────────────────────────────────────────────────────────────────────────────────────

namespace {

/// Every MyPageChanged that this principal may see, as a frame "page": with the status that the order passed,
/// and all else at least as it was then, at most as it is known when it is shown. The owner is asked for each
/// event, because a stream may be opened before the first event of its order has arrived here.
Render frames_for(Principal principal) {
    return [principal = std::move(principal)](const EventRecord& record) -> std::optional<Frame> {
        if (record.type != type_name<MyPageChanged>()) return std::nullopt;
        const auto& page = state_in<MyPage>(record).state;
        const auto viewer = viewer_of(principal, page);
        if (!viewer) return std::nullopt;
        auto view = view_of(record.subject, record.version, page, *viewer);
        if (const auto passed = EventIn<MyPageChanged>(record)->status; passed != page.status) {
            view.order_status = name_of(passed);
            view.order_status_text =
                text_of(passed, page.facts.order ? page.facts.order->fulfilment : Fulfilment::pickup);
            view.origin_status = origin_word_of(passed);
        }
        return Frame{std::to_string(record.position), "page", codec::to_json(view)};
    };
}

}  // namespace

std::optional<Versioned<Page>> stored_page(Reader& reader, const std::string& order_id) {
    auto page = runtime::stored<MyPage>(reader, order_id);
    if (page.version == 0) return std::nullopt;
    return page;
}

Result<Response> show_page(Reader& reader, const Request& request, Guarded<Queues>& queues, Timestamp now) {
    const auto& order_id = request.params.at(0);
    const auto stored = stored_page(reader, order_id);
    const auto viewer = stored ? viewer_of(request.principal, stored->state) : std::nullopt;
    if (!viewer) return not_found(the_order);
    auto view = view_of(order_id, stored->version, stored->state, *viewer);
    const auto standing = queues.with([&](const Queues& all) -> std::optional<Standing> {
        if (!all.is_complete()) return std::nullopt;
        return all.standing(order_id, now);
    });
    if (standing) view.queue = view_of(*standing);
    return respond_with(200, view);
}

Result<Response> list_pages(Reader& reader, const Request& request) {
    DANGOL_TRY(const auto page, page_of(request));
    RowQuery query;
    query.view = view::my_pages;
    query.descending = true;
    auto listed = rows_of(reader, query, {request.principal.account.value}, page);
    PageList list;
    list.next = std::move(listed.next);
    for (const auto& row : listed.rows) {
        const auto stored = stored_page(reader, row.key);
        if (!stored) continue;
        list.items.push_back(view_of(row.key, stored->version, stored->state, Viewer::customer));
    }
    return respond_with(200, list);
}

Task<Result<Response>> stream_own_pages(const Host& host, Request request) {
    co_return open_stream(host, request, {}, request.principal.account.value, frames_for(request.principal));
}

Task<Result<Response>> stream_page(const Host& host, Request request, Guarded<Queues>& queues) {
    const auto order_id = request.params.at(0);
    DANGOL_CO_CHECK(co_await host.read([&](Reader& reader) -> Result<bool> {
        const auto stored = stored_page(reader, order_id);
        if (stored && !viewer_of(request.principal, stored->state)) return not_found(the_order);
        return true;
    }));
    auto response = open_stream(host, request, order_id, {}, frames_for(request.principal));
    queues.with([&](Queues& all) {
        all.sweep_watched([&](const std::string& order) { return host.live.watched(order); });
        all.watch(order_id);
    });
    co_return response;
}

}  // namespace dangol::mypage
