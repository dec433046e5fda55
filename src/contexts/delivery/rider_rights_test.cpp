// A rider's rights end: with the access token, and with the account.
#include <string>
#include <string_view>

#include "contracts/identity.hpp"
#include "runtime/live.hpp"
#include "tests/support/delivery_world.hpp"

namespace dangol::delivery {
namespace {

using namespace std::chrono_literals;
using runtime::Method;

class DisabledRider : public testing::DeliveryWorld {
  protected:
    DisabledRider() {
        for (const auto* rider : {"kim", "lee"}) {
            EXPECT_EQ(post("/deliveries/shift", rider,
                           R"({"online":true,"place":{"latitude":37.5471,"longitude":127.0473}})")
                          .status,
                      200);
        }
    }
    std::string seen_by_operator(const std::string& target) {
        return send(Method::get, target, "boss", {}, Role::operator_).body;
    }
    /// Ordered, made, and claimed by kim.
    void claimed(const std::string& id) {
        is_ordered(id);
        is_begun(id);
        is_made(id);
        EXPECT_EQ(post("/deliveries/" + id + "/claim", "kim").status, 200);
    }
    void is_disabled(const std::string& account) {
        world_.hears(account, identity::AccountDisabled{{account}, {"boss"}});
    }
};

TEST_F(DisabledRider, is_off_duty_and_the_claimed_delivery_goes_to_somebody_else) {
    claimed("o1");

    is_disabled("kim");

    EXPECT_TRUE(seen_by_operator("/deliveries/o1").contains(R"("status":"OFFERED")"));
    EXPECT_FALSE(seen_by_operator("/deliveries/riders").contains("kim"));
    EXPECT_FALSE(world_.disk.row("rider_places", "kim"));
    EXPECT_EQ(post("/deliveries/o1/claim", "lee").status, 200);
}

/// The access token still names a rider for some minutes, in a process that has not heard of it.
TEST_F(DisabledRider, neither_comes_back_nor_claims) {
    claimed("o1");
    is_disabled("kim");
    const auto refused = post("/deliveries/shift", "kim", R"({"online":true})");
    EXPECT_EQ(refused.status, 403);
    EXPECT_TRUE(refused.body.contains("/problems/account-disabled"));
    EXPECT_EQ(post("/deliveries/o1/claim", "kim").status, 409);
    EXPECT_TRUE(seen_by_operator("/deliveries/o1").contains(R"("status":"OFFERED")"));
}

TEST_F(DisabledRider, still_has_what_was_picked_up_until_the_operator_completes_it) {
    claimed("o1");
    claimed("o2");
    EXPECT_EQ(post("/deliveries/o1/start", "kim", R"({"callNumber":"A-17"})").status, 200);

    is_disabled("kim");

    EXPECT_TRUE(seen_by_operator("/deliveries/o1").contains(R"("status":"PICKED_UP")"));
    EXPECT_TRUE(seen_by_operator("/deliveries/o2").contains(R"("status":"OFFERED")"));
    EXPECT_TRUE(seen_by_operator("/deliveries/riders")
                    .contains(R"({"riderId":"kim","online":false,"active":["o1"]})"));
    EXPECT_EQ(send(Method::post, "/deliveries/o1/confirm", "boss", R"({"reason":"brought by a colleague"})",
                   Role::operator_)
                  .status,
              200);
    EXPECT_FALSE(seen_by_operator("/deliveries/riders").contains("kim"));
}

TEST_F(DisabledRider, watches_as_long_as_the_token_is_accepted) {
    runtime::Request request;
    request.path = "/deliveries/stream";
    request.principal = {{"kim"}, Role::rider, {}};
    request.principal.expires = world_.clock.now() + 10min;
    const auto watch = world_.call(request).watch;
    ASSERT_TRUE(watch);
    EXPECT_EQ(watch->lifetime, Duration{10min});

    world_.live().end_streams_of({"kim"}, "rights-ended");
    EXPECT_TRUE(watch->closed());
}

TEST_F(DisabledRider, is_heard_of_twice_without_harm) {
    claimed("o1");
    is_disabled("kim");
    is_disabled("kim");
    is_disabled("staff-of-a-branch");
    EXPECT_EQ(world_.parked(), 0U);
    EXPECT_EQ(world_.event_types("staff-of-a-branch"), "RiderBarred");
}

}  // namespace
}  // namespace dangol::delivery
