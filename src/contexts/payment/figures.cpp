#include "contexts/payment/figures.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "contexts/payment/aggregates.hpp"
#include "runtime/audit.hpp"
#include "runtime/query.hpp"
#include "runtime/stored.hpp"

namespace dangol::payment {
namespace {

using Postings = std::vector<Posting>;

bool sums_to_zero(const Postings& postings) {
    std::map<std::string, std::int64_t> sums;
    for (const auto& posting : postings) sums[posting.amount.currency] += posting.amount.amount;
    return std::ranges::all_of(sums, [](const auto& sum) { return sum.second == 0; });
}

/// What left one side of the books for the other.
std::int64_t amount_of(const Postings& postings) {
    std::int64_t amount = 0;
    for (const auto& posting : postings) amount += std::max<std::int64_t>(posting.amount.amount, 0);
    return amount;
}

template <class Event>
Postings movement(runtime::Reader& reader, const std::string& order, int number = 0) {
    const auto row = reader.row(view::ledger, view::ledger_key(type_name<Event>(), order, number));
    return row ? runtime::data_of<Postings>(*row) : Postings{};
}

bool loss_is_booked(const State& payment) {
    const auto* requested = std::get_if<stage::RefundRequested>(&payment);
    const auto* refunded = std::get_if<stage::Refunded>(&payment);
    return (requested != nullptr && requested->loss_booked) || (refunded != nullptr && refunded->loss_booked);
}

}  // namespace

LedgerSummary sum_of_ledger(runtime::Reader& reader) {
    std::map<std::pair<std::string, std::string>, std::int64_t> balances;
    std::map<std::string, std::int64_t> totals;
    LedgerSummary summary;
    const runtime::RowQuery query{
        .view = std::string(view::ledger), .scope = std::string(view::ledger_all), .limit = 1000};
    runtime::for_each_row(reader, query, [&](const runtime::Row& row) {
        for (const auto& posting : runtime::data_of<Postings>(row)) {
            balances[{posting.account, posting.amount.currency}] += posting.amount.amount;
            totals[posting.amount.currency] += posting.amount.amount;
        }
        ++summary.transactions;
    });
    for (const auto& [key, balance] : balances)
        summary.accounts.push_back({key.first, {balance, key.second}});
    for (const auto& [currency, total] : totals) summary.total.push_back({total, currency});
    return summary;
}

std::optional<BookRule> broken_by(const State& payment, const Movements& movements) {
    const auto& [paid, refunded, settled, loss, refunds] = movements;
    if (!sums_to_zero(paid) || !sums_to_zero(refunded) || !sums_to_zero(settled) || !sums_to_zero(loss) ||
        !std::ranges::all_of(refunds, sums_to_zero)) {
        return BookRule::balanced;
    }
    std::int64_t given_back = 0;
    for (const auto& refund : refunds) given_back += amount_of(refund);
    if (!refunded.empty() && !settled.empty()) return BookRule::captured_once;
    if (amount_of(refunded) > amount_of(paid) || amount_of(settled) > amount_of(paid) ||
        amount_of(loss) > amount_of(paid) || given_back > amount_of(settled)) {
        return BookRule::captured_once;
    }
    const auto* as_settled = std::get_if<stage::Settled>(&payment);
    const bool agree = (capture_of(payment) != nullptr) == !paid.empty() &&
                       std::holds_alternative<stage::Refunded>(payment) == !refunded.empty() &&
                       (as_settled != nullptr) == !settled.empty() &&
                       given_back == (as_settled == nullptr ? 0 : as_settled->refunded.amount) &&
                       loss_is_booked(payment) == !loss.empty() &&
                       (paid.empty() || amount_of(paid) == bill_of(payment)->amount.amount);
    if (!agree) return BookRule::books_agree;
    return std::nullopt;
}

std::optional<BookRule> broken_in(runtime::Reader& reader, const std::string& order) {
    // Again if a commit came in between: document and rows must be of the same one.
    for (;;) {
        const auto [payment, version] = runtime::stored<Payment>(reader, order);
        Movements movements{movement<Paid>(reader, order),
                            movement<PaymentCanceled>(reader, order),
                            movement<Settled>(reader, order),
                            movement<LossBooked>(reader, order),
                            {}};
        if (const auto* settled = std::get_if<stage::Settled>(&payment)) {
            for (int number = 1; number <= settled->refunds; ++number) {
                if (auto refund = movement<PaymentCanceled>(reader, order, number); !refund.empty())
                    movements.refunds.push_back(std::move(refund));
            }
        }
        const auto again = reader.document(Payment::name, order);
        if ((again ? again->version : 0) == version) return broken_by(payment, movements);
    }
}

std::string_view name_of(BookRule rule) {
    switch (rule) {
        case BookRule::balanced: return "balanced";
        case BookRule::captured_once: return "captured_once";
        case BookRule::books_agree: return "books_agree";
    }
    return "";
}

runtime::Context::Measure audit_books() {
    static constexpr std::array rules{std::string_view("balanced"), std::string_view("captured_once"),
                                      std::string_view("books_agree")};
    const auto audit = std::make_shared<runtime::Audit>(runtime::Audit::Rules{
        .context = "payment",
        .topic = "money",
        .rules = rules,
        .concerns =
            [](const EventRecord& event) {
                return event.type == type_name<Paid>() || event.type == type_name<PaymentCanceled>() ||
                       event.type == type_name<Settled>() || event.type == type_name<LossBooked>();
            },
        .broken = [](runtime::Reader& reader, const std::string& order) -> std::optional<std::string_view> {
            const auto rule = broken_in(reader, order);
            return rule ? std::optional(name_of(*rule)) : std::nullopt;
        }});
    return [audit](runtime::Reader& reader, Timestamp now, runtime::Figures& figures) {
        audit->run(reader, now, figures);
    };
}

}  // namespace dangol::payment
