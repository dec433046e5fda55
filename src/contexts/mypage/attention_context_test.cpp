// The operator's list of orders that need attention, on the production runtime.
#include <gtest/gtest.h>

#include "contexts/mypage/mypage.hpp"
#include "contracts/cafe.hpp"
#include "contracts/order.hpp"
#include "core/json_tree.hpp"
#include "tests/support/context_world.hpp"

namespace dangol::mypage {
namespace {

using namespace std::chrono_literals;

class AttentionContextTest : public testing::Test {
  protected:
    test::ContextWorld world{[] { return make({}); }};

    void place(const std::string& id) {
        order::OrderDetails order;
        order.order_id = OrderId{id};
        order.cafe_id = CafeId{"cafe"};
        order.customer_id = AccountId{"customer"};
        order.order_date = world.clock.now();
        world.publish(id, order::OrderPlaced{order});
    }
    void approve(const std::string& id, int ready_in_minutes) {
        world.publish(id, cafe::OrderApproved{
                              OrderId{id}, CafeId{"cafe"}, AccountId{"customer"}, ready_in_minutes, {}});
    }
    /// "order KIND " of each, from pages of `limit`.
    std::string listed(const std::string& limit = "100") {
        std::string all;
        runtime::Request request;
        request.path = "/myPages/attention";
        request.principal = {AccountId{"operator"}, Role::operator_, {}};
        request.query = {{"limit", limit}};
        for (;;) {
            const auto answer = world.call(request);
            const auto list = codec::parse_tree(answer.body)->as_object();
            for (const auto& item : list.at("items").as_array()) {
                all += std::string(item.at("orderId").as_string()) + " " +
                       std::string(item.at("kind").as_string()) + " ";
            }
            if (!list.contains("next")) return all;
            request.query["after"] = std::string(list.at("next").as_string());
        }
    }
};

TEST_F(AttentionContextTest, an_order_is_found_behind_any_number_of_older_ones) {
    constexpr int older = 5'000;
    for (int i = 0; i < older; ++i) {
        place("older" + std::to_string(i));
        approve("older" + std::to_string(i), 600);
    }
    world.settle();
    world.run_for(1s);
    place("younger");
    world.settle();
    EXPECT_EQ(listed(), "");
    world.run_for(61s);
    EXPECT_EQ(listed(), "younger UNANSWERED ");
}

TEST_F(AttentionContextTest, the_longest_lasting_come_first_in_pages_until_somebody_acts) {
    for (const auto* id : {"a", "b", "c"}) {
        place(id);
        world.run_for(1s);
    }
    world.run_for(2min);
    EXPECT_EQ(listed("1"), "a UNANSWERED b UNANSWERED c UNANSWERED ");
    approve("b", 10);
    world.settle();
    EXPECT_EQ(listed("1"), "a UNANSWERED c UNANSWERED ");
    world.run_for(16min);
    EXPECT_EQ(listed("1"), "a UNANSWERED c UNANSWERED b LATE ");
}

}  // namespace
}  // namespace dangol::mypage
