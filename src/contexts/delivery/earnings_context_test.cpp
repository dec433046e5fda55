// The days by which a rider's earnings are counted.
#include <string>

#include <gtest/gtest.h>

#include "contexts/delivery/delivery.hpp"
#include "contracts/cafe.hpp"
#include "contracts/order.hpp"
#include "tests/support/context_world.hpp"

namespace dangol::delivery {
namespace {

using namespace std::chrono_literals;
using runtime::Method;

class Earnings : public testing::Test {
  protected:
    runtime::Response send(Method method, const std::string& path, std::string body = {}) {
        return world_.call(method, path, {{"kim"}, Role::rider, {}}, std::move(body));
    }
    void deliver(const std::string& id) {
        order::OrderPlaced placed;
        auto& order = placed.order;
        order.order_id = {id};
        order.cafe_id = {"c1"};
        order.customer_id = {"customer"};
        order.call_number = "A-17";
        order.delivery_fee = {3000, "KRW"};
        order.fulfilment = order::Fulfilment::delivery;
        order.destination = order::Destination{"왕십리로 1", "", {37.5, 127.0}, "010-1234-5678", "", "4711"};
        world_.hears(id, placed);
        cafe::MakeStarted begun;
        begun.order_id = {id};
        world_.hears(id, begun);
        cafe::MakeCompleted made;
        made.order_id = {id};
        world_.hears(id, made);
        const auto path = "/deliveries/" + id;
        EXPECT_EQ(send(Method::post, "/deliveries/shift", R"({"online":true})").status, 200);
        EXPECT_EQ(send(Method::post, path + "/claim").status, 200);
        EXPECT_EQ(send(Method::post, path + "/start", R"({"callNumber":"A-17"})").status, 200);
        EXPECT_EQ(send(Method::post, path + "/confirm", R"({"pin":"4711"})").status, 200);
    }
    boost::json::object earnings(const std::string& query = {}) {
        return codec::parse(send(Method::get, "/deliveries/earnings" + query).body)->as_object();
    }

    test::ContextWorld world_{[] {
        Settings settings;
        settings.riders_day = {"Europe/Paris", 300};
        return make(settings);
    }};
};

TEST_F(Earnings, of_a_night_belong_to_the_day_on_which_it_began) {
    world_.run_for(22h);  // 23:00 in Paris
    deliver("o1");
    world_.run_for(3h);  // 02:00
    deliver("o2");
    EXPECT_EQ(earnings().at("day").as_string(), "2026-11-23");
    EXPECT_EQ(earnings().at("deliveries").as_int64(), 2);
    EXPECT_EQ(earnings().at("timeZone").as_string(), "Europe/Paris");
    EXPECT_EQ(earnings().at("ends").as_string(), "2026-11-24T04:00:00.000Z");
    world_.run_for(3h);  // 05:00
    EXPECT_EQ(earnings().at("deliveries").as_int64(), 0);
    EXPECT_EQ(earnings("?day=2026-11-23").at("deliveries").as_int64(), 2);
}

}  // namespace
}  // namespace dangol::delivery
