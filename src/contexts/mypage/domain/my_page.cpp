#include "contexts/mypage/domain/my_page.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

namespace dangol::mypage {
namespace {

using enum OrderStatus;

void merge(std::optional<Timestamp>& known, const std::optional<Timestamp>& more) {
    if (more && (!known || *more < *known)) known = more;
}
/// Frozen when it was agreed: every event has the same, but for the PIN, which only OrderPlaced has.
void merge(std::optional<PageOrder>& known, const std::optional<PageOrder>& more) {
    if (!known) known = more;
    if (more && known->pin.empty()) known->pin = more->pin;
}
template <class T>
void merge(T& known, const T& more) {
    if (known < more) known = more;
}

/// The way of an order that nothing happens to.
constexpr std::array<OrderStatus, 7> main_way{payment_pending, placed,           accepted, preparing,
                                              ready,           out_for_delivery, completed};

/// The last status of the main way that an order must have passed on its way to `status`.
OrderStatus proven_by(OrderStatus status) {
    switch (status) {
        case payment_pending:
        case payment_failed:
        case expired:
        case canceled: return payment_pending;  // a cancel does not show how far the order had come
        case placed:
        case cancel_requested:
        case rejected: return placed;
        case accepted: return accepted;
        case preparing: return preparing;
        case ready:
        case unclaimed: return ready;
        case out_for_delivery:
        case undelivered: return out_for_delivery;
        case completed: return completed;
    }
    return payment_pending;
}

bool by_rider(const Facts& facts) {
    return facts.picked_up_at || facts.delivered_at || facts.delivery_failed_at ||
           (facts.order && facts.order->fulfilment == Fulfilment::delivery);
}

}  // namespace

Facts join(Facts known, const Facts& more) {
    using Members = boost::describe::describe_members<Facts, boost::describe::mod_public>;
    boost::mp11::mp_for_each<Members>(
        [&](auto member) { merge(known.*member.pointer, more.*member.pointer); });
    return known;
}

Facts news_of(const Facts& facts, const Facts& known) {
    Facts news;
    using Members = boost::describe::describe_members<Facts, boost::describe::mod_public>;
    boost::mp11::mp_for_each<Members>([&](auto member) {
        const auto& fact = facts.*member.pointer;
        if (fact != known.*member.pointer) news.*member.pointer = fact;
    });
    if (known.order && news.order) {
        news.order.emplace().pin = facts.order->pin;  // all else of an agreed order is known
    }
    return news;
}

OrderStatus status_of(const Facts& facts) {
    auto status = payment_pending;
    if (facts.placed_at) status = placed;
    if (facts.accepted_at) status = accepted;
    if (facts.cancel_requested_at) status = cancel_requested;
    if (facts.making_at || facts.making_begun) status = preparing;
    if (facts.made_at) status = ready;
    if (facts.picked_up_at) status = out_for_delivery;
    if (facts.unclaimed_at) status = unclaimed;
    if (facts.undelivered_at) status = undelivered;
    if (facts.completed_at) status = completed;
    if (facts.payment_failed_at) status = payment_failed;
    if (facts.expired_at) status = expired;
    if (facts.canceled_at) status = canceled;
    if (facts.rejected_at) status = rejected;
    return status;
}

Result<std::vector<PageEvent>> decide(const Page& page, const PageCommand& command) {
    const bool is_new = page.facts.customer_id.empty();
    auto facts = join(page.facts, std::get<LearnFacts>(command).facts);
    std::vector<PageEvent> events;
    if (facts == page.facts) return events;
    const auto status = status_of(facts);
    auto news = news_of(facts, page.facts);
    for (const auto passed : main_way) {
        const bool shown = !is_new && passed <= page.status;
        if (shown || passed > proven_by(status) || passed >= status) continue;
        if (passed == out_for_delivery && !by_rider(facts)) continue;
        events.emplace_back(MyPageChanged{passed, std::exchange(news, {})});
    }
    events.emplace_back(MyPageChanged{status, std::move(news)});
    return events;
}

Page evolve(Page page, const PageEvent& event) {
    const auto& changed = std::get<MyPageChanged>(event);
    page.status = changed.status;
    page.facts = join(std::move(page.facts), changed.facts);
    return page;
}

bool is_waiting(const Page& page) {
    if (!page.facts.order || !page.facts.placed_at) return false;
    switch (page.status) {
        case placed:
        case accepted:
        case cancel_requested:
        case preparing: return true;
        case payment_pending:
        case ready:
        case out_for_delivery:
        case unclaimed:
        case undelivered:
        case completed:
        case payment_failed:
        case expired:
        case canceled:
        case rejected: return false;
    }
    return false;
}

bool is_open(const Page& page) {
    const bool may_be = page.facts.order && page.facts.placed_at;
    return may_be && (is_waiting(page) || page.status == ready || page.status == out_for_delivery);
}

bool is_refunding(const Facts& facts) {
    if (!facts.refund_requested_at && !facts.refund_delayed_at) return false;
    return !facts.refunded_at || facts.refunded_amount < facts.refund_amount;
}

// Before refunds were told apart a page had the first one's times alone.

std::optional<Timestamp> refund_requested_at(const Facts& facts) {
    return facts.last_refund_requested ? facts.last_refund_requested->at : facts.refund_requested_at;
}

std::optional<Timestamp> refund_delayed_since(const Facts& facts) {
    if (!is_refunding(facts)) return std::nullopt;
    const auto& requested = facts.last_refund_requested;
    const auto& delayed = facts.last_refund_delayed;
    if (!requested) return facts.refund_delayed_at;
    if (!delayed || delayed->number < requested->number) return std::nullopt;
    return delayed->at;
}

bool is_unsettled(const Page& page) {
    const auto& facts = page.facts;
    if (refund_delayed_since(facts)) return true;
    return page.status == payment_pending && facts.payment_unknown_at && !facts.paid_at;
}

bool is_cancelable(OrderStatus status) { return status == placed || status == accepted; }

// ── Which orders need a hand ───────────────────────────────────────────────────────────────────────

namespace {

using Found = std::optional<Attention>;

Found overdue(AttentionKind kind, const std::optional<Timestamp>& since, Duration patience) {
    constexpr Duration tick{1};  // as long as it may take is not too long
    if (!since) return std::nullopt;
    return Attention{kind, *since, *since + patience + tick};
}

/// Promised from the moment of accepting.
Found late(const Facts& facts, const Patience& patience) {
    if (!facts.accepted_at) return std::nullopt;
    const Duration said = std::chrono::minutes(facts.ready_in_minutes);
    const auto promise = said > Duration::zero() ? said : patience.usual_promise;
    return overdue(AttentionKind::late, *facts.accepted_at + promise,
                   std::min(promise / 2, patience.past_promise));
}

Found waiting_on_the_counter(const Facts& facts, const Patience& patience) {
    const bool is_delivery = facts.order && facts.order->fulfilment == Fulfilment::delivery;
    if (!is_delivery || facts.rider.assigned)
        return overdue(AttentionKind::unclaimed, facts.made_at, patience.pick_up);
    return overdue(AttentionKind::no_rider, facts.made_at, patience.rider);
}

Found about_money(const Page& page) {
    if (!is_unsettled(page)) return std::nullopt;
    const auto& facts = page.facts;
    if (const auto since = refund_delayed_since(facts))
        return Attention{AttentionKind::refund_delayed, *since, *since};
    return Attention{AttentionKind::payment_unknown, *facts.payment_unknown_at, *facts.payment_unknown_at};
}

}  // namespace

std::optional<Attention> attention_ahead(const Page& page, const Patience& patience) {
    if (auto money = about_money(page)) return money;
    const auto& facts = page.facts;
    switch (page.status) {
        case placed: return overdue(AttentionKind::unanswered, facts.placed_at, patience.answer);
        case cancel_requested:
            return overdue(AttentionKind::cancel_pending, facts.cancel_requested_at, patience.cancel);
        case accepted:
        case preparing: return late(facts, patience);
        case ready: return waiting_on_the_counter(facts, patience);
        case out_for_delivery: return overdue(AttentionKind::on_the_way, facts.picked_up_at, patience.way);
        case payment_pending:
        case unclaimed:
        case undelivered:
        case completed:
        case payment_failed:
        case expired:
        case canceled:
        case rejected: return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Attention> attention_of(const Page& page, Timestamp now, const Patience& patience) {
    const auto ahead = attention_ahead(page, patience);
    return ahead && ahead->from <= now ? ahead : std::nullopt;
}

std::string_view name_of(AttentionKind kind) {
    switch (kind) {
        case AttentionKind::refund_delayed: return "REFUND_DELAYED";
        case AttentionKind::payment_unknown: return "PAYMENT_UNKNOWN";
        case AttentionKind::cancel_pending: return "CANCEL_PENDING";
        case AttentionKind::unanswered: return "UNANSWERED";
        case AttentionKind::late: return "LATE";
        case AttentionKind::no_rider: return "NO_RIDER";
        case AttentionKind::on_the_way: return "ON_THE_WAY";
        case AttentionKind::unclaimed: return "UNCLAIMED";
    }
    return "";
}

}  // namespace dangol::mypage
