// Runs the example of docs/adding-a-command.md.
#include <gtest/gtest.h>

#include "tests/guide/contexts/cups/cups.hpp"
#include "tests/guide/contexts/stamps/stamps.hpp"
#include "tests/guide/contracts/cups.hpp"
#include "tests/support/context_world.hpp"

namespace dangol::guide {
namespace {

using runtime::Method;

const Principal barista{{"mina"}, Role::staff, {}};

TEST(Cups, ALentCupComesBackOnce) {
    test::ContextWorld world(cups::make);
    world.call(Method::post, "/cups/c7/lend", barista, R"({"customerId":"joon"})");

    EXPECT_EQ(world.call(Method::post, "/cups/c7/return", barista).status, 200);
    EXPECT_EQ(world.call(Method::post, "/cups/c7/return", barista).status, 200);

    EXPECT_EQ(world.event_types("c7"), "CupLent CupReturned");
}

TEST(Cups, ACupThatWasNeverLentCannotBeReturned) {
    test::ContextWorld world(cups::make);

    const auto answer = world.call(Method::post, "/cups/c7/return", barista);

    EXPECT_EQ(answer.status, 409);
    EXPECT_NE(answer.body.find("/problems/cup-never-lent"), std::string::npos) << answer.body;
    EXPECT_EQ(world.event_types("c7"), "");
}

TEST(Stamps, EachReturnedCupGivesOneStamp) {
    test::ContextWorld world(stamps::make);
    world.hears("c7", cups::CupReturned{{"c7"}, {"joon"}, world.clock.now()});
    world.hears("c8", cups::CupReturned{{"c8"}, {"joon"}, world.clock.now()});

    world.restart();  // the bus delivers both events again
    world.settle();

    EXPECT_EQ(world.event_types("joon"), "StampAdded StampAdded");
}

}  // namespace
}  // namespace dangol::guide
