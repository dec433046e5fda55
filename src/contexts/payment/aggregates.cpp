// How payments are listed, posted to the ledger, and followed by refunds.
#include "contexts/payment/aggregates.hpp"

#include <algorithm>

#include "contexts/payment/domain/payment.hpp"
#include "contexts/payment/provider_calls.hpp"

namespace dangol::payment {

std::string view::ledger_key(std::string_view event, const std::string& order, int number) {
    auto key = std::string(event) + ":" + order;
    return number == 0 ? key : key + ":" + std::to_string(number);
}

std::string Payment::scope(const State& state) {
    if (const auto* forbidden = std::get_if<stage::Forbidden>(&state)) return forbidden->customer_id.value;
    const auto* bill = bill_of(state);
    return bill == nullptr ? std::string{} : bill->customer_id.value;
}

namespace {

/// A settled payment is listed too while a refund of it is open.
std::string_view attention_of(const State& state) {
    const auto* settled = std::get_if<stage::Settled>(&state);
    return settled != nullptr && settled->refunding ? "REFUND_REQUESTED" : status_of(state);
}

}  // namespace

std::vector<runtime::Row> Payment::index(const std::string& id, const State& state) {
    const auto status = attention_of(state);
    if (std::ranges::find(view::attention, status) == view::attention.end()) return {};
    return {{.view = std::string(view::payments),
             .key = id,
             .scope = std::string(status),
             .rank = bill_of(state)->started_at.time_since_epoch().count(),
             .data = {}}};
}

void Payment::after(runtime::Unit& unit, const std::string& id, const Event& event, const State&) {
    if (const auto postings = postings_of(event); !postings.empty()) {
        const auto type = std::visit([]<class E>(const E&) { return type_name<E>(); }, event);
        const auto* refunded = std::get_if<PaymentCanceled>(&event);
        unit.put({.view = std::string(view::ledger),
                  .key = view::ledger_key(type, id, refunded == nullptr ? 0 : refunded->number),
                  .scope = std::string(view::ledger_all),
                  .rank = unit.now().time_since_epoch().count(),
                  .data = codec::to_json(postings)});
    }
    if (const auto* refund = std::get_if<RefundRequested>(&event)) {
        unit.perform(refund_effect(refund->order_id, refund->amount, refund->number));
    }
}

}  // namespace dangol::payment
