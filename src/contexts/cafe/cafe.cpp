// The café context on one page.
#include "contexts/cafe/cafe.hpp"

#include "contexts/cafe/aggregates.hpp"
#include "contexts/cafe/api.hpp"
#include "contracts/delivery.hpp"
#include "contracts/order.hpp"

namespace dangol::cafe {
namespace {

using runtime::Context, runtime::Limit, runtime::NoBody, runtime::Per, runtime::Unit;
using namespace std::chrono_literals;

constexpr Access anyone = Access::anyone();
constexpr Access staff{.staff = true, .operator_ = true};
constexpr Access operators{.operator_ = true};

/// Of one order, whoever says them.
constexpr Limit wrong_numbers{.name = "call-numbers",
                              .per = Per::target,
                              .rate = {.burst = 10, .each = 30s},
                              .failure = ticket::wrong_call_number};

ticket::Parties parties_of(const auto& event) { return {event.order_id, event.cafe_id, event.customer_id}; }

/// The order without what the bar does not need: prices, the address, the PIN.
CafeOrderAdded as_ticket(const order::OrderDetails& order) {
    CafeOrderAdded ticket{.order_id = order.order_id,
                          .cafe_id = order.cafe_id,
                          .customer_id = order.customer_id,
                          .units = order.units,
                          .call_number = order.call_number,
                          .fulfilment = order.fulfilment == order::Fulfilment::delivery ? Fulfilment::delivery
                                                                                        : Fulfilment::pickup,
                          .lines = {},
                          .qty = order.qty,
                          .note = order.note,
                          .order_date = order.order_date,
                          .turn = order.turn};
    for (const auto& line : order.lines) {
        auto& shown =
            ticket.lines.emplace_back(TicketLine{line.menu_id, line.name, line.quantity, {}, line.units});
        for (const auto& option : line.options) shown.options.push_back({option.id, option.name});
    }
    return ticket;
}

CafeReason as_cafe_reason(order::CancelReason reason) {
    switch (reason) {
        case order::CancelReason::customer_request: return CafeReason::customer_request;
        case order::CancelReason::unanswered: return CafeReason::unanswered;
        case order::CancelReason::no_rider: return CafeReason::no_rider;
        case order::CancelReason::operator_decision: return CafeReason::operator_decision;
        case order::CancelReason::rejected:
        case order::CancelReason::make_aborted: return CafeReason::other;
    }
    return CafeReason::other;
}

Result<void> expect_return(Unit& unit, const OrderId& order) {
    DANGOL_CHECK(unit.execute<CafeOrder>(order, ticket::ExpectReturn{}));
    return {};
}

}  // namespace

Context make(Settings settings) {
    Context cafe(std::type_identity<Contract>{});
    cafe.aggregate(Cafe{});
    cafe.aggregate(CafeOrder{});
    cafe.audit_log<CafeRegistered, CafeProfileChanged, MenuPublished, HoursChanged>();

    cafe.on<order::OrderPlaced>([](Unit& unit, const order::OrderPlaced& e) {
        return unit.execute<CafeOrder>(e.order.order_id, ticket::AddCafeOrder{as_ticket(e.order)});
    });
    cafe.on<order::OrderCancelRequested>([](Unit& unit, const order::OrderCancelRequested& e) {
        return unit.execute<CafeOrder>(e.order_id,
                                       ticket::DecideCancel{parties_of(e), as_cafe_reason(e.reason)});
    });
    cafe.on<order::OrderCanceled>([](Unit& unit, const order::OrderCanceled& e) {
        return unit.execute<CafeOrder>(e.order_id, ticket::VoidTicket{parties_of(e)});
    });
    cafe.on<delivery::DeliveryStarted>([](Unit& unit, const delivery::DeliveryStarted& e) {
        return unit.execute<CafeOrder>(e.order_id, ticket::CollectByRider{});
    });
    cafe.on<delivery::DeliveryFailed>([](Unit& unit, const delivery::DeliveryFailed& e) -> Result<void> {
        return e.returning ? expect_return(unit, e.order_id) : Result<void>{};
    });
    cafe.on<delivery::DeliveryCanceled>([](Unit& unit, const delivery::DeliveryCanceled& e) -> Result<void> {
        return e.picked_up ? expect_return(unit, e.order_id) : Result<void>{};
    });

    cafe.deadline(CafeOrder::collect_deadline, [](Unit& unit, const std::string& order) {
        return unit.execute<CafeOrder>(order, ticket::GiveUpWaiting{});
    });

    cafe.get("/cafes", anyone, list_cafes);
    cafe.get("/cafes/{id}", anyone, show_cafe);
    cafe.get("/cafes/{id}/menu", anyone, show_menu);
    cafe.get("/cafes/{id}/stream", anyone, stream_cafe);
    cafe.post("/cafes", operators, register_cafe);
    cafe.put("/cafes/{id}/profile", staff,
             on_branch<CafeProfile>(
                 [](CafeProfile profile, Timestamp) { return branch::ChangeProfile{std::move(profile)}; },
                 tag_of_cafe));
    cafe.put("/cafes/{id}/menu", staff,
             on_branch<MenuBody>(
                 [](MenuBody body, Timestamp) { return branch::PublishMenu{std::move(body.items)}; },
                 tag_of_menu));
    cafe.put("/cafes/{id}/hours", staff,
             on_branch<HoursBody>(
                 [](HoursBody body, Timestamp) { return branch::ChangeHours{std::move(body.hours)}; },
                 tag_of_cafe));
    cafe.post("/cafes/{id}/open", staff,
              on_branch<NoBody>([](NoBody, Timestamp now) { return branch::OpenCafe{now}; }));
    cafe.post("/cafes/{id}/close", staff,
              on_branch<NoBody>([](NoBody, Timestamp) { return branch::CloseCafe{}; }));
    cafe.post("/cafes/{id}/pause", staff, on_branch<PauseBody>([](PauseBody body, Timestamp now) {
                  return branch::PauseCafe{now, body.minutes, std::move(body.reason)};
              }));
    cafe.post("/cafes/{id}/soldOut", staff, on_branch<SoldOutBody>([](SoldOutBody body, Timestamp now) {
                  return branch::SetSoldOut{now, std::move(body.menu_id), std::move(body.option_id),
                                            body.sold_out, body.until};
              }));

    cafe.get("/cafeOrders", staff, list_tickets);
    cafe.get("/cafeOrders/{id}", staff, show_ticket);
    cafe.get("/cafeOrders/stream", staff, stream_tickets);
    cafe.post("/cafeOrders/{id}/approve", staff,
              on_ticket<ApproveBody>([](const ApproveBody& body, Timestamp now) {
                  return ticket::OrderApprove{now, body.ready_in_minutes};
              }));
    cafe.post("/cafeOrders/{id}/reject", staff, on_ticket<RefuseBody>([](const RefuseBody& body, Timestamp) {
                  return ticket::OrderReject{body.reason, body.note};
              }));
    cafe.post("/cafeOrders/{id}/makeStart", staff,
              on_ticket<NoBody>([](NoBody, Timestamp now) { return ticket::MakeStart{now}; }));
    cafe.post("/cafeOrders/{id}/makeComplete", staff, on_ticket<NoBody>([settings](NoBody, Timestamp now) {
                  return ticket::MakeComplete{now, settings.collect_within};
              }));
    cafe.post("/cafeOrders/{id}/handOver", staff,
              on_ticket<HandOverBody>(
                  [](const HandOverBody& body, Timestamp) { return ticket::HandOver{body.call_number}; }))
        .limited({wrong_numbers});
    cafe.post("/cafeOrders/{id}/takeBack", staff,
              on_ticket<TakeBackBody>(
                  [](const TakeBackBody& body, Timestamp) { return ticket::TakeBack{body.lost}; }));
    cafe.post("/cafeOrders/{id}/abort", staff, on_ticket<RefuseBody>([](const RefuseBody& body, Timestamp) {
                  return ticket::AbortMaking{body.reason, body.note};
              }));
    return cafe;
}

}  // namespace dangol::cafe
