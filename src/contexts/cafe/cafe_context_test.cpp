// The café context as the others and the bar's screen meet it: tickets, their events, deadlines and lists.
#include "tests/support/cafe_world.hpp"

namespace dangol::cafe {
namespace {

using namespace testing;

constexpr auto a_menu = R"({"items":[{"id":"latte","name":{"ko":"라떼","en":"Latte"},"price":{"amount":4500,
    "currency":"KRW"},"groups":[{"id":"milk","name":{"ko":"우유","en":"Milk"},"options":[{"id":"oat","name":{"ko":"오트",
    "en":"Oat"},"priceDelta":{"amount":500,"currency":"KRW"}}]}]}]})";

TEST_F(CafeContext, a_pickup_goes_over_the_bar) {
    is_placed("o1");
    EXPECT_EQ(status_of("o1"), "RECEIVED");
    EXPECT_EQ(post("/cafeOrders/o1/approve", R"({"readyInMinutes":5})").body,
              R"({"orderId":"o1","status":"APPROVED","version":2})");
    EXPECT_EQ(post("/cafeOrders/o1/makeStart").status, 200);
    EXPECT_EQ(post("/cafeOrders/o1/makeComplete").status, 200);
    EXPECT_EQ(post("/cafeOrders/o1/handOver", R"({"callNumber":"A-18"})").status, 422);
    EXPECT_EQ(post("/cafeOrders/o1/handOver", R"({"callNumber":"A-17"})").status, 200);
    EXPECT_EQ(events_of("o1"), "CafeOrderAdded OrderApproved MakeStarted MakeCompleted HandedOver");

    const auto ticket = json(get("/cafeOrders/o1"));
    EXPECT_EQ(ticket.at("status").as_string(), "HANDED_OVER");
    EXPECT_EQ(ticket.at("callNumber").as_string(), "A-17");
    EXPECT_EQ(ticket.at("note").as_string(), "덜 달게");
    EXPECT_EQ(ticket.at("promisedAt").as_string(), "2026-11-23T00:05:00.000Z");
    EXPECT_EQ(ticket.at("version").as_int64(), 5);
    const auto& line = ticket.at("lines").at(0);
    EXPECT_EQ(line.at("quantity").as_int64(), 2);
    EXPECT_EQ(line.at("options").at(0).at("name").at("en").as_string(), "Oat");
    EXPECT_FALSE(line.as_object().contains("price"));
}

TEST_F(CafeContext, a_refused_step_says_what_the_state_allows) {
    is_placed("o1");
    const auto refused = post("/cafeOrders/o1/makeStart");
    EXPECT_EQ(refused.status, 409);
    const auto problem = json(refused);
    EXPECT_EQ(problem.at("type").as_string(), "/problems/not-approved");
    EXPECT_EQ(problem.at("state").as_string(), "RECEIVED");
    EXPECT_EQ(problem.at("allowed").as_array().size(), 2U);
    EXPECT_EQ(post("/cafeOrders/o1/reject").status, 400);
    EXPECT_EQ(post("/cafeOrders/o1/reject", R"({"reason":"sold_out","note":"우유가 없어요"})").status, 200);
    EXPECT_EQ(status_of("o1"), "REJECTED");
    EXPECT_EQ(post("/cafeOrders/nope/approve").status, 404);
}

TEST_F(CafeContext, a_redelivered_order_changes_nothing) {
    is_placed("o1");
    is_placed("o1");
    EXPECT_EQ(events_of("o1"), "CafeOrderAdded");
}

TEST_F(CafeContext, cancels_are_granted_before_and_refused_after_making_begins) {
    is_placed("early");
    wants_to_cancel("early");
    EXPECT_EQ(events_of("early"), "CafeOrderAdded CancelGranted");
    EXPECT_EQ(post("/cafeOrders/early/approve").status, 409);
    is_canceled("early");  // the order's echo of the grant
    EXPECT_EQ(events_of("early"), "CafeOrderAdded CancelGranted");

    is_placed("late");
    post("/cafeOrders/late/approve");
    post("/cafeOrders/late/makeStart");
    wants_to_cancel("late");
    EXPECT_EQ(events_of("late"), "CafeOrderAdded OrderApproved MakeStarted CancelRefused");
    EXPECT_EQ(status_of("late"), "MAKING");

    is_placed("answered");
    post("/cafeOrders/answered/approve");
    wants_to_cancel("answered", order::CancelReason::unanswered);
    EXPECT_EQ(events_of("answered"), "CafeOrderAdded OrderApproved CancelRefused");
}

