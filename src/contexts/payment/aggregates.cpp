// How payments are listed, posted to the ledger, and followed by refunds.
#include "contexts/payment/aggregates.hpp"

#include <algorithm>

#include "contexts/payment/domain/payment.hpp"
#include "contexts/payment/provider_calls.hpp"

namespace dangol::payment {

std::string view::ledger_key(std::string_view event, const std::string& order) {
    return std::string(event) + ":" + order;
}

std::string Payment::scope(const State& state) {
    if (const auto* forbidden = std::get_if<stage::Forbidden>(&state)) return forbidden->customer_id.value;
    const auto* bill = bill_of(state);
    return bill == nullptr ? std::string{} : bill->customer_id.value;
}

std::vector<runtime::Row> Payment::index(const std::string& id, const State& state) {
    const auto status = status_of(state);
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
        unit.put({.view = std::string(view::ledger),
                  .key = view::ledger_key(type, id),
                  .scope = std::string(view::ledger_all),
                  .rank = unit.now().time_since_epoch().count(),
                  .data = codec::to_json(postings)});
    }
    if (const auto* refund = std::get_if<RefundRequested>(&event)) {
        unit.perform(refund_effect(refund->order_id, refund->amount));
    }
}

}  // namespace dangol::payment
