// How payments are listed, posted to the ledger, and followed by calls to the provider.
#include "contexts/payment/aggregate.hpp"

#include "contexts/payment/domain/ledger.hpp"
#include "contexts/payment/provider_calls.hpp"

namespace dangol::payment {
namespace {

void post(runtime::Unit& unit, const std::string& id, const Event& event) {
    const auto postings = postings_of(event);
    if (postings.empty()) return;
    const auto type = std::visit([]<class E>(const E&) { return type_name<E>(); }, event);
    unit.put({.view = std::string(ledger_view),
              .key = std::string(type) + ":" + id,
              .scope = std::string(ledger_scope),
              .rank = unit.now().time_since_epoch().count(),
              .data = codec::to_json(postings)});
}

}  // namespace

std::vector<runtime::Row> PaymentAggregate::index(const std::string& id, const State& state) {
    if (state.status != PaymentStatus::unknown && state.status != PaymentStatus::refund_requested) return {};
    return {{.view = std::string(attention_view),
             .key = id,
             .scope = std::string(word_of(state.status)),
             .rank = state.started_at.time_since_epoch().count(),
             .data = {}}};
}

void PaymentAggregate::after(runtime::Unit& unit, const std::string& id, const Event& event, const State&) {
    post(unit, id, event);
    // A started payment's charge is owed where the payment starts: only there the customer's token is at
    // hand.
    if (const auto* refund = std::get_if<RefundRequested>(&event)) {
        unit.perform(refund_effect(refund->order_id, refund->amount));
    }
}

}  // namespace dangol::payment
