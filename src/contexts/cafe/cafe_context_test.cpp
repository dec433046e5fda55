// The café context as the others and the bar's screen meet it: foreign events, deadlines, HTTP requests.
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include "contexts/cafe/cafe.hpp"
#include "contracts/cafe.hpp"
#include "contracts/delivery.hpp"
#include "contracts/order.hpp"
#include "tests/support/context_world.hpp"

namespace dangol::cafe {
namespace {

using namespace std::chrono_literals;
using runtime::Method;
using runtime::Response;

class CafeContext : public testing::Test {
  protected:
    /// The clock starts on Monday, 09:00 in Seoul.
    const Timestamp start{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

    void is_placed(const std::string& id, order::Fulfilment fulfilment = order::Fulfilment::pickup,
                   Duration later = 0ms, std::int64_t turn = 0) {
        order::OrderPlaced placed;
        auto& order = placed.order;
        order.order_id = {id};
        order.cafe_id = {"c1"};
        order.customer_id = {"customer"};
        order.call_number = "A-17";
        order.fulfilment = fulfilment;
        order.qty = 2;
        order.units = 2;
        order.note = "덜 달게";
        order.order_date = start + later;
        order.turn = turn;
        order.lines.push_back(
            {{"latte"}, {"라떼", "Latte"}, 2, {{"oat", {"오트", "Oat"}, {500, "KRW"}}}, {}, {}, 2});
        world_.hears(id, placed);
    }
    void wants_to_cancel(const std::string& id,
                         order::CancelReason reason = order::CancelReason::customer_request) {
        world_.hears(id, order::OrderCancelRequested{{id}, {"c1"}, {"customer"}, reason});
    }
    void is_canceled(const std::string& id) {
        world_.hears(id, order::OrderCanceled{{id}, {"c1"}, {"customer"}, order::CancelReason::no_rider, ""});
    }

    Response send(Method method, const std::string& target, std::string body, Role role = Role::staff,
                  std::vector<CafeId> cafes = {{"c1"}}) {
        return world_.call(method, target, {{"someone"}, role, std::move(cafes)}, std::move(body));
    }
    Response post(const std::string& target, std::string body = {}) {
        return send(Method::post, target, std::move(body));
    }
    Response get(const std::string& target, Role role = Role::staff) {
        return send(Method::get, target, {}, role);
    }

    static boost::json::value json(const Response& response) {
        boost::json::error_code error;
        auto value = boost::json::parse(response.body, error);
        EXPECT_FALSE(error) << response.body;
        return value;
    }
    /// The ids or other members of a list's items, joined by spaces.
    static std::string each(const Response& response, const char* member) {
        std::string all;
        for (const auto& item : json(response).at("items").as_array()) {
            if (!all.empty()) all += " ";
            all += std::string_view(item.at(member).as_string());
        }
        return all;
    }
    /// The same of all pages of a list.
    std::string in_pages(const std::string& target, const char* member, const std::string& after = {}) {
        const auto page = json(get(target + after)).as_object();
        std::string all;
        for (const auto& item : page.at("items").as_array())
            all += std::string_view(item.at(member).as_string());
        if (!page.contains("next")) return all;
        return all + in_pages(target, member, "&after=" + std::string(page.at("next").as_string()));
    }
    std::string status_of(const std::string& id) {
        const auto response = get("/cafeOrders/" + id);
        if (response.status != 200) return std::to_string(response.status);
        return std::string(std::string_view(json(response).at("status").as_string()));
    }
    std::string events_of(const std::string& id) { return world_.event_types(id); }
    void open_a_cafe(const std::string& id = "c1",
                     const std::string& place = R"({"latitude":37.5,"longitude":127.0})") {
        EXPECT_EQ(send(Method::post, "/cafes",
                       R"({"id":")" + id +
                           R"(","name":{"ko":"단골","en":"Dangol"},"address":"서울","place":)" + place + "}",
                       Role::operator_, {})
                      .status,
                  201);
        EXPECT_EQ(send(Method::post, "/cafes/" + id + "/open", {}, Role::operator_, {}).status, 200);
    }