TEST_F(CafeContext, an_order_canceled_elsewhere_is_void_even_if_its_ticket_comes_later) {
    is_placed("o1");
    is_canceled("o1");
    EXPECT_EQ(status_of("o1"), "VOID");
    is_canceled("o2");
    is_placed("o2");
    EXPECT_EQ(events_of("o2"), "TicketVoided");
    EXPECT_EQ(get("/cafeOrders/o2").status, 404);
    EXPECT_EQ(each(get("/cafeOrders?cafeId=c1"), "orderId"), "");
}

TEST_F(CafeContext, a_pickup_is_kept_for_an_hour_and_a_delivery_until_its_rider_comes) {
    is_placed("late");
    is_placed("fetched");
    is_placed("ridden", order::Fulfilment::delivery);
    for (const std::string id : {"late", "fetched", "ridden"}) {
        post("/cafeOrders/" + id + "/approve");
        post("/cafeOrders/" + id + "/makeStart");
        EXPECT_EQ(post("/cafeOrders/" + id + "/makeComplete").status, 200);
    }
    EXPECT_EQ(post("/cafeOrders/fetched/handOver").status, 200);
    EXPECT_EQ(post("/cafeOrders/ridden/handOver").status, 409);
    world_.run_for(59min + 59s);
    EXPECT_EQ(status_of("late"), "MADE");
    world_.run_for(1s);
    EXPECT_EQ(status_of("late"), "NOT_COLLECTED");
    EXPECT_EQ(status_of("fetched"), "HANDED_OVER");
    EXPECT_EQ(status_of("ridden"), "MADE");
    world_.hears("ridden", delivery::DeliveryStarted{{"ridden"}, {"c1"}, {"customer"}, {"rider"}});
    EXPECT_EQ(status_of("ridden"), "HANDED_OVER");
    EXPECT_TRUE(events_of("ridden").ends_with("MakeCompleted CollectedByRider"));
    EXPECT_EQ(post("/cafeOrders/late/handOver").status, 200);
}

TEST_F(CafeContext, stops_waiting_for_what_was_fetched) {
    is_placed("o1");
    for (const std::string step : {"approve", "makeStart", "makeComplete"}) post("/cafeOrders/o1/" + step);
    EXPECT_EQ(world_.store().next_deadline(), start + 60min);
    EXPECT_EQ(post("/cafeOrders/o1/handOver").status, 200);
    EXPECT_EQ(world_.store().next_deadline(), std::nullopt);
}

TEST_F(CafeContext, lists_the_lanes_in_the_order_of_placing) {
    is_placed("b", order::Fulfilment::pickup, 2s);
    is_placed("a", order::Fulfilment::pickup, 3s);
    is_placed("c", order::Fulfilment::pickup, 1s);
    EXPECT_EQ(each(get("/cafeOrders?cafeId=c1&state=NEW"), "orderId"), "c b a");
    post("/cafeOrders/b/approve");
    post("/cafeOrders/b/makeStart");
    EXPECT_EQ(each(get("/cafeOrders?cafeId=c1&state=NEW"), "orderId"), "c a");
    EXPECT_EQ(each(get("/cafeOrders?cafeId=c1&state=MAKING"), "status"), "MAKING");
    EXPECT_EQ(each(get("/cafeOrders?cafeId=c1"), "orderId"), "c b a");
    post("/cafeOrders/c/reject", R"({"reason":"too_busy"})");
    post("/cafeOrders/a/reject", R"({"reason":"too_busy"})");
    EXPECT_EQ(each(get("/cafeOrders?cafeId=c1&state=DONE"), "orderId"), "a c");
    EXPECT_EQ(each(get("/cafeOrders?cafeId=c1&state=DONE&limit=1"), "orderId"), "a");
    EXPECT_EQ(get("/cafeOrders?cafeId=c1&state=SOON").status, 400);
    EXPECT_EQ(get("/cafeOrders").status, 400);
}

