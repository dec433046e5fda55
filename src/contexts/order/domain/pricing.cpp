// From a basket to an order with prices.
#include "contexts/order/domain/pricing.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/try.hpp"
#include "core/visible.hpp"

namespace dangol::order {
namespace {

std::unexpected<Rejection> invalid(std::string code, std::string ko, std::string en) {
    return refuse(Refusal::invalid, std::move(code), {std::move(ko), std::move(en)});
}
std::unexpected<Rejection> impossible(std::string code, std::string ko, std::string en) {
    return refuse(Refusal::unprocessable, std::move(code), {std::move(ko), std::move(en)});
}

std::unexpected<Rejection> too_expensive() {
    return invalid("amount-out-of-range", "금액이 너무 커요. 수량을 줄여 주세요.",
                   "The amount is too large. Order fewer items.");
}

Result<void> check_shape(const Basket& basket, const BasketLimits& limits) {
    if (basket.lines.empty()) {
        return invalid("basket-empty", "메뉴를 하나 이상 담아 주세요.",
                       "Put at least one item into the basket.");
    }
    if (basket.lines.size() > limits.lines_max) {
        return invalid("too-many-lines",
                       fmt::format("한 번에 {}가지까지 주문할 수 있어요.", limits.lines_max),
                       fmt::format("One order may have at most {} lines.", limits.lines_max));
    }
    for (const auto& line : basket.lines) {
        if (line.quantity < 1 || line.quantity > limits.quantity_max) {
            return invalid("quantity-out-of-range",
                           fmt::format("수량은 1에서 {} 사이로 정해 주세요.", limits.quantity_max),
                           fmt::format("The quantity must be from 1 to {}.", limits.quantity_max));
        }
    }
    const auto too_long = [&](const std::string& text) { return characters(text) > limits.text_max; };
    const auto& to = basket.destination;
    if (too_long(basket.note) || (to && (too_long(to->address) || too_long(to->detail) ||
                                         too_long(to->phone) || too_long(to->note)))) {
        return invalid("text-too-long", "입력한 글이 너무 길어요. 500자 이내로 줄여 주세요.",
                       "A text is too long. Keep each within 500 characters.");
    }
    return {};
}

/// Eight digits at least, written as people write telephone numbers.
bool is_callable(std::string_view phone) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    constexpr auto digits_min = 8;
    return std::ranges::count_if(phone, digit) >= digits_min && std::ranges::all_of(phone, [&](char c) {
               return digit(c) || std::string_view(" ()+.-").contains(c);
           });
}

Result<void> check_destination(const CafeReplica& replica, const Basket& basket) {
    const bool delivery = basket.fulfilment == Fulfilment::delivery;
    if (delivery != basket.destination.has_value()) {
        return invalid("destination-mismatch", "배달 주문에는 배달지를 적고, 픽업 주문에는 적지 말아 주세요.",
                       "A delivery needs a destination, and a pick-up must not have one.");
    }
    if (!delivery) return {};
    const auto& to = *basket.destination;
    if (!is_place(to.place) || visible_part(to.address).empty() || !is_callable(to.phone)) {
        return invalid("destination-incomplete",
                       "배달지의 주소와 위치, 라이더가 전화할 번호를 모두 알려 주세요.",
                       "Give the address, the position and a telephone number that the rider can call.");
    }
    if (!replica.profile.delivery.offered) {
        return impossible("delivery-not-offered", "이 매장은 배달하지 않아요. 픽업으로 주문해 주세요.",
                          "This branch does not deliver. Order for pick-up.");
    }
    if (distance_metres(replica.profile.place, basket.destination->place) >
        replica.profile.delivery.radius_metres) {
        return impossible(
            "destination-too-far", "배달 구역 밖이에요. 더 가까운 매장을 고르거나 픽업으로 주문해 주세요.",
            "The destination is outside the delivery area. Choose a nearer branch, or pick up.");
    }
    return {};
}

Result<std::vector<ChosenOption>> choose(const CafeReplica& replica, const cafe::MenuItem& item,
                                         const BasketLine& line, Timestamp now) {
    std::vector<ChosenOption> chosen;
    for (const auto& group : item.groups) {
        int count = 0;
        for (const auto& option : group.options) {
            const auto times = std::ranges::count(line.options, option.id);
            if (times == 0) continue;
            if (times > 1) {
                return invalid("option-repeated", "같은 옵션을 두 번 고를 수 없어요.",
                               "The same option cannot be chosen twice.");
            }
            if (is_sold_out(replica, item.id, option.id, now)) {
                return impossible(
                    "option-sold-out",
                    fmt::format("'{}' 옵션이 품절됐어요. 다른 옵션을 골라 주세요.", option.name.ko),
                    fmt::format("\"{}\" is sold out. Choose another option.", option.name.en));
            }
            chosen.push_back({option.id, option.name, option.price_delta});
            ++count;
        }
        if (count < group.min || count > group.max) {
            return impossible("option-count",
                              fmt::format("'{}'의 '{}'은(는) {}개에서 {}개까지 골라 주세요.", item.name.ko,
                                          group.name.ko, group.min, group.max),
                              fmt::format("Choose {} to {} of \"{}\" for \"{}\".", group.min, group.max,
                                          group.name.en, item.name.en));
        }
    }
    if (chosen.size() != line.options.size()) {
        return impossible("option-unknown",
                          fmt::format("'{}'에 없는 옵션이에요. 메뉴를 새로 불러와 주세요.", item.name.ko),
                          fmt::format("\"{}\" has no such option. Reload the menu.", item.name.en));
    }
    return chosen;
}

Result<OrderLine> price_line(const CafeReplica& replica, const BasketLine& line, Timestamp now) {
    const auto item = std::ranges::find(replica.items, line.menu_id, &cafe::MenuItem::id);
    if (item == replica.items.end()) {
        return impossible("menu-unknown", "이 매장에 없는 메뉴예요. 메뉴를 새로 불러와 주세요.",
                          "This branch has no such item. Reload the menu.");
    }
    if (is_sold_out(replica, item->id, {}, now)) {
        return impossible("sold-out",
                          fmt::format("'{}'이(가) 품절됐어요. 다른 메뉴를 골라 주세요.", item->name.ko),
                          fmt::format("\"{}\" is sold out. Choose something else.", item->name.en));
    }
    DANGOL_TRY(auto options, choose(replica, *item, line, now));

    Money unit_price = item->price;
    for (const auto& option : options) {
        const auto sum = add(unit_price, option.price_delta);
        if (!sum) return too_expensive();
        unit_price = *sum;
    }
    const auto line_price = multiply(unit_price, line.quantity);
    if (!line_price || unit_price.amount < 0) return too_expensive();
    return OrderLine{item->id,
                     item->name,
                     line.quantity,
                     std::move(options),
                     unit_price,
                     *line_price,
                     item->units * line.quantity};
}

}  // namespace