    test::ContextWorld world_{[] { return make(); }};
};

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

TEST_F(CafeContext, shows_branches_to_anyone_nearest_first) {
    open_a_cafe("far", R"({"latitude":37.6,"longitude":127.1})");
    open_a_cafe("near", R"({"latitude":37.501,"longitude":127.0})");
    const auto cafes = get("/cafes?lat=37.5&lng=127.0", Role::anonymous);
    EXPECT_EQ(each(cafes, "id"), "near far");
    EXPECT_EQ(json(cafes).at("items").at(0).at("distanceMetres").as_int64(), 111);
    EXPECT_EQ(each(get("/cafes", Role::anonymous), "id"), "far near");
    EXPECT_EQ(get("/cafes?lat=37.5", Role::anonymous).status, 400);
    EXPECT_EQ(get("/cafes?lat=91&lng=0", Role::anonymous).status, 400);
    EXPECT_EQ(get("/cafes/nope", Role::anonymous).status, 404);
}

TEST_F(CafeContext, a_branch_is_open_now_if_it_is_open_within_its_hours_and_not_paused) {
    const auto now = [this] { return json(get("/cafes/c1", Role::anonymous)); };
    open_a_cafe();
    EXPECT_TRUE(now().at("openNow").as_bool());
    // Mondays from 18:00 to 02:00; it is 09:00.
    EXPECT_EQ(send(Method::put, "/cafes/c1/hours", R"({"hours":[{"weekday":0,"opens":1080,"closes":1560}]})")
                  .status,
              200);
    EXPECT_EQ(now().at("state").as_string(), "OPEN");
    EXPECT_FALSE(now().at("openNow").as_bool());
    world_.run_for(16h);
    EXPECT_TRUE(now().at("openNow").as_bool());  // Tuesday 01:00
    EXPECT_EQ(post("/cafes/c1/pause", R"({"minutes":30,"reason":"주문 폭주"})").status, 200);
    EXPECT_EQ(now().at("state").as_string(), "PAUSED");
    EXPECT_EQ(now().at("pausedUntil").as_string(), "2026-11-23T16:30:00.000Z");
    EXPECT_FALSE(now().at("openNow").as_bool());
    world_.run_for(30min);
    EXPECT_TRUE(now().at("openNow").as_bool());
    world_.run_for(30min);
    EXPECT_FALSE(now().at("openNow").as_bool());  // Tuesday 02:00
}

TEST_F(CafeContext, what_is_sold_out_today_comes_back_after_the_shift_and_not_at_midnight) {
    open_a_cafe();
    EXPECT_EQ(send(Method::put, "/cafes/c1/menu", a_menu).status, 200);
    const auto cafe = [this] { return json(get("/cafes/c1", Role::anonymous)); };
    EXPECT_EQ(send(Method::put, "/cafes/c1/hours", R"({"hours":[{"weekday":0,"opens":1080,"closes":1560}]})")
                  .status,
              200);
    EXPECT_EQ(cafe().at("opensAt").as_string(), "2026-11-23T09:00:00.000Z");
    world_.run_for(14h);  // 23:00
    const auto today = cafe().at("businessDay");
    EXPECT_EQ(today.at("name").as_string(), "2026-11-23");
    EXPECT_FALSE(cafe().as_object().contains("opensAt"));
    const std::string ends(std::string_view(today.at("ends").as_string()));
    EXPECT_EQ(post("/cafes/c1/soldOut", R"({"menuId":"latte","until":")" + ends + R"("})").status, 200);
    const auto sold_out = [this] {
        return json(get("/cafes/c1/menu", Role::anonymous)).at("items").at(0).at("soldOut").as_bool();
    };
    world_.run_for(2h);  // 01:00 on Tuesday, in the same shift
    EXPECT_TRUE(cafe().at("openNow").as_bool());
    EXPECT_TRUE(sold_out());
    EXPECT_EQ(cafe().at("businessDay").at("name").as_string(), "2026-11-23");
    world_.run_for(4h);  // 05:00
    EXPECT_FALSE(sold_out());
    EXPECT_EQ(cafe().at("businessDay").at("name").as_string(), "2026-11-24");
}

