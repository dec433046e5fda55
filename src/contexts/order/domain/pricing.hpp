#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/order/domain/replica.hpp"
#include "contracts/order.hpp"

/// Prices are always computed here, from the branch's menu, never taken from the client.
namespace dangol::order {

struct BasketLine {
    static constexpr std::array may_be_missing{"quantity", "options"};
    MenuId menu_id;
    int quantity = 1;
    std::vector<std::string> options;  ///< option ids, in any order
};
BOOST_DESCRIBE_STRUCT(BasketLine, (), (menu_id, quantity, options))

struct BasketDestination {
    static constexpr std::array may_be_missing{"detail", "phone", "note"};
    std::string address;
    std::string detail;
    Place place;
    std::string phone;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(BasketDestination, (), (address, detail, place, phone, note))

/// The items of an order before they have prices.
struct Basket {
    static constexpr std::array may_be_missing{"fulfilment", "note"};
    CafeId cafe_id;
    Fulfilment fulfilment = Fulfilment::pickup;
    std::vector<BasketLine> lines;
    std::optional<BasketDestination> destination;
    std::string note;
    std::optional<Money> total_price;  ///< the price that the client shows; 409 if it differs
};
BOOST_DESCRIBE_STRUCT(Basket, (), (cafe_id, fulfilment, lines, destination, note, total_price))

struct BasketLimits {
    std::size_t lines_max = 30;
    int quantity_max = 50;  ///< of one line
    int units_max = 100;    ///< make-units of one order
    std::size_t text_max = 500;
};

/// The basket with every price and name filled in; `order_id`, customer, call number, PIN and date are left
/// to the caller. Refuses what the branch does not sell now, options that break a group's rule, and a wrong
/// `total_price`.
[[nodiscard]] Result<OrderDetails> price(const CafeReplica& replica, const Basket& basket, Timestamp now,
                                         const BasketLimits& limits = {});

}  // namespace dangol::order
