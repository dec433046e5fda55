#pragma once

#include <string>
#include <vector>

#include "contexts/order/domain/order.hpp"
#include "core/time.hpp"
#include "runtime/unit.hpp"

namespace dangol::order {

/// Deadlines of an order; all configurable.
struct Deadlines {
    Duration pay_within = std::chrono::minutes{30};
    Duration ask_after = std::chrono::minutes{3};      ///< unanswered by the café: ask the customer
    Duration cancel_after = std::chrono::minutes{10};  ///< still unanswered: cancel
};

/// How the runtime stores and shows an Order.
struct OrderAggregate {
    using State = order::State;
    using Command = order::Command;
    using Event = order::Event;
    static constexpr std::string_view name = "Order";
    static constexpr bool one_trace = true;

    static Result<std::vector<Event>> decide(const State& state, const Command& command) {
        return order::decide(state, command);
    }
    static State evolve(State state, const Event& event) { return order::evolve(std::move(state), event); }
    static std::string scope(const State& state) { return state.order.customer_id.value; }
    /// View "orders": a customer's orders, the newest first.
    static std::vector<runtime::Row> index(const std::string& id, const State& state);
    /// The timers that an order's steps start and stop.
    static void after(runtime::Unit& unit, const std::string& id, const Event& event, const State& state);

    static inline Deadlines deadlines;  ///< set once at start, before the first command
};

// Kinds of deadline.
inline constexpr std::string_view pay_deadline = "pay";
inline constexpr std::string_view ask_deadline = "ask-customer";
inline constexpr std::string_view answer_deadline = "auto-cancel";

/// Key of the deadline for the café's answer.
[[nodiscard]] std::string answer_key_of(const std::string& order_id);

}  // namespace dangol::order
