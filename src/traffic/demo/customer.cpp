#include "traffic/demo/people.hpp"

#include "contexts/mypage/api.hpp"
#include "contexts/order/api.hpp"

namespace dangol::traffic::demo {
namespace {

constexpr double share_delivery = 0.55;
constexpr double share_cancel = 0.10;
constexpr double share_new_face = 0.3;

/// Mostly it works. The rest shows what the customer sees when it does not.
std::string random_payment(Town& town) {
    if (town.chance(0.05)) return "decline";
    if (town.chance(0.02)) return "timeout_after_charge";
    if (town.chance(0.01)) return "stall_then_charge";
    return "approve";
}

order::BasketDestination random_door(Town& town, const cafe::CafeResource& cafe) {
    static constexpr std::array<std::string_view, 5> details{"2층", "101동 1203호", "B1 스튜디오",
                                                             "5층 501호", "안내 데스크"};
    return {.address = cafe.address + " 근처",
            .detail = std::string(details.at(town.pick(details.size()))),
            .place = client::near(cafe.place, 0.8 * cafe.delivery.radius_metres, town.random),
            .phone = "010-0000-0000",
            .note = town.chance(0.3) ? "문 앞에 도착하면 전화 주세요" : ""};
}

/// What is wanted at a café that is open; nothing if there is none, or nothing is left there.
Task<std::optional<order::PlaceOrder>> choose(Town& town, Phone& phone) {
    const auto listed = co_await phone.get("/cafes");
    const auto cafes = listed.as<cafe::CafeList>();
    if (!cafes || cafes->items.empty()) co_return std::nullopt;
    const auto& cafe = cafes->items[town.pick(cafes->items.size())];
    if (!cafe.open_now) co_return std::nullopt;
    const auto shown = co_await phone.get("/cafes/" + cafe.id.value + "/menu");
    const auto menu = shown.as<cafe::MenuResource>();
    if (!menu) co_return std::nullopt;
    const bool delivered = cafe.delivery.offered && town.chance(share_delivery);
    order::PlaceOrder order{.cafe_id = cafe.id,
                            .fulfilment = delivered ? order::Fulfilment::delivery : order::Fulfilment::pickup,
                            .lines = client::random_lines(*menu, 3, town.random),
                            .destination = {},
                            .note = town.chance(0.15) ? "얼음 적게 주세요" : "",
                            .total_price = {},
                            .payment = {"card", random_payment(town)}};
    if (order.lines.empty()) co_return std::nullopt;
    if (delivered) order.destination = random_door(town, cafe);
    co_return order;
}

/// Looks at the order every other second until it has ended.
Task<void> follow(Town& town, Phone& phone, const std::string& order_id) {
    for (std::string status; !is_end(status);) {
        co_await town.take_seconds(1.5, 2.5);
        const auto answer = co_await phone.get("/myPages/" + order_id);
        if (answer.status == 403) co_return;  // the guest that ordered is forgotten
        const auto page = answer.as<mypage::PageView>();
        if (!page) continue;
        status = page->order_status;
        town.board.seen(order_id, status);
    }
    town.pins.erase(order_id);
}

Task<void> order_once(Town& town, Phone& phone) {
    const auto wanted = co_await choose(town, phone);
    if (!wanted) co_return;
    co_await town.take_seconds(3, 8);  // the time it takes to choose
    const auto answer = co_await phone.post("/orders", codec::to_json(*wanted));
    if (answer.status == 402) town.board.declined();
    const auto order = answer.as<order::OrderResource>();
    if (!order) co_return;
    const auto& id = order->order_id.value;
    if (order->destination) town.pins[id] = order->destination->pin;
    town.board.placed();
    town.board.seen(id, order->status);
    if (town.chance(share_cancel)) {
        co_await town.take_seconds(1, 6);
        // Too late is an answer, too: then it is brought or handed over.
        static_cast<void>(co_await phone.post("/orders/" + id + "/cancel"));
    }
    co_await follow(town, phone, id);
}

}  // namespace

Task<void> live_as_customer(Town& town) {
    Phone phone(town);
    for (;;) {
        co_await town.take_seconds(2, 30);
        if (town.chance(share_new_face)) phone.become_somebody_else();
        co_await order_once(town, phone);
    }
}

}  // namespace dangol::traffic::demo