TEST_F(CafeContext, the_bar_works_in_turn_though_the_clock_was_set_back) {
    is_placed("first", order::Fulfilment::pickup, 10min, 7);
    is_placed("second", order::Fulfilment::pickup, 0ms, 8);
    EXPECT_EQ(each(get("/cafeOrders?cafeId=c1"), "orderId"), "first second");
    EXPECT_EQ(json(get("/cafeOrders/second")).at("turn").as_int64(), 8);
}

TEST_F(CafeContext, pages_show_every_ticket_and_branch_once) {
    std::string ids;
    for (char id = 'a'; id <= 'z'; ++id) {
        is_placed(std::string(1, id));
        if (id < 'n') post(std::string("/cafeOrders/") + id + "/approve");
        ids += id;
    }
    EXPECT_EQ(in_pages("/cafeOrders?cafeId=c1&limit=1", "orderId"), ids);
    EXPECT_EQ(in_pages("/cafeOrders?cafeId=c1&limit=7", "orderId"), ids);
    for (char id = 'a'; id <= 'z'; ++id) {
        open_a_cafe(std::string(1, id), id % 2 == 0 ? R"({"latitude":37.5,"longitude":127.1})"
                                                    : R"({"latitude":37.5,"longitude":127.0})");
    }
    EXPECT_EQ(in_pages("/cafes?limit=5", "id"), ids);
    EXPECT_EQ(in_pages("/cafes?lat=37.5&lng=127.0&limit=5", "id"), "acegikmoqsuwybdfhjlnprtvxz");
    EXPECT_EQ(in_pages("/cafes?limit=26", "id"), ids);
    EXPECT_EQ(get("/cafes?after=a").status, 400);
}

TEST_F(CafeContext, the_first_page_brings_what_was_done_along) {
    for (const auto* id : {"a", "b", "c"}) is_placed(id);
    post("/cafeOrders/a/reject", R"({"reason":"too_busy"})");
    EXPECT_EQ(in_pages("/cafeOrders?cafeId=c1&done=5&limit=1", "orderId"), "bac");
}

TEST_F(CafeContext, only_the_branchs_own_staff_see_and_move_its_tickets) {
    is_placed("o1");
    const std::vector<CafeId> elsewhere{{"c2"}};
    for (const auto* target : {"/cafeOrders/o1", "/cafeOrders?cafeId=c1", "/cafeOrders/stream?cafeId=c1"}) {
        EXPECT_GE(send(Method::get, target, {}, Role::staff, elsewhere).status, 403) << target;
        EXPECT_EQ(get(target, Role::customer).status, 403) << target;
        EXPECT_EQ(send(Method::get, target, {}, Role::operator_, {}).status, 200) << target;
    }
    for (const auto* command : {"approve", "reject", "makeStart", "makeComplete", "handOver", "abort"}) {
        const auto target = std::string("/cafeOrders/o1/") + command;
        EXPECT_EQ(send(Method::post, target, {}, Role::staff, elsewhere).status, 404) << target;
    }
    EXPECT_EQ(status_of("o1"), "RECEIVED");
    open_a_cafe();
    for (const auto* command : {"open", "close", "pause", "soldOut"}) {
        const auto target = std::string("/cafes/c1/") + command;
        EXPECT_EQ(send(Method::post, target, {}, Role::staff, elsewhere).status, 403) << target;
    }
    EXPECT_EQ(send(Method::post, "/cafes", {}).status, 403);
}

TEST_F(CafeContext, streams_the_branchs_tickets_with_their_versions) {
    open_a_cafe();
    auto response = get("/cafeOrders/stream?cafeId=c1");
    ASSERT_TRUE(response.watch);
    is_placed("o1");
    EXPECT_EQ(send(Method::put, "/cafes/c1/menu", a_menu).status, 200);  // not a ticket's event
    post("/cafeOrders/o1/approve");
    const auto frames = response.watch->take();
    ASSERT_EQ(frames.size(), 2U);
    EXPECT_EQ(frames[0].event, "CafeOrderAdded");
    EXPECT_EQ(frames[1].event, "OrderApproved");
    const auto data = boost::json::parse(frames[1].data);
    EXPECT_EQ(data.at("orderId").as_string(), "o1");
    EXPECT_EQ(data.at("version").as_int64(), 2);
}

}  // namespace
}  // namespace dangol::cafe
