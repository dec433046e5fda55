// /cafeOrders: the bar's tickets.
#include <algorithm>
#include <array>
#include <type_traits>

#include "contexts/cafe/api.hpp"
#include "runtime/endpoint.hpp"
#include "runtime/query.hpp"
#include "runtime/stored.hpp"

namespace dangol::cafe {
namespace {

using runtime::Host, runtime::Request, runtime::Response, runtime::Task;

constexpr std::array<std::string_view, 3> open_lanes{"NEW", "MAKING", "READY"};
constexpr std::string_view done_lane = "DONE";

const Text the_order{"매장 주문", "the café's order"};

Result<CafeId> cafe_asked_for(const Request& request) {
    const auto asked = request.query.find("cafeId");
    if (asked == request.query.end() || !is_id(asked->second)) {
        return refuse(Refusal::invalid, "cafe-missing",
                      {"어느 매장인지 cafeId로 알려 주세요.", "Say which café: ?cafeId="});
    }
    CafeId cafe{asked->second};
    if (!request.principal.works_for(cafe)) return runtime::not_yours();
    return cafe;
}

Result<std::vector<std::string_view>> lanes_asked_for(const Request& request) {
    const auto asked = request.query.find("state");
    if (asked == request.query.end()) return std::vector(open_lanes.begin(), open_lanes.end());
    if (asked->second == done_lane) return std::vector{done_lane};
    const auto* lane = std::ranges::find(open_lanes, asked->second);
    if (lane != open_lanes.end()) return std::vector{*lane};
    return refuse(Refusal::invalid, "unknown-state",
                  {"state는 NEW, MAKING, READY, DONE 중 하나여야 해요.",
                   "state must be one of NEW, MAKING, READY, DONE."});
}

/// As they were ordered, which is how the bar works; what is done the other way round. Answers `next`.
std::optional<std::string> add_lanes(TicketList& tickets, runtime::Reader& reader, const CafeId& cafe,
                                     const std::vector<std::string_view>& lanes,
                                     const runtime::PageQuery& page) {
    runtime::RowQuery query;
    query.view = view::cafe_orders;
    query.descending = lanes.front() == done_lane;
    std::vector<std::string> scopes;
    for (const auto lane : lanes) scopes.push_back(lane_scope(cafe, lane));
    auto listed = runtime::rows_of(reader, query, scopes, page);
    for (const auto& row : listed.rows) {
        const auto state = runtime::stored<CafeOrder>(reader, row.key);
        if (auto shown = ticket_resource(state.state, state.version)) {
            tickets.items.push_back(std::move(*shown));
        }
    }
    return std::move(listed.next);
}

template <class... Events>
bool is_one_of(std::string_view type, std::type_identity<std::variant<Events...>>) {
    return ((type == type_name<Events>()) || ...);
}

/// The event's data with the ticket's version; the branch's own events are left out.
std::optional<runtime::Frame> render(const EventRecord& event) {
    if (!is_one_of(event.type, std::type_identity<ticket::Event>{})) return std::nullopt;
    auto data = event.data;
    data.pop_back();
    data += ",\"version\":" + std::to_string(event.version) + "}";
    return runtime::Frame{std::to_string(event.position), event.type, std::move(data)};
}

}  // namespace

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
                          .turn = ticket::turn_of(order),
                          .order_date = order.order_date,
                          .promised_at = ticket->promised_at,
                          .started_at = ticket->started_at,
                          .made_at = ticket->made_at,
                          .collect_by = ticket->collect_by,
                          .version = version};
}

// ── Queries ────────────────────────────────────────────────────────────────────────────────────────

Result<Response> list_tickets(runtime::Reader& reader, const Request& request) {
    constexpr std::int64_t done_max = 100;
    DANGOL_TRY(const auto cafe, cafe_asked_for(request));
    DANGOL_TRY(const auto lanes, lanes_asked_for(request));
    DANGOL_TRY(const auto page, runtime::page_of(request));
    DANGOL_TRY(const auto done, runtime::number_of(request, "done", 0, done_max, 0));
    TicketList tickets;
    tickets.next = add_lanes(tickets, reader, cafe, lanes, page);
    if (done > 0 && !page.after && !request.query.contains("state"))
        add_lanes(tickets, reader, cafe, {done_lane}, {.limit = static_cast<std::size_t>(done)});
    return runtime::respond_with(200, tickets);
}

Result<Response> show_ticket(runtime::Reader& reader, const Request& request) {
    const auto [state, version] = runtime::stored<CafeOrder>(reader, request.params.at(0));
    const auto shown = ticket_resource(state, version);
    if (!shown || !request.principal.works_for(shown->cafe_id)) return runtime::not_found(the_order);
    return runtime::respond_with(200, *shown);
}

Task<Result<Response>> stream_tickets(const Host& host, Request request) {
    DANGOL_CO_TRY(const auto cafe, cafe_asked_for(request));
    co_return runtime::open_stream(host, request, {}, cafe.value, render);
}

// ── Commands ───────────────────────────────────────────────────────────────────────────────────────

Result<void> check_ticket(runtime::Unit& unit, const Request& request) {
    const auto* ticket = ticket::ticket_of(unit.load<CafeOrder>(request.params.at(0)).state);
    if (ticket == nullptr || !request.principal.works_for(ticket->order.cafe_id))
        return runtime::not_found(the_order);
    return {};
}

Result<Response> execute(runtime::Unit& unit, const std::string& order, const ticket::Command& command) {
    DANGOL_TRY(const auto version, unit.execute<CafeOrder>(order, command));
    const auto status = ticket::status_of(unit.load<CafeOrder>(order).state);
    return runtime::respond_with(200, TicketAnswer{order, std::string(status), version});
}

}  // namespace dangol::cafe
