// A customer's list of orders, and the turn that each order has at its branch.
#include <set>
#include <string>

#include "contracts/order.hpp"
#include "core/json_tree.hpp"
#include "tests/support/order_world.hpp"

namespace dangol::order {
namespace {

using namespace testing;

class OrderLists : public OrderContext {
  protected:
    OrderLists() { open_branch("c2"); }

    std::string place(const std::string& cafe) {
        const auto answer = world_.call(order_with(
            "k" + std::to_string(++placed_),
            R"({"cafeId":")" + cafe +
                R"(","lines":[{"menuId":"latte","quantity":1}],"payment":{"method":"card","token":"t"}})"));
        EXPECT_EQ(answer.status, 201) << answer.body;
        return text(answer, "orderId");
    }
    std::int64_t turn_of(const std::string& id) {
        for (const auto& event : world_.store().events({.subject = id})) {
            if (event.type == type_name<OrderPlaced>())
                return codec::from_json<OrderPlaced>(event.data)->order.turn;
        }
        return 0;
    }
    std::int64_t now() { return world_.clock.now().time_since_epoch().count(); }

    const Principal customer_{{"customer"}, Role::customer, {}};
    int placed_ = 0;
};

TEST_F(OrderLists, pages_of_one_show_every_order_of_one_millisecond) {
    std::set<std::string> ordered;
    for (int i = 0; i < 60; ++i) ordered.insert(place("c1"));
    std::set<std::string> shown;
    std::string after;
    for (int pages = 1;; ++pages) {
        ASSERT_LE(pages, 60);
        const auto page =
            codec::parse_tree(world_.call(Method::get, "/orders?limit=1" + after, customer_).body)
                ->as_object();
        for (const auto& item : page.at("items").as_array())
            EXPECT_TRUE(shown.insert(std::string(item.at("orderId").as_string())).second);
        if (!page.contains("next")) break;
        after = "&after=" + std::string(page.at("next").as_string());
    }
    EXPECT_EQ(shown, ordered);
}

TEST_F(OrderLists, an_order_comes_after_those_before_it_at_its_branch_whatever_the_clock_does) {
    const auto first = turn_of(place("c1"));
    EXPECT_EQ(first, now());
    EXPECT_EQ(turn_of(place("c1")), first + 1);
    world_.clock.advance(-288s);
    EXPECT_EQ(turn_of(place("c1")), first + 2);
    EXPECT_EQ(turn_of(place("c2")), now());
    world_.clock.advance(600s);
    EXPECT_EQ(turn_of(place("c1")), now());
}

}  // namespace
}  // namespace dangol::order
