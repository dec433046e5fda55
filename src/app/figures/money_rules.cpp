#include "app/figures/money_rules.hpp"

#include <map>
#include <string>

namespace dangol::app {
namespace {

using payment::PaymentStatus;
using payment::Posting;

bool sums_to_zero(const std::vector<Posting>& postings) {
    std::map<std::string, std::int64_t> sums;
    for (const auto& posting : postings) sums[posting.amount.currency] += posting.amount.amount;
    for (const auto& [_, sum] : sums) {
        if (sum != 0) return false;
    }
    return true;
}

/// What left one side of the books for the other.
std::int64_t amount_of(const std::vector<Posting>& postings) {
    std::int64_t amount = 0;
    for (const auto& posting : postings) {
        if (posting.amount.amount > 0) amount += posting.amount.amount;
    }
    return amount;
}

bool captured(PaymentStatus status) {
    return status == PaymentStatus::paid || status == PaymentStatus::refund_requested ||
           status == PaymentStatus::refunded || status == PaymentStatus::settled;
}

}  // namespace

std::string_view name_of(MoneyRule rule) {
    switch (rule) {
        case MoneyRule::balanced: return "balanced";
        case MoneyRule::captured_once: return "captured_once";
        case MoneyRule::books_agree: return "books_agree";
        case MoneyRule::served_means_paid: return "served_means_paid";
        case MoneyRule::canceled_means_repaid: return "canceled_means_repaid";
    }
    return "";
}

std::optional<MoneyRule> broken_by(const payment::Payment& payment, const Movements& movements) {
    const auto& [paid, refunded, settled] = movements;
    if (!sums_to_zero(paid) || !sums_to_zero(refunded) || !sums_to_zero(settled)) return MoneyRule::balanced;
    if (!refunded.empty() && !settled.empty()) return MoneyRule::captured_once;
    if (amount_of(refunded) > amount_of(paid) || amount_of(settled) > amount_of(paid)) {
        return MoneyRule::captured_once;
    }
    const bool agree = captured(payment.status) == !paid.empty() &&
                       (payment.status == PaymentStatus::refunded) == !refunded.empty() &&
                       (payment.status == PaymentStatus::settled) == !settled.empty() &&
                       (paid.empty() || amount_of(paid) == payment.amount.amount);
    if (!agree) return MoneyRule::books_agree;
    return std::nullopt;
}

std::optional<MoneyRule> broken_by(const mypage::Page& page) {
    const auto& facts = page.facts;
    const bool served = facts.placed_at || facts.accepted_at || facts.making_at || facts.made_at ||
                        facts.completed_at || facts.unclaimed_at;
    if (served && !facts.paid_at) return MoneyRule::served_means_paid;
    const bool came_to_nothing =
        (facts.canceled_at || facts.rejected_at || facts.expired_at || facts.payment_failed_at) &&
        !facts.completed_at;
    const bool goes_back = facts.refund_requested_at || facts.refunded_at;
    if (facts.paid_at && came_to_nothing && !goes_back) return MoneyRule::canceled_means_repaid;
    return std::nullopt;
}

}  // namespace dangol::app
