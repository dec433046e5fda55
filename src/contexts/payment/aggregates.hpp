#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "contexts/payment/domain/payment.hpp"
#include "runtime/unit.hpp"

/// The aggregate as the runtime knows it (runtime/aggregate.hpp).
///
///     view      key                scope          rank        data
///     payments  order id           status         started at  none: the document has it
///     ledger    "<event>:<order>"  "all"          posted at   vector<Posting>; never changed
///
/// The key of a settled payment's refund ends with ":" and its number.
namespace dangol::payment {

namespace view {
inline constexpr std::string_view payments = "payments";
/// The states that are listed; a settled payment with an open refund is listed as REFUND_REQUESTED. The
/// ordinary payment is in neither of them, so it costs no index.
inline constexpr std::array<std::string_view, 2> attention{"UNKNOWN", "REFUND_REQUESTED"};

inline constexpr std::string_view ledger = "ledger";
inline constexpr std::string_view ledger_all = "all";
/// The row of the order's event of this type; `number` of a settled payment's refund.
[[nodiscard]] std::string ledger_key(std::string_view event, const std::string& order, int number = 0);
}  // namespace view

struct Payment {
    static constexpr std::string_view name = "Payment";
    static constexpr std::string_view correlation = "order";
    using State = payment::State;
    using Command = payment::Command;
    using Event = payment::Event;

    [[nodiscard]] static std::string scope(const State& state);
    [[nodiscard]] static std::vector<runtime::Row> index(const std::string& id, const State& state);
    /// Posts to the ledger, and owes the provider a refund. The charge is owed where the payment starts,
    /// because only there the customer's token is known.
    static void after(runtime::Unit& unit, const std::string& id, const Event& event, const State& state);
};

}  // namespace dangol::payment
