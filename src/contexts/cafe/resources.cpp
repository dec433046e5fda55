// From state to what the API shows.
#include "contexts/cafe/resources.hpp"

#include <variant>

#include "core/time.hpp"

namespace dangol::cafe {
namespace {

GroupResource group_resource(const branch::Branch& branch, const MenuItem& item, const OptionGroup& group,
                             Timestamp now) {
    GroupResource shown{group.id, group.name, group.min, group.max, {}};
    for (const auto& option : group.options) {
        const auto* gone = branch::sold_out_now(branch, item.id, option.id, now);
        shown.options.push_back({option, gone != nullptr, gone == nullptr ? std::nullopt : gone->until});
    }
    return shown;
}

}  // namespace

CafeResource cafe_resource(const CafeId& id, const CafeSummary& summary, Timestamp now) {
    const auto opening = branch::opening_at(summary.opening, now);
    const auto local = local_minute(now, std::chrono::minutes{summary.profile.utc_offset_minutes});
    CafeResource shown{summary.profile, id, std::string(branch::status_of(opening)), {}, {}, {}, {}, {}};
    if (const auto* paused = std::get_if<branch::Paused>(&opening)) {
        shown.paused_until = paused->until;
        shown.pause_reason = paused->reason;
    }
    shown.open_now =
        std::holds_alternative<branch::Open>(opening) && branch::within_hours(summary.hours, local);
    shown.hours = summary.hours;
    return shown;
}

MenuResource menu_resource(const branch::Branch& branch, std::uint64_t version, Timestamp now) {
    MenuResource shown{branch.id, {}, version};
    for (const auto& item : branch.menu) {
        const auto* gone = branch::sold_out_now(branch, item.id, "", now);
        auto& to = shown.items.emplace_back(
            ItemResource{.id = item.id,
                         .name = item.name,
                         .description = item.description,
                         .category = item.category,
                         .price = item.price,
                         .units = item.units,
                         .image = item.image,
                         .sold_out = gone != nullptr,
                         .sold_out_until = gone == nullptr ? std::nullopt : gone->until,
                         .groups = {}});
        for (const auto& group : item.groups) to.groups.push_back(group_resource(branch, item, group, now));
    }
    return shown;
}

std::optional<TicketResource> ticket_resource(const ticket::State& state, std::uint64_t version) {
    const auto* ticket = ticket::ticket_of(state);
    if (ticket == nullptr) return std::nullopt;
    const auto& order = ticket->order;
    return TicketResource{.order_id = order.order_id,
                          .cafe_id = order.cafe_id,
                          .customer_id = order.customer_id,
                          .call_number = order.call_number,
                          .status = std::string(ticket::status_of(state)),
                          .lines = order.lines,
                          .qty = order.qty,
                          .units = order.units,
                          .note = order.note,
                          .fulfilment = order.fulfilment,
                          .order_date = order.order_date,
                          .promised_at = ticket->promised_at,
                          .started_at = ticket->started_at,
                          .made_at = ticket->made_at,
                          .collect_by = ticket->collect_by,
                          .version = version};
}

}  // namespace dangol::cafe
