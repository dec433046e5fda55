// Branches of the café context as customers and staff meet them: hours, menus, what is sold out.
#include "tests/support/cafe_world.hpp"

namespace dangol::cafe {
namespace {

using namespace testing;

constexpr auto a_menu = R"({"items":[{"id":"latte","name":{"ko":"라떼","en":"Latte"},"price":{"amount":4500,
    "currency":"KRW"},"groups":[{"id":"milk","name":{"ko":"우유","en":"Milk"},"options":[{"id":"oat","name":{"ko":"오트",
    "en":"Oat"},"priceDelta":{"amount":500,"currency":"KRW"}}]}]}]})";

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
