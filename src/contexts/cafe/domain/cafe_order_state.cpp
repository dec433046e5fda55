// Properties of each state: status, lane, and what it refuses.
#include <array>
#include <type_traits>
#include <utility>

#include "contexts/cafe/domain/cafe_order.hpp"
#include "core/overloaded.hpp"

namespace dangol::cafe::ticket {
namespace {

struct Standing {
    std::string_view status;
    Lane lane = Lane::none;
    std::string_view code;
    std::string_view ko;
    std::string_view en;
    std::array<std::string_view, 2> allowed = {};  ///< commands as the API names them; the rest empty
};

Standing standing_in(const OneOf<NotThere, VoidBeforeArrival> auto&) {
    return {"", Lane::none, "not-there",  //
            "아직 매장에 들어오지 않은 주문이에요.", "This order has not reached the café."};
}
Standing standing_in(const Received&) {
    return {"RECEIVED",
            Lane::to_do,
            "not-approved",
            "아직 접수하지 않은 주문이에요. 먼저 접수하거나 거절해 주세요.",
            "This order is not approved yet. Approve or reject it first.",
            {"approve", "reject"}};
}
Standing standing_in(const Approved&) {
    return {"APPROVED",
            Lane::to_do,
            "making-not-started",
            "아직 제조를 시작하지 않은 주문이에요. 먼저 제조를 시작해 주세요.",
            "Making has not begun for this order. Start making first.",
            {"makeStart", "reject"}};
}
Standing standing_in(const Making&) {
    return {"MAKING",
            Lane::making,
            "making-started",
            "이미 제조를 시작한 주문이에요. 제조를 마치거나, 만들 수 없게 됐다면 제조를 중단해 주세요.",
            "Making has already begun. Complete it, or abort it if it cannot be made.",
            {"makeComplete", "abort"}};
}
Standing standing_in(const Made& state) {
    if (state.ticket.order.fulfilment == Fulfilment::delivery) {
        return {
            "MADE",
            Lane::ready,
            "waiting-for-rider",
            "다 만들어져 라이더를 기다리는 배달 주문이에요. 라이더가 픽업하면 자동으로 넘어가요.",
            "This delivery order is made and waits for its rider. It moves on when the rider picks it up.",
            {"abort"}};
    }
    return {"MADE",
            Lane::ready,
            "already-made",
            "이미 다 만든 주문이에요. 고객에게 전달해 주세요.",
            "This order is already made. Hand it over to the customer.",
            {"handOver", "abort"}};
}
Standing standing_in(const HandedOver&) {
    return {"HANDED_OVER", Lane::done, "already-handed-over",
            "이미 고객에게 전달한 주문이에요. 더 할 일이 없어요.",
            "This order was already handed over. There is nothing left to do."};
}
Standing standing_in(const Collected&) {
    return {"HANDED_OVER", Lane::done, "already-handed-over",
            "이미 라이더가 픽업한 주문이에요. 더 할 일이 없어요.",
            "The rider has already picked this order up. There is nothing left to do."};
}
Standing standing_in(const NotCollected&) {
    return {"NOT_COLLECTED",
            Lane::done,
            "not-collected",
            "고객이 제때 찾아가지 않은 주문이에요. 고객이 오면 전달할 수만 있어요.",
            "Nobody came for this order in time. If the customer comes, it can still be handed over.",
            {"handOver"}};
}
Standing standing_in(const Returning&) {
    return {"RETURNING",
            Lane::ready,
            "coming-back",
            "라이더가 전하지 못해 매장으로 돌아오는 주문이에요. 음료를 받으면 받았다고 표시해 주세요.",
            "The rider could not hand this order over and brings it back. Take it back when it is here.",
            {"takeBack"}};
}
Standing standing_in(const Returned& state) {
    return {state.lost ? "LOST" : "RETURNED", Lane::done, "not-delivered",
            "배달하지 못하고 끝난 주문이에요. 더 할 일이 없어요.",
            "This order ended undelivered. There is nothing left to do."};
}
Standing standing_in(const Void&) {
    return {"VOID", Lane::done, "order-canceled", "취소된 주문이에요. 만들거나 전달하지 말아 주세요.",
            "This order was canceled. Do not make it or hand it over."};
}
Standing standing_in(const Rejected&) {
    return {"REJECTED", Lane::done, "order-rejected",
            "매장에서 거절한 주문이에요. 결제는 환불되니 더 할 일이 없어요.",
            "The café rejected this order. Its payment is refunded; there is nothing left to do."};
}
Standing standing_in(const Aborted&) {
    return {"ABORTED", Lane::done, "making-aborted",
            "제조를 중단한 주문이에요. 결제는 환불되니 더 할 일이 없어요.",
            "Making of this order was aborted. Its payment is refunded; there is nothing left to do."};
}

Standing standing_of(const State& state) {
    return std::visit([](const auto& one) { return standing_in(one); }, state);
}

}  // namespace

const Ticket* ticket_of(const State& state) {
    return std::visit(
        []<class S>(const S& one) -> const Ticket* {
            if constexpr (OneOf<S, NotThere, VoidBeforeArrival>) {
                return nullptr;
            } else {
                return &one.ticket;
            }
        },
        state);
}

std::string_view status_of(const State& state) { return standing_of(state).status; }

Lane lane_of(const State& state) { return standing_of(state).lane; }

std::unexpected<Rejection> refusal_in(const State& state) {
    const auto standing = standing_of(state);
    std::vector<std::string> allowed;
    for (const auto command : standing.allowed) {
        if (!command.empty()) allowed.emplace_back(command);
    }
    return refuse_transition(std::string(standing.code), {std::string(standing.ko), std::string(standing.en)},
                             std::string(standing.status), std::move(allowed));
}

}  // namespace dangol::cafe::ticket
