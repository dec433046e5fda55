// /cafeOrders: the bar's tickets, for the staff of their branch.
#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <type_traits>

#include "contexts/cafe/api.hpp"
#include "contexts/cafe/resources.hpp"
#include "runtime/endpoint.hpp"

namespace dangol::cafe {
namespace {

using runtime::Host, runtime::Method, runtime::Request, runtime::Response, runtime::Respond, runtime::Route;

constexpr runtime::Access staff{.staff = true, .operator_ = true};
constexpr std::array<std::string_view, 3> open_lanes{"NEW", "MAKING", "READY"};
constexpr std::string_view done_lane = "DONE";

const Text the_order{"매장 주문", "the café's order"};

// ── Commands ─────────────────────────────────────────────────────────────────────────────────────

struct ApproveBody {
    int ready_in_minutes = 0;
};
BOOST_DESCRIBE_STRUCT(ApproveBody, (), (ready_in_minutes))

struct RefuseBody {
    std::optional<CafeReason> reason;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(RefuseBody, (), (reason, note))

struct HandOverBody {
    std::string call_number;
};
BOOST_DESCRIBE_STRUCT(HandOverBody, (), (call_number))

struct NoBody {};
BOOST_DESCRIBE_STRUCT(NoBody, (), ())

/// The command that a request asks for.
using AsCommand = std::function<Result<ticket::Command>(const Request&, Timestamp now)>;

template <class Body, class Make>
AsCommand from_body(Make make) {
    return [make](const Request& request, Timestamp now) -> Result<ticket::Command> {
        auto body = runtime::body_of<Body>(request);
        if (!body) return std::unexpected(std::move(body.error()));
        return make(*body, now);
    };
}

/// Reject and abort want to be told why: the customer is.
template <class C>
Result<ticket::Command> with_reason(const RefuseBody& body, Timestamp) {
    if (!body.reason) {
        return refuse(
            Refusal::invalid, "reason-missing",
            {"손님에게 알릴 사유(reason)를 골라 주세요.", "Choose a reason; the customer is told."});
    }
    return C{*body.reason, body.note};
}

Result<Response> run(runtime::Unit& unit, const Request& request, const AsCommand& as_command) {
    const auto& id = request.params.at(0);
    const auto* ticket = ticket::ticket_of(unit.load<CafeOrderAggregate>(id).state);
    if (ticket == nullptr) return runtime::not_found(the_order);
    if (!request.principal.works_for(ticket->order.cafe_id)) return runtime::not_yours();
    auto command = as_command(request, unit.now());
    if (!command) return std::unexpected(std::move(command.error()));
    auto version = unit.execute<CafeOrderAggregate>(id, *command);
    if (!version) return std::unexpected(std::move(version.error()));
    const auto status = ticket::status_of(unit.load<CafeOrderAggregate>(id).state);
    return runtime::respond_with(200, TicketAnswer{id, std::string(status), *version});
}

// ── Queries ──────────────────────────────────────────────────────────────────────────────────────

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
                  {"state는 NEW, MAKING, READY, DONE 중 하나여야 합니다.",
                   "state must be one of NEW, MAKING, READY, DONE."});
}

/// How many of those that are done are asked for beside the open ones.
Result<std::size_t> done_asked_for(const Request& request) {
    constexpr std::size_t done_max = 100;
    const auto asked = request.query.find("done");
    if (asked == request.query.end()) return 0;
    std::size_t done = 0;
    const auto* end = asked->second.data() + asked->second.size();
    const auto [parsed, error] = std::from_chars(asked->second.data(), end, done);
    if (error == std::errc{} && parsed == end && done <= done_max) return done;
    return refuse(Refusal::invalid, "invalid-done",
                  {"done은 0에서 100 사이의 정수여야 합니다.", "done must be a number from 0 to 100."});
}

/// Oldest first, as the bar works; what is done newest first.
void add_lane(TicketList& tickets, runtime::Reader& reader, const CafeId& cafe, std::string_view lane,
              std::size_t limit) {
    runtime::RowQuery query{.view = std::string(view::cafe_orders), .scope = lane_scope(cafe, lane)};
    query.limit = limit;
    query.descending = lane == done_lane;
    for (const auto& row : reader.rows(query)) {
        const auto state = stored<CafeOrderAggregate>(reader, row.key);
        if (auto shown = ticket_resource(state->state, state->version)) {
            tickets.items.push_back(std::move(*shown));
        }
    }
}

Result<Response> list(runtime::Reader& reader, const Request& request) {
    const auto cafe = cafe_asked_for(request);
    if (!cafe) return std::unexpected(cafe.error());
    const auto lanes = lanes_asked_for(request);
    if (!lanes) return std::unexpected(lanes.error());
    const auto limit = runtime::limit_of(request);
    if (!limit) return std::unexpected(limit.error());
    const auto done = done_asked_for(request);
    if (!done) return std::unexpected(done.error());
    TicketList tickets;
    for (const auto lane : *lanes) add_lane(tickets, reader, *cafe, lane, *limit);
    if (!request.query.contains("state")) add_lane(tickets, reader, *cafe, done_lane, *done);
    return runtime::respond_with(200, tickets);
}

Result<Response> show(runtime::Reader& reader, const Request& request) {
    const auto state = stored<CafeOrderAggregate>(reader, request.params.at(0));
    const auto shown = ticket_resource(state->state, state->version);
    if (!shown) return runtime::not_found(the_order);
    if (!request.principal.works_for(shown->cafe_id)) return runtime::not_yours();
    return runtime::respond_with(200, *shown);
}

// ── The live stream ──────────────────────────────────────────────────────────────────────────────

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

std::vector<Route> cafe_order_routes(const Host& host, const Settings& settings) {
    const auto command = [&host](std::string_view name, AsCommand as_command) {
        return command_route(
            host, Method::post, "/cafeOrders/{id}/" + std::string(name), staff,
            [as_command = std::move(as_command)](runtime::Unit& unit, const Request& request) {
                return run(unit, request, as_command);
            });
    };
    const auto stream = [host](Request request, Respond respond) {
        const auto cafe = cafe_asked_for(request);
        if (!cafe) return respond(runtime::problem(cafe.error(), request.language));
        runtime::run_stream(host, std::move(request), std::move(respond), {}, cafe->value, render);
    };
    return {
        query_route(host, "/cafeOrders", staff, list),
        query_route(host, "/cafeOrders/{id}", staff, show),
        {Method::get, "/cafeOrders/stream", staff, stream},
        command("approve",
                from_body<ApproveBody>([](const ApproveBody& body, Timestamp now) -> Result<ticket::Command> {
                    return ticket::OrderApprove{now, body.ready_in_minutes};
                })),
        command("reject", from_body<RefuseBody>(with_reason<ticket::OrderReject>)),
        command("makeStart", from_body<NoBody>([](const NoBody&, Timestamp now) -> Result<ticket::Command> {
                    return ticket::MakeStart{now};
                })),
        command("makeComplete",
                from_body<NoBody>([settings](const NoBody&, Timestamp now) -> Result<ticket::Command> {
                    return ticket::MakeComplete{now, settings.collect_within};
                })),
        command("handOver",
                from_body<HandOverBody>([](const HandOverBody& body, Timestamp) -> Result<ticket::Command> {
                    return ticket::HandOver{body.call_number};
                })),
        command("abort", from_body<RefuseBody>(with_reason<ticket::AbortMaking>)),
    };
}

}  // namespace dangol::cafe
