// Which call numbers the orders of a branch get.
#include <set>

#include "tests/support/order_world.hpp"

namespace dangol::order {
namespace {

using namespace testing;

TEST_F(OrderContext, call_numbers_do_not_come_again_soon_and_the_secret_of_a_round_is_used_for_that_round) {
    std::set<std::string> seen;
    std::set<std::string> secrets;
    const auto draw = [&] {
        const auto number = text(place("key " + std::to_string(seen.size())), "callNumber");
        EXPECT_EQ(number.size(), 4U);
        EXPECT_TRUE(seen.insert(number).second) << number;
        const auto line = world_.store().row("lines", "c1").value().data;
        secrets.insert(line.substr(0, line.find("turn")));
    };
    for (int i = 0; i < 100; ++i) draw();
    world_.restart();
    for (int i = 0; i < 100; ++i) draw();
    EXPECT_EQ(secrets.size(), 1U);
    for (int i = 0; i < 4'400; ++i) draw();
    EXPECT_EQ(secrets.size(), 2U);
}

}  // namespace
}  // namespace dangol::order