Result<OrderDetails> price(const CafeReplica& replica, const Basket& basket, Timestamp now,
                           const BasketLimits& limits) {
    DANGOL_CHECK(check_shape(basket, limits));
    DANGOL_CHECK(takes_orders(replica, now));
    DANGOL_CHECK(check_destination(replica, basket));

    OrderDetails order;
    order.cafe_id = replica.cafe_id;
    order.cafe_name = replica.profile.name;
    order.cafe_place = replica.profile.place;
    order.fulfilment = basket.fulfilment;
    order.note = basket.note;
    order.items_price = order.delivery_fee = order.total_price = {0, replica.profile.delivery.fee.currency};
    for (const auto& basket_line : basket.lines) {
        DANGOL_TRY(auto line, price_line(replica, basket_line, now));
        const auto sum = add(order.items_price, line.price);
        if (!sum) return too_expensive();
        order.items_price = *sum;
        order.qty += line.quantity;
        order.units += line.units;
        order.lines.push_back(std::move(line));
    }
    if (order.units > limits.units_max) {
        return impossible(
            "order-too-large",
            fmt::format("한 주문에 {}잔까지 만들 수 있어요. 나누어 주문해 주세요.", limits.units_max),
            fmt::format("One order may need at most {} drinks. Split it.", limits.units_max));
    }
    if (basket.destination) {
        const auto& to = *basket.destination;
        order.destination = Destination{to.address, to.detail, to.place, to.phone, to.note, {}};
        order.delivery_fee = replica.profile.delivery.fee;
    }
    const auto total = add(order.items_price, order.delivery_fee);
    if (!total) return too_expensive();
    order.total_price = *total;
    if (basket.total_price && *basket.total_price != order.total_price) {
        const auto now_costs = money_words(*total);
        return refuse(
            Refusal::conflict, "price-changed",
            {"가격이 달라졌어요. 지금 가격은 " + now_costs.ko + "이에요. 확인하고 다시 주문해 주세요.",
             "The price has changed: it is " + now_costs.en + " now. Check it and order again."});
    }
    return order;
}

}  // namespace dangol::order
