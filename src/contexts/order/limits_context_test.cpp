// What one customer, or many behind one address, cannot do: try out cards.
#include "tests/support/order_world.hpp"

namespace dangol::order {
namespace {

using namespace testing;

class LimitedOrders : public OrderContext {
  protected:
    LimitedOrders() { world_.limit_requests(); }

    Response order_of(const std::string& customer, const std::string& address = "192.0.2.1") {
        auto asks = request(Method::post, "/orders", two_lattes, {{customer}, Role::customer, {}});
        asks.idempotency_key = "key " + std::to_string(++keys_);
        asks.client = address;
        return world_.call(std::move(asks));
    }
    static std::string retry_after(const Response& response) {
        for (const auto& [name, value] : response.headers) {
            if (name == "Retry-After") return value;
        }
        return "";
    }
    void decline() { payments_.answer = PaymentAnswer{Outcome::failed, "declined"}; }
    void approve() { payments_.answer = PaymentAnswer{Outcome::paid, {}}; }

    int keys_ = 0;
};

TEST_F(LimitedOrders, cards_are_not_tried_out_with_one_account) {
    decline();
    for (int i = 0; i < 6; ++i) EXPECT_EQ(order_of("thief").status, 402);
    const auto refused = order_of("thief", "198.51.100.7");
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(text(refused, "type"), "/problems/too-many-attempts");
    EXPECT_EQ(retry_after(refused), "180");
    EXPECT_EQ(payments_.asked.size(), 6U) << "no card was charged";

    approve();
    EXPECT_EQ(order_of("thief").status, 429) << "a right card would tell the thief that it is right";
    EXPECT_EQ(order_of("customer").status, 201);
    world_.run_for(3min);
    EXPECT_EQ(order_of("thief").status, 201);
}

TEST_F(LimitedOrders, cards_are_not_tried_out_with_ever_new_guests_behind_one_address) {
    decline();
    int declined = 0;
    while (order_of("guest " + std::to_string(declined)).status == 402) ++declined;
    EXPECT_EQ(declined, 60);
    EXPECT_EQ(order_of("another").status, 429);
    EXPECT_EQ(order_of("another", "198.51.100.7").status, 402);
    world_.run_for(1h);
    const int before = declined;
    while (order_of("guest " + std::to_string(declined)).status == 402) ++declined;
    EXPECT_LE(declined - before, 60);
}

TEST_F(LimitedOrders, an_office_orders_lunch_from_one_address) {
    for (int i = 0; i < 250; ++i) EXPECT_EQ(order_of("colleague " + std::to_string(i)).status, 201);
}

TEST_F(LimitedOrders, a_tablet_at_the_counter_orders_for_its_queue) {
    for (int i = 0; i < 30; ++i) EXPECT_EQ(order_of("tablet").status, 201);
    EXPECT_EQ(order_of("tablet").status, 429);
    for (int i = 0; i < 30; ++i) {
        world_.run_for(10s);
        EXPECT_EQ(order_of("tablet").status, 201);
    }
}

}  // namespace
}  // namespace dangol::order
