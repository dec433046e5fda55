// A rider's shift and what the operator sees of all of them.
#include "tests/conformance/delivery_context.hpp"

namespace dangol::conformance {
namespace {

using namespace std::chrono_literals;
using runtime::Role;

TEST_F(DeliveryContext, whoever_is_off_duty_claims_nothing) {
    is_ordered("o1");
    is_begun("o1");
    const auto refused = post("/deliveries/o1/claim", "choi");
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(says(refused, "not-on-shift"));
    EXPECT_EQ(status_of("o1"), "OFFERED");
}

TEST_F(DeliveryContext, the_operator_sees_what_is_under_way_and_who_is_on_shift) {
    for (const auto* id : {"o1", "o2", "o3"}) is_ordered(id);
    for (const auto* id : {"o1", "o2"}) is_begun(id);
    EXPECT_EQ(post("/deliveries/o2/claim", "kim").status, 200);
    const auto listed = [this](const std::string& state) {
        runtime::Request request;
        request.path = "/deliveries";
        if (!state.empty()) request.query["state"] = state;
        request.principal = {{"boss"}, Role::operator_, {}};
        const auto response = world_.ask(std::move(request));
        if (response.status != 200) return std::to_string(response.status);
        std::string ids;
        for (const auto& item : codec::parse(response.body)->at("items").as_array())
            ids += std::string(item.at("deliveryId").as_string()) + " ";
        return ids;
    };
    EXPECT_EQ(listed(""), "o1 o2 ");
    EXPECT_EQ(listed("OFFERED"), "o1 ");
    EXPECT_EQ(listed("PLANNED"), "o3 ");
    EXPECT_EQ(listed("DELIVERED"), "400");

    is_made("o2");
    EXPECT_EQ(post("/deliveries/o2/start", "kim", R"({"callNumber":"A-17"})").status, 200);
    EXPECT_EQ(listed("PICKED_UP"), "o2 ");
    EXPECT_EQ(post("/deliveries/shift", "kim", R"({"online":false})").status, 200);
    const auto riders = get("/deliveries/riders", "boss", Role::operator_);
    EXPECT_TRUE(says(riders, R"({"riderId":"kim","online":false,"active":["o2"]})")) << riders.body;
    EXPECT_TRUE(says(riders, R"({"riderId":"lee","online":true,"active":[],"since":")")) << riders.body;
    EXPECT_EQ(post("/deliveries/o2/confirm", "kim", R"({"pin":"4711"})").status, 200);
    EXPECT_EQ(listed(""), "o1 ");
    EXPECT_FALSE(says(get("/deliveries/riders", "boss", Role::operator_), "kim"));
}

TEST_F(DeliveryContext, steps_have_their_times_and_fees_add_up) {
    is_ordered("o1");
    is_begun("o1");
    is_made("o1");
    EXPECT_EQ(post("/deliveries/o1/claim", "kim").status, 200);
    world_.wait(1min);
    EXPECT_EQ(post("/deliveries/o1/start", "kim", R"({"callNumber":"A-17"})").status, 200);
    world_.wait(2min);
    const auto done = post("/deliveries/o1/confirm", "kim", R"({"pin":"4711"})");
    const auto time_of = [&](const char* step) {
        return *parse_time(codec::parse(done.body)->at(step).as_string());
    };
    EXPECT_EQ(time_of("pickedUpAt") - time_of("claimedAt"), 1min);
    EXPECT_EQ(time_of("deliveredAt") - time_of("pickedUpAt"), 2min);
    EXPECT_FALSE(says(get("/deliveries/o1", "customer", Role::customer), "claimedAt"));
    EXPECT_TRUE(says(get("/deliveries/o1", "boss", Role::operator_), "deliveredAt"));
}

}  // namespace
}  // namespace dangol::conformance
