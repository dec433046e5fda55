#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "contexts/mypage/domain/my_page.hpp"
#include "core/event.hpp"
#include "core/time.hpp"
#include "runtime/context.hpp"

/// Metrics and audits of the pages.
namespace dangol::mypage {

// ── Stuck orders ───────────────────────────────────────────────────────────────────────────────────

/// The step in which an order is stuck: no deadline, café or rider will move it on. This is not an order that
/// takes long, which the operator sees among those that need attention, but one that should have ended by
/// itself.
enum class StuckIn {
    payment,     ///< the provider does not report whether it was paid
    acceptance,  ///< unanswered by the café, and not cancelled for that
    cancel,      ///< requested, and never decided
    making,      ///< accepted, and not made for hours
    handover,    ///< made, and neither collected nor delivered nor given up
    refund       ///< owed, and not given back
};
inline constexpr std::array stuck_ins{StuckIn::payment, StuckIn::acceptance, StuckIn::cancel,
                                      StuckIn::making,  StuckIn::handover,   StuckIn::refund};
[[nodiscard]] std::string_view name_of(StuckIn where);

/// The deadlines, with some margin.
struct SagaLimits {
    Duration payment = std::chrono::minutes{32};
    Duration acceptance = std::chrono::minutes{12};
    Duration cancel = std::chrono::minutes{2};
    Duration making = std::chrono::hours{3};
    Duration handover = std::chrono::hours{3};
    Duration refund = std::chrono::minutes{15};
};

/// The step in which the page's saga is stuck at `now`, if it is.
[[nodiscard]] std::optional<StuckIn> stuck_in(const Page& page, Timestamp now, const SagaLimits& limits);

struct OpenSagas {
    std::map<StuckIn, std::uint64_t> stuck;
    std::uint64_t open = 0;  ///< counted up to `counted_max`
    std::optional<Timestamp> oldest;
    static constexpr std::size_t counted_max = 10'000;
    static constexpr std::size_t looked_at_max = 500;  ///< of the open ones, the oldest
};
[[nodiscard]] OpenSagas open_sagas(runtime::Reader& reader, Timestamp now, const SagaLimits& limits);

// ── The audit of one page ──────────────────────────────────────────────────────────────────────────

/// The invariants between an order and its money.
enum class PageRule {
    served_means_paid,      ///< no café has seen, made or handed over an unpaid order
    canceled_means_repaid,  ///< money captured for an order that was not fulfilled is refunded
    repaid_means_canceled   ///< no order is fulfilled with money that went back as for one that came to
                            ///< nothing
};

/// The first rule that the page breaks. It counts only if it persists: while events are in transit between
/// the contexts, a page may look broken.
[[nodiscard]] std::optional<PageRule> broken_by(const Page& page);
/// The same for the stored page of the order; nothing if there is none.
[[nodiscard]] std::optional<PageRule> broken_in(runtime::Reader& reader, const std::string& order);

/// "served_means_paid" …
[[nodiscard]] std::string_view name_of(PageRule rule);

// ── Exported metrics ───────────────────────────────────────────────────────────────────────────────

/// dangol_open_sagas, dangol_oldest_open_saga_seconds, dangol_stuck_sagas.
[[nodiscard]] runtime::Context::Measure measure_sagas(SagaLimits limits);
/// dangol_money_invariant_violations and dangol_money_audits_total, of the pages that changed.
[[nodiscard]] runtime::Context::Measure audit_pages();

}  // namespace dangol::mypage
