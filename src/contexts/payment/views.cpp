// What the API shows, from committed state.
#include "contexts/payment/views.hpp"

#include <map>
#include <set>
#include <utility>

#include "contexts/payment/aggregate.hpp"
#include "contexts/payment/domain/ledger.hpp"

namespace dangol::payment {
namespace {

template <class T>
T read(const std::string& what, const std::string& json) {
    auto value = codec::from_json<T>(json);
    if (!value) throw runtime::StoreBroken(what + ": " + value.error().path + " " + value.error().message);
    return std::move(*value);
}

PaymentResource resource_of(const Payment& payment, std::uint64_t version) {
    PaymentResource resource{payment.order_id, payment.order_id,    payment.customer_id,
                             payment.cafe_id,  payment.amount,      std::string(word_of(payment.status)),
                             std::nullopt,     payment.method,      payment.started_at,
                             payment.paid_at,  payment.refunded_at, version};
    if (!payment.approval_code.empty()) resource.approval_code = payment.approval_code;
    return resource;
}

/// Calls `see` with every ledger row once, in pages by rank; rows of one millisecond share a rank.
template <class See>
void for_each_ledger_row(runtime::Reader& reader, See see) {
    runtime::RowQuery query;
    query.view = ledger_view;
    query.scope = ledger_scope;
    query.limit = 1000;
    std::set<std::string> seen;  // of the rank at which the next page begins
    while (true) {
        const auto page = reader.rows(query);
        for (const auto& row : page) {
            if (row.rank != query.rank_min) {
                query.rank_min = row.rank;
                seen.clear();
            }
            if (seen.insert(row.key).second) see(row);
        }
        if (page.size() < query.limit) return;
        if (page.front().rank == page.back().rank) query.limit *= 2;  // one busy millisecond fills a page
    }
}

}  // namespace

std::optional<PaymentResource> find_payment(runtime::Reader& reader, const std::string& order_id) {
    const auto document = reader.document(PaymentAggregate::name, order_id);
    if (!document) return std::nullopt;
    const auto payment = read<Payment>("payment " + order_id, document->data);
    if (payment.status == PaymentStatus::forbidden) return std::nullopt;
    return resource_of(payment, document->version);
}

std::vector<PaymentResource> payments_needing_attention(runtime::Reader& reader, PaymentStatus status,
                                                        std::size_t limit) {
    runtime::RowQuery query;
    query.view = attention_view;
    query.scope = word_of(status);
    query.limit = limit;
    std::vector<PaymentResource> found;
    for (const auto& row : reader.rows(query)) {
        if (auto payment = find_payment(reader, row.key)) found.push_back(std::move(*payment));
    }
    return found;
}

LedgerSummary sum_of_ledger(runtime::Reader& reader) {
    std::map<std::pair<std::string, std::string>, std::int64_t> balances;
    std::map<std::string, std::int64_t> totals;
    LedgerSummary summary;
    for_each_ledger_row(reader, [&](const runtime::Row& row) {
        for (const auto& posting : read<std::vector<Posting>>("ledger " + row.key, row.data)) {
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

}  // namespace dangol::payment
