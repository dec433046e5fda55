#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/payment/domain/payment.hpp"
#include "core/event.hpp"
#include "runtime/context.hpp"

/// Metrics and audits of the books.
namespace dangol::payment {

// ── The ledger ─────────────────────────────────────────────────────────────────────────────────────

struct AccountBalance {
    std::string account;
    Money balance;
    bool operator==(const AccountBalance&) const = default;
};
BOOST_DESCRIBE_STRUCT(AccountBalance, (), (account, balance))

/// The sum of the whole ledger; `total` has one amount for each currency, and each is zero or money was lost.
struct LedgerSummary {
    std::vector<AccountBalance> accounts;
    std::vector<Money> total;
    std::uint64_t transactions = 0;
};
BOOST_DESCRIBE_STRUCT(LedgerSummary, (), (accounts, total, transactions))

/// Reads every row of the ledger, a page at a time.
[[nodiscard]] LedgerSummary sum_of_ledger(runtime::Reader& reader);

// ── The audit of one payment ───────────────────────────────────────────────────────────────────────

/// The invariants of the books of each payment.
enum class BookRule {
    balanced,       ///< each movement's postings sum to zero
    captured_once,  ///< refunded and settled only what was captured, and settled none that was canceled
    books_agree     ///< the ledger agrees with the payment
};

/// The ledger's entries of one order; empty where there is no such movement.
struct Movements {
    std::vector<Posting> paid = {};
    std::vector<Posting> refunded = {};
    std::vector<Posting> settled = {};
    std::vector<Posting> loss = {};
    std::vector<std::vector<Posting>> refunds = {};  ///< of the settled payment
};

/// The first rule that the payment breaks, by its books as they were committed together.
[[nodiscard]] std::optional<BookRule> broken_by(const State& payment, const Movements& movements);
/// The same for what is stored of the order.
[[nodiscard]] std::optional<BookRule> broken_in(runtime::Reader& reader, const std::string& order);

/// "balanced" …
[[nodiscard]] std::string_view name_of(BookRule rule);

/// dangol_money_invariant_violations and dangol_money_audits_total, of the payments that moved money.
[[nodiscard]] runtime::Context::Measure audit_books();

}  // namespace dangol::payment
