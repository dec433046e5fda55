#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "contexts/order/domain/call_numbers.hpp"
#include "contexts/order/domain/order.hpp"
#include "contexts/order/domain/replica.hpp"
#include "contexts/order/order.hpp"
#include "runtime/unit.hpp"

/// The aggregate as the runtime knows it (runtime/aggregate.hpp), and the rows beside it.
///
///     view    key       scope        rank              data
///     orders  order id  customer id  order date        none: the document has it
///     cafes   café id   "all"        0                 CafeReplica
///     lines   café id   none         orders so far     the last turn, the key of call numbers
namespace dangol::order {

namespace view {
inline constexpr std::string_view orders = "orders";
inline constexpr std::string_view cafes = "cafes";
inline constexpr std::string_view cafes_all = "all";
inline constexpr std::string_view lines = "lines";
}  // namespace view

struct Order {
    static constexpr std::string_view name = "Order";
    static constexpr std::string_view correlation = "order";
    using State = order::State;
    using Command = order::Command;
    using Event = order::Event;

    Deadlines deadlines;

    [[nodiscard]] static std::string scope(const State& state);
    [[nodiscard]] static std::vector<runtime::Row> index(const std::string& id, const State& state);
    /// Starts and stops the order's deadlines; the data of each is the order id.
    void after(runtime::Unit& unit, const std::string& id, const Event& event, const State& state) const;

    static constexpr std::string_view pay_deadline = "pay";
    static constexpr std::string_view ask_deadline = "ask-customer";
    static constexpr std::string_view answer_deadline = "auto-cancel";

    /// The key of the deadline for the café's answer, of kind `ask_deadline` and then `answer_deadline`.
    [[nodiscard]] static std::string answer_deadline_key(const std::string& id);
};

/// The branch replicas, decoded once for each change. Writer's thread only.
class Replicas {
  public:
    /// Null if the branch is not known.
    [[nodiscard]] std::shared_ptr<const CafeReplica> find(runtime::Unit& unit, const CafeId& cafe_id);

    /// Applies a café event to the stored replica.
    template <class Event>
    void update(runtime::Unit& unit, const Event& event) {
        const auto known = find(unit, event.cafe_id);
        CafeReplica replica = known ? *known : CafeReplica{};
        apply(replica, event);
        unit.put({std::string(view::cafes), event.cafe_id.value, std::string(view::cafes_all), 0,
                  codec::to_json(replica)});
    }

  private:
    struct Decoded {
        std::string source;
        std::shared_ptr<const CafeReplica> replica;
    };
    std::unordered_map<std::string, Decoded> decoded_;
};

/// Gives the order the next call number of its branch (domain/call_numbers.hpp) and its turn.
void put_in_line(runtime::Unit& unit, OrderDetails& order);

}  // namespace dangol::order