TEST_F(CafeContext, the_menu_tells_what_is_sold_out) {
    open_a_cafe();
    EXPECT_EQ(send(Method::put, "/cafes/c1/menu", a_menu).status, 200);
    EXPECT_EQ(
        post("/cafes/c1/soldOut", R"({"menuId":"latte","optionId":"oat","until":"2026-11-23T01:00:00Z"})")
            .status,
        200);
    const auto latte = [this] { return json(get("/cafes/c1/menu", Role::anonymous)).at("items").at(0); };
    EXPECT_FALSE(latte().at("soldOut").as_bool());
    EXPECT_TRUE(latte().at("groups").at(0).at("options").at(0).at("soldOut").as_bool());
    world_.run_for(1h);
    EXPECT_FALSE(latte().at("groups").at(0).at("options").at(0).at("soldOut").as_bool());
    EXPECT_EQ(post("/cafes/c1/soldOut", R"({"menuId":"latte","soldOut":true})").status, 200);
    EXPECT_TRUE(latte().at("soldOut").as_bool());
    EXPECT_EQ(post("/cafes/c1/soldOut", R"({"menuId":"mocha"})").status, 422);
    EXPECT_EQ(send(Method::put, "/cafes/c1/menu", R"({"items":[{"id":"x"}]})").status, 400);
}

TEST_F(CafeContext, an_item_without_a_choice_that_must_be_made_is_sold_out) {
    open_a_cafe();
    std::string menu = a_menu;
    menu.replace(menu.find(R"("options")"), 0, R"("min":1,"max":1,)");
    EXPECT_EQ(send(Method::put, "/cafes/c1/menu", menu).status, 200);
    const auto sold_out = [this] {
        return json(get("/cafes/c1/menu", Role::anonymous)).at("items").at(0).at("soldOut").as_bool();
    };
    EXPECT_FALSE(sold_out());
    EXPECT_EQ(post("/cafes/c1/soldOut", R"({"menuId":"latte","optionId":"oat"})").status, 200);
    EXPECT_TRUE(sold_out());
}

TEST_F(CafeContext, what_is_replaced_whole_is_not_replaced_over_somebody_elses_change) {
    open_a_cafe();
    const auto tag_of = [this](const std::string& path) {
        for (const auto& [name, value] : get(path, Role::anonymous).headers) {
            if (name == "ETag") return value;
        }
        return std::string("none");
    };
    const auto put = [this](const std::string& path, std::string body, std::string if_match) {
        runtime::Request request;
        request.method = Method::put;
        request.path = path;
        request.body = std::move(body);
        request.principal = {{"someone"}, Role::staff, {{"c1"}}};
        request.if_match = std::move(if_match);
        return world_.call(std::move(request)).status;
    };
    const auto menu = tag_of("/cafes/c1/menu");
    EXPECT_EQ(put("/cafes/c1/menu", a_menu, menu), 200);
    EXPECT_EQ(put("/cafes/c1/menu", R"({"items":[]})", menu), 412);
    EXPECT_EQ(json(get("/cafes/c1/menu")).at("items").as_array().size(), 1U) << "nothing was lost";
    EXPECT_EQ(post("/cafes/c1/soldOut", R"({"menuId":"latte"})").status, 200);
    EXPECT_EQ(put("/cafes/c1/menu", R"({"items":[]})", tag_of("/cafes/c1/menu")), 200);
    EXPECT_EQ(put("/cafes/c1/menu", a_menu, ""), 200) << "a client that does not care";

    const auto cafe = tag_of("/cafes/c1");
    constexpr auto hours = R"({"hours":[{"weekday":0,"opens":1080,"closes":1560}]})";
    EXPECT_EQ(put("/cafes/c1/hours", hours, cafe), 200);
    EXPECT_EQ(put("/cafes/c1/hours", R"({"hours":[]})", cafe), 412);
    EXPECT_EQ(put("/cafes/c1/hours", R"({"hours":[]})", tag_of("/cafes/c1")), 200);
}

}  // namespace
}  // namespace dangol::cafe
