#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "contexts/payment/domain/payment.hpp"
#include "runtime/unit.hpp"

namespace dangol::payment {

/// Where payments that need attention are listed: by state, oldest first.
inline constexpr std::string_view attention_view = "payments";
/// One row for each movement of money, holding its postings (domain/ledger.hpp); never changed. All under one
/// scope.
inline constexpr std::string_view ledger_view = "ledger";
inline constexpr std::string_view ledger_scope = "all";

/// How the runtime stores and drives a Payment.
struct PaymentAggregate {
    using State = Payment;
    using Command = payment::Command;
    using Event = payment::Event;

    static constexpr std::string_view name = "Payment";
    static constexpr bool one_trace = true;

    [[nodiscard]] static Result<std::vector<Event>> decide(const State& state, const Command& command) {
        return payment::decide(state, command);
    }
    [[nodiscard]] static State evolve(State state, const Event& event) {
        return payment::evolve(std::move(state), event);
    }
    [[nodiscard]] static std::string scope(const State& state) { return state.customer_id.value; }
    /// Only what needs attention, so that the ordinary payment costs no index at all.
    [[nodiscard]] static std::vector<runtime::Row> index(const std::string& id, const State& state);
    /// Posts to the ledger, and owes the provider a refund or a question.
    static void after(runtime::Unit& unit, const std::string& id, const Event& event, const State& state);
};

}  // namespace dangol::payment
