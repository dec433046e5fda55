// The delivery context as the others and the riders' app meet it: foreign events, deadlines, HTTP requests.
#include <string>
#include <string_view>

#include "core/json_tree.hpp"
#include "tests/support/delivery_world.hpp"

namespace dangol::delivery {
namespace {

using namespace std::chrono_literals;
using runtime::Method;

constexpr auto near_the_door = "37.5471,127.0473";
constexpr auto four_kilometres_off = "37.5830,127.0473";

/// Two riders are online, kim and lee.
class DeliveryContext : public testing::DeliveryWorld {
  protected:
    DeliveryContext() {
        for (const auto* rider : {"kim", "lee"}) {
            EXPECT_EQ(post("/deliveries/shift", rider, R"({"online":true})").status, 200);
        }
    }
    runtime::Response offers_at(const std::string& place, const std::string& who = "kim") {
        const auto comma = place.find(',');
        return get("/deliveries/offers?lat=" + place.substr(0, comma) + "&lng=" + place.substr(comma + 1),
                   who);
    }
    static bool says(const runtime::Response& response, std::string_view text) {
        return response.body.find(text) != std::string::npos;
    }
};

TEST_F(DeliveryContext, an_order_is_brought_from_the_offer_to_the_door) {
    is_ordered("o1");
    is_begun("o1");
    EXPECT_TRUE(says(offers_at(near_the_door), R"("deliveryId":"o1")"));
    EXPECT_EQ(post("/deliveries/o1/claim", "kim").status, 200);
    EXPECT_FALSE(says(offers_at(near_the_door), "o1"));
    EXPECT_EQ(post("/deliveries/o1/start", "kim", R"({"callNumber":"A-17"})").status, 409);
    is_made("o1");
    EXPECT_EQ(post("/deliveries/o1/start", "kim", R"({"callNumber":"A-99"})").status, 422);
    EXPECT_EQ(post("/deliveries/o1/start", "kim", R"({"callNumber":"A-17"})").status, 200);
    EXPECT_EQ(post("/deliveries/o1/confirm", "kim", R"({"pin":"4711"})").status, 200);
    EXPECT_EQ(status_of("o1"), "DELIVERED");
    EXPECT_TRUE(says(get("/deliveries/shift", "kim"), R"("active":[])"));
    EXPECT_TRUE(says(get("/deliveries", "kim"), R"("status":"DELIVERED")"));
}

TEST_F(DeliveryContext, riders_see_nothing_before_making_has_begun) {
    is_ordered("o1");
    EXPECT_EQ(status_of("o1"), "PLANNED");
    EXPECT_FALSE(says(offers_at(near_the_door), "o1"));
    EXPECT_EQ(get("/deliveries/o1", "kim").status, 404);
    EXPECT_EQ(post("/deliveries/o1/claim", "kim").status, 409);
    EXPECT_FALSE(world_.store().row("offers", "o1").has_value());
    is_begun("o1");
    EXPECT_TRUE(world_.store().row("offers", "o1").has_value());
    EXPECT_TRUE(says(offers_at(near_the_door), "o1"));
    EXPECT_EQ(get("/deliveries/o1", "kim").status, 200);
}

TEST_F(DeliveryContext, an_offer_is_seen_near_the_place_of_delivery_and_wider_after_a_while) {
    is_ordered("o1");
    is_begun("o1");
    EXPECT_FALSE(says(offers_at(four_kilometres_off), "o1"));
    world_.run_for(3min);
    EXPECT_TRUE(says(offers_at(four_kilometres_off), "o1"));
}

TEST_F(DeliveryContext, the_door_and_the_pin_stay_private) {
    is_ordered("o1");
    is_begun("o1");
    const auto before = get("/deliveries/o1", "kim");
    const auto offer = offers_at(near_the_door);
    const auto claimed = post("/deliveries/o1/claim", "kim");
    for (const auto& response : {before, offer}) {
        EXPECT_FALSE(says(response, "왕십리로"));
        EXPECT_FALSE(says(response, "010-1234"));
        EXPECT_FALSE(says(response, "A-17"));
        EXPECT_FALSE(says(response, "37.5471"));
    }
    EXPECT_TRUE(says(claimed, "왕십리로"));
    EXPECT_TRUE(says(claimed, R"("callNumber":"A-17")"));
    EXPECT_EQ(get("/deliveries/o1", "lee").status, 403);
    EXPECT_EQ(get("/deliveries/o1", "stranger", Role::customer).status, 404);
    EXPECT_TRUE(says(get("/deliveries/o1", "customer", Role::customer), "왕십리로"));
    for (const auto& response : {before, offer, claimed}) EXPECT_FALSE(says(response, "4711"));
}

TEST_F(DeliveryContext, the_second_claim_is_told_who_cannot_have_it) {
    is_ordered("o1");
    is_begun("o1");
    EXPECT_EQ(post("/deliveries/o1/claim", "kim").status, 200);
    const auto second = post("/deliveries/o1/claim", "lee");
    EXPECT_EQ(second.status, 409);
    EXPECT_TRUE(says(second, "already-claimed"));
    EXPECT_TRUE(says(get("/deliveries/shift", "lee"), R"("active":[])"));
}

TEST_F(DeliveryContext, a_fourth_claim_is_refused_and_leaves_the_delivery_to_others) {
    for (const auto* id : {"o1", "o2", "o3", "o4"}) {
        is_ordered(id);
        is_begun(id);
    }
    for (const auto* id : {"o1", "o2", "o3"}) {
        EXPECT_EQ(post("/deliveries/" + std::string(id) + "/claim", "kim").status, 200);
    }
    const auto fourth = post("/deliveries/o4/claim", "kim");
    EXPECT_TRUE(says(fourth, "too-many-deliveries"));
    EXPECT_EQ(status_of("o4"), "OFFERED");
    EXPECT_EQ(post("/deliveries/o4/claim", "lee").status, 200);
    EXPECT_EQ(post("/deliveries/o1/release", "kim").status, 200);
    EXPECT_EQ(status_of("o1"), "OFFERED");
    EXPECT_TRUE(says(get("/deliveries/shift", "kim"), R"("active":["o2","o3"])"));
}

TEST_F(DeliveryContext, a_rider_who_does_not_come_loses_the_delivery) {
    is_ordered("o1");
    is_begun("o1");
    EXPECT_EQ(post("/deliveries/o1/claim", "kim").status, 200);
    world_.run_for(30min);  // still being made: the rider is not late
    EXPECT_EQ(status_of("o1"), "CLAIMED");
    is_made("o1");
    world_.run_for(9min);
    EXPECT_EQ(status_of("o1"), "CLAIMED");
    world_.run_for(1min);
    EXPECT_EQ(status_of("o1"), "OFFERED");
    EXPECT_TRUE(says(get("/deliveries/shift", "kim"), R"("active":[])"));
}

TEST_F(DeliveryContext, with_no_rider_it_is_canceled_and_says_so) {
    is_ordered("o1");
    is_begun("o1");
    for (int minute = 0; minute < 19; ++minute) world_.run_for(1min);
    EXPECT_EQ(status_of("o1"), "OFFERED");
    world_.run_for(1min);
    EXPECT_EQ(status_of("o1"), "CANCELED");
    const auto last = world_.store().events({.limit = 1, .newest_first = true}).front();
    EXPECT_EQ(last.type, "DeliveryCanceled");
    EXPECT_TRUE(last.data.find(R"("reason":"no_rider")") != std::string::npos);
    EXPECT_EQ(last.correlation, "o1");
    EXPECT_FALSE(world_.store().next_deadline().has_value());
}

TEST_F(DeliveryContext, a_canceled_order_frees_its_rider) {
    is_ordered("o1");
    is_begun("o1");
    EXPECT_EQ(post("/deliveries/o1/claim", "kim").status, 200);
    is_canceled("o1");
    EXPECT_EQ(status_of("o1"), "CANCELED");
    EXPECT_TRUE(says(get("/deliveries/shift", "kim"), R"("active":[])"));
    EXPECT_FALSE(says(offers_at(near_the_door), "o1"));
}

TEST_F(DeliveryContext, facts_that_come_before_the_order_are_remembered) {
    is_made("o1");
    is_begun("o1");
    EXPECT_EQ(get("/deliveries/o1", "kim").status, 404);
    is_ordered("o1");
    EXPECT_EQ(status_of("o1"), "OFFERED");
    EXPECT_TRUE(says(offers_at(near_the_door), R"("ready":true)"));
    is_canceled("o2");
    is_ordered("o2");
    EXPECT_EQ(status_of("o2"), "CANCELED");
}

TEST_F(DeliveryContext, a_pick_up_order_leaves_nothing_here) {
    is_ordered("o1", order::Fulfilment::pickup);
    is_begun("o1", false);
    is_made("o1", false);
    EXPECT_EQ(world_.figures().consumed, 3U);
    EXPECT_TRUE(world_.store().events({.subject = "o1"}).empty());
}

TEST_F(DeliveryContext, wrong_pins_are_counted_across_requests_until_only_the_operator_helps) {
    is_ordered("o1");
    is_begun("o1");
    is_made("o1");
    EXPECT_EQ(post("/deliveries/o1/claim", "kim").status, 200);
    EXPECT_EQ(post("/deliveries/o1/start", "kim", R"({"callNumber":"A-17"})").status, 200);
    for (int tries = 0; tries < 5; ++tries) {
        const auto refused = post("/deliveries/o1/confirm", "kim", R"({"pin":"0000"})");
        EXPECT_EQ(refused.status, 422);
        EXPECT_TRUE(says(refused, "wrong-pin"));
    }
    EXPECT_TRUE(says(post("/deliveries/o1/confirm", "kim", R"({"pin":"4711"})"), "pin-locked"));
    EXPECT_TRUE(says(post("/deliveries/o1/confirm", "boss", "{}", Role::operator_), "reason-required"));
    EXPECT_EQ(status_of("o1"), "PICKED_UP");
    EXPECT_EQ(
        post("/deliveries/o1/confirm", "boss", R"({"reason":"고객이 전화로 받았다고 함"})", Role::operator_)
            .status,
        200);
    EXPECT_EQ(status_of("o1"), "DELIVERED");
    const auto last = world_.store().events({.limit = 1, .subject = "o1", .newest_first = true}).front();
    EXPECT_EQ(last.actor, "operator:boss");
    EXPECT_NE(last.data.find("전화로"), std::string::npos);
}

TEST_F(DeliveryContext, a_wrong_pin_that_is_sent_again_counts_once_and_gets_the_same_problem) {
    is_ordered("o1");
    is_begun("o1");
    is_made("o1");
    EXPECT_EQ(post("/deliveries/o1/claim", "kim").status, 200);
    EXPECT_EQ(post("/deliveries/o1/start", "kim", R"({"callNumber":"A-17"})").status, 200);
    runtime::Request request;
    request.method = Method::post;
    request.path = "/deliveries/o1/confirm";
    request.body = R"({"pin":"0000"})";
    request.principal = {{"kim"}, Role::rider, {}};
    request.idempotency_key = "k1";
    const auto first = world_.call(request);
    const auto again = world_.call(request);
    EXPECT_EQ(first.status, 422);
    EXPECT_EQ(again.status, 422);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(again.content_type, first.content_type);
}

TEST_F(DeliveryContext, a_shift_knows_the_place_and_forgets_it_at_its_end) {
    is_ordered("o1");
    is_begun("o1");
    EXPECT_EQ(get("/deliveries/offers", "kim").status, 422);
    const auto online = post("/deliveries/shift", "kim",
                             R"({"online":true,"place":{"latitude":37.5471,"longitude":127.0473}})");
    EXPECT_EQ(online.status, 200);
    EXPECT_TRUE(says(get("/deliveries/offers", "kim"), "o1"));
    EXPECT_EQ(post("/deliveries/shift", "kim", R"({"place":{"latitude":35.1,"longitude":129.0}})").status,
              200);
    EXPECT_FALSE(says(get("/deliveries/offers", "kim"), "o1"));
    EXPECT_EQ(post("/deliveries/shift", "kim", R"({"online":false})").status, 200);
    EXPECT_FALSE(says(get("/deliveries/shift", "kim"), "latitude"));
    EXPECT_EQ(post("/deliveries/shift", "kim", R"({"place":{"latitude":95,"longitude":0}})").status, 400);
}

TEST_F(DeliveryContext, a_rider_streams_near_offers_and_own_deliveries_only) {
    const auto open = [this](const std::string& who, const std::string& latitude) {
        return get("/deliveries/stream?lat=" + latitude + "&lng=127.0473", who).watch;
    };
    const auto events_of = [](runtime::Watch& watch) {
        std::string events;
        for (const auto& frame : watch.take()) events += frame.event + " ";
        return events;
    };
    const auto kim = open("kim", "37.5471");
    const auto lee = open("lee", "37.5471");
    const auto far_away = open("choi", "35.1000");
    is_ordered("o1");
    EXPECT_EQ(events_of(*kim), "");  // not before making began
    is_begun("o1");
    EXPECT_EQ(events_of(*kim), "DeliveryOffered ");
    EXPECT_EQ(post("/deliveries/o1/claim", "kim").status, 200);
    EXPECT_EQ(events_of(*lee), "DeliveryOffered DeliveryClaimed ");  // it is gone
    is_made("o1");
    EXPECT_EQ(post("/deliveries/o1/start", "kim", R"({"callNumber":"A-17"})").status, 200);
    EXPECT_EQ(events_of(*kim), "DeliveryClaimed DeliveryReady DeliveryStarted ");
    EXPECT_EQ(events_of(*lee), "");
    EXPECT_EQ(events_of(*far_away), "");
}

TEST_F(DeliveryContext, only_riders_claim_and_bad_input_changes_nothing) {
    is_ordered("o1");
    is_begun("o1");
    const auto events = world_.store().last_position();
    EXPECT_EQ(post("/deliveries/o1/claim", "customer", {}, Role::customer).status, 403);
    EXPECT_EQ(post("/deliveries/nothing/claim", "kim").status, 404);
    EXPECT_EQ(post("/deliveries/o1/confirm", "kim", R"({"pin":4711})").status, 400);
    EXPECT_EQ(post("/deliveries/o1/start", "kim", "{").status, 400);
    EXPECT_EQ(offers_at("95.0,127.0").status, 400);
    EXPECT_EQ(offers_at("nan,127.0").status, 400);
    EXPECT_EQ(world_.store().last_position(), events);
}

// ── A rider's shift, and what the operator sees of all of them ─────────────────────────────────────

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
        const auto response =
            get("/deliveries" + (state.empty() ? "" : "?state=" + state), "boss", Role::operator_);
        if (response.status != 200) return std::to_string(response.status);
        std::string ids;
        for (const auto& item : codec::parse_tree(response.body)->at("items").as_array())
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
    world_.run_for(1min);
    EXPECT_EQ(post("/deliveries/o1/start", "kim", R"({"callNumber":"A-17"})").status, 200);
    world_.run_for(2min);
    const auto done = post("/deliveries/o1/confirm", "kim", R"({"pin":"4711"})");
    const auto steps = *codec::parse_tree(done.body);
    const auto time_of = [&](const char* step) { return *parse_time(steps.at(step).as_string()); };
    EXPECT_EQ(time_of("pickedUpAt") - time_of("claimedAt"), 1min);
    EXPECT_EQ(time_of("deliveredAt") - time_of("pickedUpAt"), 2min);
    EXPECT_FALSE(says(get("/deliveries/o1", "customer", Role::customer), "claimedAt"));
    EXPECT_TRUE(says(get("/deliveries/o1", "boss", Role::operator_), "deliveredAt"));
    EXPECT_TRUE(says(get("/deliveries/earnings", "kim"), R"("deliveries":1)"));  // although ordered in 1970
}

}  // namespace
}  // namespace dangol::delivery
