// The days by which a rider's earnings are counted.
#include <string>

#include "core/json_tree.hpp"
#include "tests/support/delivery_world.hpp"

namespace dangol::delivery {
namespace {

using namespace std::chrono_literals;
using runtime::Method;

class Earnings : public testing::DeliveryWorld {
  protected:
    Earnings() : DeliveryWorld({.riders_day = {"Europe/Paris", 300}}) {}

    void deliver(const std::string& id) {
        is_ordered(id);
        is_begun(id);
        is_made(id);
        const auto path = "/deliveries/" + id;
        EXPECT_EQ(post("/deliveries/shift", "kim", R"({"online":true})").status, 200);
        EXPECT_EQ(post(path + "/claim", "kim").status, 200);
        EXPECT_EQ(post(path + "/start", "kim", R"({"callNumber":"A-17"})").status, 200);
        EXPECT_EQ(post(path + "/confirm", "kim", R"({"pin":"4711"})").status, 200);
    }
    boost::json::object earnings(const std::string& query = {}) {
        return codec::parse_tree(get("/deliveries/earnings" + query, "kim").body)->as_object();
    }
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
