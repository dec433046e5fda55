// A delivery that fails on the way: by its rider or the operator, and what the rider's app shows of it.
#include <string>
#include <string_view>

#include "contracts/identity.hpp"
#include "tests/support/delivery_world.hpp"

namespace dangol::delivery {
namespace {

using runtime::Method;

class FailedDelivery : public testing::DeliveryWorld {
  protected:
    FailedDelivery() {
        EXPECT_EQ(send(Method::post, "/deliveries/shift", "kim", R"({"online":true})").status, 200);
        picked_up("o1");
    }
    runtime::Response fail(std::string body, const std::string& who = "kim", Role role = Role::rider) {
        return send(Method::post, "/deliveries/o1/fail", who, std::move(body), role);
    }
    std::string seen(const std::string& target, Role role = Role::rider) {
        return send(Method::get, target, role == Role::rider ? "kim" : "boss", {}, role).body;
    }
    void picked_up(const std::string& id) {
        is_ordered(id);
        is_made(id);
        EXPECT_EQ(post("/deliveries/" + id + "/claim", "kim").status, 200);
        EXPECT_EQ(post("/deliveries/" + id + "/start", "kim", R"({"callNumber":"A-17"})").status, 200);
    }
};

constexpr auto absent = R"({"reason":"customer_absent"})";

TEST_F(FailedDelivery, needs_a_reason) {
    EXPECT_TRUE(fail("{}").body.contains("/problems/invalid-body"));
    EXPECT_EQ(fail(R"({"reason":"no idea"})").status, 400);
    EXPECT_TRUE(seen("/deliveries/o1").contains(R"("status":"PICKED_UP")"));
}

TEST_F(FailedDelivery, is_out_of_the_riders_hands_hides_the_door_and_pays_for_the_way) {
    const auto answer = fail(absent);
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.body.contains(R"("status":"RETURNING")"));
    EXPECT_TRUE(answer.body.contains(R"("failure":"customer_absent")"));
    EXPECT_FALSE(answer.body.contains("왕십리로"));
    EXPECT_TRUE(seen("/deliveries/shift").contains(R"("active":[])"));
    EXPECT_TRUE(seen("/deliveries").contains(R"("deliveryId":"o1")"));
    EXPECT_TRUE(seen("/deliveries/earnings").contains(R"("deliveries":1,"total":{"amount":3000)"));
    EXPECT_EQ(fail(absent).status, 200);
    EXPECT_EQ(send(Method::post, "/deliveries/o1/confirm", "kim", R"({"pin":"4711"})").status, 409);
}

TEST_F(FailedDelivery, through_the_rider_pays_nothing) {
    EXPECT_EQ(fail(R"({"reason":"drinks_damaged","note":"넘어졌어요"})").status, 200);
    EXPECT_TRUE(seen("/deliveries/earnings").contains(R"("deliveries":0)"));
    EXPECT_TRUE(seen("/deliveries/o1", Role::operator_).contains("넘어졌어요"));
    EXPECT_EQ(world_.event_types("o1").substr(world_.event_types("o1").find("DeliveryFailed")),
              "DeliveryFailed FailureNoted");
}

TEST_F(FailedDelivery, is_under_way_until_the_cafe_has_the_drinks_back) {
    fail(absent);
    EXPECT_TRUE(seen("/deliveries?state=RETURNING", Role::operator_).contains("o1"));
    cafe::DrinksReturned back;
    back.order_id = {"o1"};
    world_.hears("o1", back);
    EXPECT_FALSE(seen("/deliveries", Role::operator_).contains("o1"));
    EXPECT_TRUE(seen("/deliveries/o1").contains(R"("status":"FAILED")"));
    EXPECT_TRUE(seen("/deliveries/earnings").contains(R"("failed":true)"));
}

TEST_F(FailedDelivery, of_a_disabled_rider_is_reported_by_the_operator) {
    world_.hears("kim", identity::AccountDisabled{{"kim"}, {"boss"}});
    EXPECT_EQ(fail(R"({"reason":"rider_unable"})", "boss", Role::operator_).status, 200);
    EXPECT_FALSE(seen("/deliveries/riders", Role::operator_).contains("kim"));
}

TEST_F(FailedDelivery, ignores_the_cancel_that_comes_later) {
    fail(absent);
    order::OrderCanceled canceled;
    canceled.order_id = {"o1"};
    world_.hears("o1", canceled);
    EXPECT_TRUE(seen("/deliveries/o1").contains(R"("status":"RETURNING")"));
    EXPECT_EQ(world_.parked(), 0U);
}

}  // namespace
}  // namespace dangol::delivery
