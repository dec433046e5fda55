#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "contexts/order/domain/replica.hpp"
#include "runtime/unit.hpp"

namespace dangol::order {

/// The branch replicas as rows (view "cafes"), decoded once for each change. One thread.
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
        unit.put({"cafes", event.cafe_id.value, "all", 0, codec::to_json(replica)});
    }

    /// The next call number of a branch: four digits, different among 9,000 orders in a row, without showing
    /// how many orders there were.
    [[nodiscard]] static std::string next_call_number(runtime::Unit& unit, const CafeId& cafe_id);

  private:
    struct Decoded {
        std::string source;
        std::shared_ptr<const CafeReplica> replica;
    };
    std::unordered_map<std::string, Decoded> decoded_;
};

}  // namespace dangol::order
