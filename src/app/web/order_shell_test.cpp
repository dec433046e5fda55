// The first screen of the order app, as its markup.
#include "app/web/order_shell.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dangol::app::web {
namespace {

using testing::HasSubstr;
using testing::Not;

cafe::CafeResource cafe_named(const std::string& name) {
    cafe::CafeResource cafe;
    cafe.id = {"euljiro"};
    cafe.name = {name, "Euljiro"};
    cafe.address = "을지로 1";
    cafe.state = "OPEN";
    cafe.open_now = true;
    return cafe;
}

cafe::ItemResource item_named(const std::string& name, const Text& category) {
    cafe::ItemResource item;
    item.name = {name, name};
    item.description = {"진한 <맛>", ""};
    item.category = category;
    item.price = {4300, "KRW"};
    item.image = "/pictures/americano.svg";
    return item;
}

TEST(OrderShell, shows_the_branches_with_their_state_and_wait) {
    const cafe::CafeList cafes{{cafe_named("을지로점")}};
    EXPECT_EQ(
        cafe_list_shell(
            cafes, {{"euljiro", {.orders_ahead = 2, .units_ahead = 4, .minutes_low = 4, .minutes_high = 7}}},
            Language::ko),
        R"(<main class="page"><h1>어느 매장에서 주문할까요?</h1><ul class="cafe-list"><li class="cafe-card">)"
        R"(<a href="/c/euljiro"><strong>을지로점</strong><span class="cafe-state is-open">영업 중</span>)"
        R"(<span class="cafe-wait">지금 약 4~7분 · 대기 4잔</span><span class="cafe-address">을지로 1</span></a></li></ul></main>)");
}

TEST(OrderShell, shows_no_wait_where_nobody_can_order) {
    auto closed = cafe_named("을지로점");
    closed.open_now = false;
    const auto html = cafe_list_shell({{closed}}, {{"euljiro", {}}}, Language::en);
    EXPECT_THAT(html, HasSubstr(">Closed<"));
    EXPECT_THAT(html, Not(HasSubstr("cafe-wait")));
    closed.state = "PAUSED";
    EXPECT_EQ(state_words(closed, Language::ko), "일시중지");
}

TEST(OrderShell, shows_the_menu_by_category_in_the_order_of_the_menu) {
    cafe::MenuResource menu;
    menu.items = {item_named("A", {"커피", "Coffee"}), item_named("B", {"티", "Tea"}),
                  item_named("C", {"커피", "Coffee"})};
    menu.items[2].sold_out = true;
    const auto html = menu_shell(cafe_named("을지로점"), menu,
                                 QueueLength{.minutes_low = 3, .minutes_high = 3}, Language::ko);
    EXPECT_THAT(
        html,
        testing::StartsWith(
            R"(<header class="cafe-bar"><a class="cafe-bar-name" href="/">을지로점</a>)"
            R"(<p class="cafe-bar-wait">지금 약 3분 · 대기 없음</p></header><nav class="chips">)"
            R"(<a class="chip" href="#c-1">커피</a><a class="chip" href="#c-2">티</a></nav>)"
            R"(<main class="menu"><section id="c-1"><h2>커피</h2><ul class="menu-list"><li class="menu-item">)"
            R"(<button type="button" disabled><img src="/pictures/americano.svg" width="88" height="88" alt="">)"
            R"(<span class="menu-item-text"><strong class="menu-item-name">A</strong>)"
            R"(<span class="menu-item-note">진한 &lt;맛&gt;</span>)"
            R"(<span class="menu-item-price">4,300원</span></span></button></li><li class="menu-item is-sold-out">)"));
    EXPECT_THAT(html, HasSubstr(R"(<span class="menu-item-sold-out">품절</span>)"));
    EXPECT_LT(html.find(">C<"), html.find(">B<")) << "a category's items stand together";
}

TEST(OrderShell, never_takes_a_name_for_markup) {
    const std::string name = R"(<script>alert("x")</script>&')";
    const auto html =
        cafe_list_shell({{cafe_named(name)}}, {}, Language::ko) +
        menu_shell(cafe_named(name), {{}, {item_named(name, {name, name})}, 1}, {}, Language::ko);
    EXPECT_THAT(html, Not(HasSubstr("<script>")));
    EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;"));
}

TEST(OrderShell, writes_prices_and_waits_as_people_do) {
    EXPECT_EQ(price_words({1'234'500, "KRW"}, Language::ko), "1,234,500원");
    EXPECT_EQ(price_words({900, "KRW"}, Language::en), "₩900");
    EXPECT_EQ(wait_words({.units_ahead = 1, .minutes_low = 2, .minutes_high = 5}, Language::en),
              "About 2~5 min now · 1 drink ahead");
    EXPECT_EQ(wait_words({.minutes_low = 2, .minutes_high = 2}, Language::en),
              "About 2 min now · nobody ahead");
}

}  // namespace
}  // namespace dangol::app::web
