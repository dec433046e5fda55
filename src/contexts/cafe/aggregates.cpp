// Rows, live scopes and deadlines of branches and tickets.
#include "contexts/cafe/aggregates.hpp"

#include "core/overloaded.hpp"

namespace dangol::cafe {

std::string_view name_of(ticket::Lane lane) {
    switch (lane) {
        case ticket::Lane::none: return "";
        case ticket::Lane::to_do: return "NEW";
        case ticket::Lane::making: return "MAKING";
        case ticket::Lane::ready: return "READY";
        case ticket::Lane::done: return "DONE";
    }
    return "";
}

std::string lane_scope(const CafeId& cafe, std::string_view lane) {
    return cafe.value + "/" + std::string(lane);
}

std::string Cafe::scope(const State& state) {
    const auto* branch = std::get_if<branch::Branch>(&state);
    return branch == nullptr ? std::string{} : branch->id.value;
}

std::vector<runtime::Row> Cafe::index(const std::string& id, const State& state) {
    const auto* branch = std::get_if<branch::Branch>(&state);
    if (branch == nullptr) return {};
    return {{.view = std::string(view::cafes),
             .key = id,
             .scope = std::string(view::cafes_all),
             .rank = 0,
             .data = codec::to_json(
                 CafeSummary{branch->profile, branch->hours, branch->opening, branch->revision})}};
}

std::string CafeOrder::scope(const State& state) {
    const auto* ticket = ticket::ticket_of(state);
    return ticket == nullptr ? std::string{} : ticket->order.cafe_id.value;
}

std::vector<runtime::Row> CafeOrder::index(const std::string& id, const State& state) {
    const auto* ticket = ticket::ticket_of(state);
    if (ticket == nullptr) return {};
    return {{.view = std::string(view::cafe_orders),
             .key = id,
             .scope = lane_scope(ticket->order.cafe_id, name_of(ticket::lane_of(state))),
             .rank = ticket::turn_of(ticket->order),
             .data = {}}};
}

void CafeOrder::after(runtime::Unit& unit, const std::string& id, const Event& event, const State&) {
    const auto key = std::string(collect_deadline) + "/" + id;
    std::visit(
        Overloaded{
            [&](const MakeCompleted& made) {
                if (!made.collect_by) return;
                unit.schedule(
                    {.key = key, .due = *made.collect_by, .kind = std::string(collect_deadline), .data = id});
            },
            [&](const OneOf<HandedOver, MakeAborted, TicketVoided> auto&) { unit.cancel_deadline(key); },
            [](const OneOf<CafeOrderAdded, OrderApproved, OrderRejected, MakeStarted, CollectedByRider,
                           NotCollected, CancelGranted, CancelRefused, ReturnExpected,
                           DrinksReturned> auto&) {},
        },
        event);
}

}  // namespace dangol::cafe
