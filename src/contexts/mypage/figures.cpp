#include "contexts/mypage/figures.hpp"

#include <algorithm>
#include <memory>
#include <string>

#include "contexts/mypage/aggregates.hpp"
#include "runtime/audit.hpp"
#include "runtime/stored.hpp"

namespace dangol::mypage {
namespace {

bool over(const std::optional<Timestamp>& since, Duration limit, Timestamp now) {
    return since && now - *since > limit;
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

std::optional<StuckIn> stuck_in(const Page& page, Timestamp now, const SagaLimits& limits) {
    const auto& facts = page.facts;
    if (over(refund_requested_at(facts), limits.refund, now) && is_refunding(facts)) return StuckIn::refund;
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
        case OrderStatus::undelivered:
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
        const auto rows =
            reader.rows({.view = std::string(view::desk), .scope = std::string(scope), .limit = rows_max});
        for (std::size_t i = 0; i < std::min(rows.size(), OpenSagas::looked_at_max); ++i) {
            const auto page = runtime::stored<MyPage>(reader, rows[i].key);
            if (const auto where = stuck_in(page.state, now, limits)) ++sagas.stuck[*where];
        }
        return rows;
    };
    look_through(view::unsettled, OpenSagas::looked_at_max);
    const auto open = look_through(view::open, OpenSagas::counted_max);
    sagas.open = open.size();
    if (!open.empty()) sagas.oldest = Timestamp{Duration{open.front().rank}};
    return sagas;
}

// ── The audit of one page ──────────────────────────────────────────────────────────────────────────

std::optional<PageRule> broken_by(const Page& page) {
    const auto& facts = page.facts;
    const bool served = facts.placed_at || facts.accepted_at || facts.making_at || facts.made_at ||
                        facts.completed_at || facts.unclaimed_at;
    const bool free = facts.order && facts.order->total_price.amount == 0;
    if (served && !facts.paid_at && !free) return PageRule::served_means_paid;
    const bool came_to_nothing =
        (facts.canceled_at || facts.rejected_at || facts.expired_at || facts.payment_failed_at) &&
        !facts.completed_at;
    const bool goes_back = facts.refund_requested_at || facts.refunded_at;
    if (facts.paid_at && (came_to_nothing || facts.undelivered_by_house) && !goes_back)
        return PageRule::canceled_means_repaid;
    const bool canceled = facts.canceled_at || facts.rejected_at || facts.given_up_at;
    if (facts.completed_at && facts.order_repaid && !canceled) return PageRule::repaid_means_canceled;
    return std::nullopt;
}

std::optional<PageRule> broken_in(runtime::Reader& reader, const std::string& order) {
    return broken_by(runtime::stored<MyPage>(reader, order).state);
}

std::string_view name_of(PageRule rule) {
    switch (rule) {
        case PageRule::served_means_paid: return "served_means_paid";
        case PageRule::canceled_means_repaid: return "canceled_means_repaid";
        case PageRule::repaid_means_canceled: return "repaid_means_canceled";
    }
    return "";
}

// ── Exported metrics ───────────────────────────────────────────────────────────────────────────────

runtime::Context::Measure measure_sagas(SagaLimits limits) {
    return [limits](runtime::Reader& reader, Timestamp now, runtime::Figures& figures) {
        const auto sagas = open_sagas(reader, now, limits);
        for (const auto& [where, count] : sagas.stuck) {
            figures.gauge("dangol_stuck_sagas", "Open orders that make no progress, by stage",
                          static_cast<double>(count), {{"stage", std::string(name_of(where))}});
        }
        figures.gauge("dangol_open_sagas", "Orders that are paid and have not ended",
                      static_cast<double>(sagas.open), {});
        const auto age = sagas.oldest ? std::chrono::duration<double>(now - *sagas.oldest).count() : 0.0;
        figures.gauge("dangol_oldest_open_saga_seconds", "Age of the oldest open order", age, {});
    };
}

runtime::Context::Measure audit_pages() {
    static constexpr std::array rules{std::string_view("served_means_paid"),
                                      std::string_view("canceled_means_repaid"),
                                      std::string_view("repaid_means_canceled")};
    const auto audit = std::make_shared<runtime::Audit>(runtime::Audit::Rules{
        .context = "mypage",
        .topic = "money",
        .rules = rules,
        .concerns = [](const EventRecord& event) { return event.type == type_name<MyPageChanged>(); },
        .broken = [](runtime::Reader& reader, const std::string& order) -> std::optional<std::string_view> {
            const auto rule = broken_in(reader, order);
            return rule ? std::optional(name_of(*rule)) : std::nullopt;
        },
        .patience = std::chrono::minutes{2}});
    return [audit](runtime::Reader& reader, Timestamp now, runtime::Figures& figures) {
        audit->run(reader, now, figures);
    };
}

}  // namespace dangol::mypage
