#include "contexts/mypage/domain/attention.hpp"

#include <algorithm>

namespace dangol::mypage {
namespace {

using enum OrderStatus;
using Found = std::optional<Attention>;

Found overdue(AttentionKind kind, const std::optional<Timestamp>& since, Duration patience, Timestamp now) {
    if (!since || now - *since <= patience) return std::nullopt;
    return Attention{kind, *since};
}

/// Promised from the moment of accepting.
Found late(const Facts& facts, Timestamp now, const Patience& patience) {
    if (!facts.accepted_at) return std::nullopt;
    const Duration said = std::chrono::minutes(facts.ready_in_minutes);
    const auto promise = said > Duration::zero() ? said : patience.usual_promise;
    return overdue(AttentionKind::late, *facts.accepted_at + promise,
                   std::min(promise / 2, patience.past_promise), now);
}

Found waiting_on_the_counter(const Facts& facts, Timestamp now, const Patience& patience) {
    if (!facts.order || facts.order->fulfilment == Fulfilment::pickup) {
        return overdue(AttentionKind::unclaimed, facts.made_at, patience.pick_up, now);
    }
    if (facts.rider.assigned) return std::nullopt;
    return overdue(AttentionKind::no_rider, facts.made_at, patience.rider, now);
}

Found about_money(const Page& page) {
    if (!is_unsettled(page)) return std::nullopt;
    const auto& facts = page.facts;
    if (facts.refund_delayed_at) return Attention{AttentionKind::refund_delayed, *facts.refund_delayed_at};
    return Attention{AttentionKind::payment_unknown, *facts.payment_unknown_at};
}

}  // namespace

std::optional<Attention> attention_of(const Page& page, Timestamp now, const Patience& patience) {
    if (auto money = about_money(page)) return money;
    const auto& facts = page.facts;
    switch (page.status) {
        case placed: return overdue(AttentionKind::unanswered, facts.placed_at, patience.answer, now);
        case cancel_requested:
            return overdue(AttentionKind::cancel_pending, facts.cancel_requested_at, patience.cancel, now);
        case accepted:
        case preparing: return late(facts, now, patience);
        case ready: return waiting_on_the_counter(facts, now, patience);
        case payment_pending:
        case out_for_delivery:
        case unclaimed:
        case completed:
        case payment_failed:
        case expired:
        case canceled:
        case rejected: return std::nullopt;
    }
    return std::nullopt;
}

Duration shortest(const Patience& patience) { return std::min(patience.answer, patience.cancel); }

std::string_view name_of(AttentionKind kind) {
    switch (kind) {
        case AttentionKind::refund_delayed: return "REFUND_DELAYED";
        case AttentionKind::payment_unknown: return "PAYMENT_UNKNOWN";
        case AttentionKind::cancel_pending: return "CANCEL_PENDING";
        case AttentionKind::unanswered: return "UNANSWERED";
        case AttentionKind::late: return "LATE";
        case AttentionKind::no_rider: return "NO_RIDER";
        case AttentionKind::unclaimed: return "UNCLAIMED";
    }
    return "";
}

}  // namespace dangol::mypage
