// What the order context remembers of each branch.
#include "contexts/order/replicas.hpp"

namespace dangol::order {

std::shared_ptr<const CafeReplica> Replicas::find(runtime::Unit& unit, const CafeId& cafe_id) {
    auto row = unit.row("cafes", cafe_id.value);
    if (!row) return nullptr;
    auto& decoded = decoded_[cafe_id.value];
    if (!decoded.replica || decoded.source != row->data) {
        auto replica = codec::from_json<CafeReplica>(row->data);
        if (!replica)
            throw runtime::StoreBroken("replica of café " + cafe_id.value + ": " + replica.error().message);
        decoded = {std::move(row->data), std::make_shared<const CafeReplica>(std::move(*replica))};
    }
    return decoded.replica;
}

std::string Replicas::next_call_number(runtime::Unit& unit, const CafeId& cafe_id) {
    // A full-period walk over 0…8,999: 7,001 has no factor in common with 9,000, so no number comes twice in
    // a round.
    constexpr std::int64_t range = 9'000;
    constexpr std::int64_t step = 7'001;
    const auto row = unit.row("call_numbers", cafe_id.value);
    const auto last = row ? row->rank : static_cast<std::int64_t>(unit.ids().random(32) % range);
    const auto next = (last + step) % range;
    unit.put({"call_numbers", cafe_id.value, {}, next, {}});
    return std::to_string(1'000 + next);
}

}  // namespace dangol::order
