#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "contexts/mypage/domain/my_page.hpp"
#include "contexts/payment/domain/ledger.hpp"

/// What must hold of the money of every single order. Pure; who looks, and when, is MoneyAudit's business.
namespace dangol::app {

enum class MoneyRule {
    balanced,              ///< each movement's postings sum to zero
    captured_once,         ///< refunded and settled only what was captured, and never both
    books_agree,           ///< the ledger says what the payment says
    served_means_paid,     ///< no café has seen, made or handed over what is not paid
    canceled_means_repaid  ///< what was captured for an order that came to nothing goes back
};
inline constexpr std::array money_rules{MoneyRule::balanced, MoneyRule::captured_once, MoneyRule::books_agree,
                                        MoneyRule::served_means_paid, MoneyRule::canceled_means_repaid};
/// "balanced" …
[[nodiscard]] std::string_view name_of(MoneyRule rule);

/// What the ledger has of one order; empty where there is no such movement.
struct Movements {
    std::vector<payment::Posting> paid;
    std::vector<payment::Posting> refunded;
    std::vector<payment::Posting> settled;
};

/// The first rule that the payment breaks, by its books as they were committed together.
[[nodiscard]] std::optional<MoneyRule> broken_by(const payment::Payment& payment, const Movements& movements);

/// The first rule that the page breaks, if it stays so: what is under way between the contexts looks broken
/// for a moment.
[[nodiscard]] std::optional<MoneyRule> broken_by(const mypage::Page& page);

}  // namespace dangol::app
