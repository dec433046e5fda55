#include "app/figures/stuck_sagas.hpp"

#include <algorithm>
#include <string>

#include "contexts/mypage/aggregates.hpp"
#include "core/codec.hpp"

namespace dangol::app {
namespace {

using mypage::OrderStatus;

bool over(const std::optional<Timestamp>& since, Duration limit, Timestamp now) {
    return since && now - *since > limit;
}

mypage::Page read_page(const runtime::Document& document) {
    auto page = codec::from_json<mypage::Page>(document.data);
    if (!page) throw runtime::StoreBroken("page " + document.id + ": " + page.error().message);
    return std::move(*page);
}

}  // namespace

std::string_view name_of(StuckIn where) {
    switch (where) {
        case StuckIn::payment: return "payment";
        case StuckIn::acceptance: return "acceptance";
        case StuckIn::cancel: return "cancel";
        case StuckIn::making: return "making";
        case StuckIn::handover: return "handover";
        case StuckIn::refund: return "refund";
    }
    return "";
}

std::optional<StuckIn> stuck_in(const mypage::Page& page, Timestamp now, const SagaLimits& limits) {
    const auto& facts = page.facts;
    if (over(facts.refund_requested_at, limits.refund, now) && !facts.refunded_at) return StuckIn::refund;
    const auto stuck_if = [&](StuckIn where, const std::optional<Timestamp>& since, Duration limit) {
        return over(since, limit, now) ? std::optional(where) : std::nullopt;
    };
    switch (page.status) {
        case OrderStatus::payment_pending:
            return stuck_if(StuckIn::payment, facts.payment_unknown_at, limits.payment);
        case OrderStatus::placed: return stuck_if(StuckIn::acceptance, facts.placed_at, limits.acceptance);
        case OrderStatus::cancel_requested:
            return stuck_if(StuckIn::cancel, facts.cancel_requested_at, limits.cancel);
        case OrderStatus::accepted:
        case OrderStatus::preparing: return stuck_if(StuckIn::making, facts.accepted_at, limits.making);
        case OrderStatus::ready:
        case OrderStatus::out_for_delivery:
            return stuck_if(StuckIn::handover, facts.made_at, limits.handover);
        case OrderStatus::unclaimed:
        case OrderStatus::completed:
        case OrderStatus::payment_failed:
        case OrderStatus::expired:
        case OrderStatus::canceled:
        case OrderStatus::rejected: return std::nullopt;
    }
    return std::nullopt;
}

OpenSagas open_sagas(runtime::Reader& reader, Timestamp now, const SagaLimits& limits) {
    OpenSagas sagas;
    for (const auto where : stuck_ins) sagas.stuck[where] = 0;
    const auto look_through = [&](std::string_view scope, std::size_t rows_max) {
        const auto rows = reader.rows(
            {.view = std::string(mypage::view::desk), .scope = std::string(scope), .limit = rows_max});
        for (std::size_t i = 0; i < std::min(rows.size(), OpenSagas::looked_at_max); ++i) {
            const auto document = reader.document(mypage::MyPageAggregate::name, rows[i].key);
            if (!document) continue;
            if (const auto where = stuck_in(read_page(*document), now, limits)) ++sagas.stuck[*where];
        }
        return rows;
    };
    look_through(mypage::view::unsettled, OpenSagas::looked_at_max);
    const auto open = look_through(mypage::view::open, OpenSagas::counted_max);
    sagas.open = open.size();
    if (!open.empty()) sagas.oldest = Timestamp{Duration{open.front().rank}};
    return sagas;
}

}  // namespace dangol::app
