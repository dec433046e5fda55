#include "contexts/order/domain/pricing.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dangol::order {
namespace {

using namespace std::chrono_literals;
const Timestamp noon{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} +
                     3h};  // a Monday, 12:00 in Seoul

Money won(std::int64_t amount) { return {amount, "KRW"}; }

CafeReplica open_cafe() {
    CafeReplica cafe;
    cafe.cafe_id = {"c1"};
    cafe.state = CafeState::open;
    cafe.profile.place = {37.5663, 126.9823};
    cafe.profile.delivery = {true, won(3000), 3000};
    cafe::MenuItem latte;
    latte.id = {"latte"};
    latte.name = {"라떼", "Latte"};
    latte.price = won(5000);
    latte.groups = {{"size",
                     {"크기", "Size"},
                     1,
                     1,
                     {{"regular", {"보통", "Regular"}, won(0)}, {"large", {"크게", "Large"}, won(700)}}},
                    {"extra",
                     {"추가", "Extras"},
                     0,
                     2,
                     {{"shot", {"샷", "Shot"}, won(500)},
                      {"oat", {"귀리", "Oat"}, won(800)},
                      {"syrup", {"시럽", "Syrup"}, won(300)}}}};
    cafe.items = {latte};
    return cafe;
}

Basket basket_of(std::vector<std::string> options, int quantity = 1) {
    Basket basket;
    basket.cafe_id = {"c1"};
    basket.lines = {{{"latte"}, quantity, std::move(options)}};
    return basket;
}

std::string refusal(const Result<OrderDetails>& result) { return result ? "accepted" : result.error().code; }

TEST(Pricing, options_and_quantity_make_the_price) {
    const auto order = price(open_cafe(), basket_of({"large", "shot"}, 3), noon);
    ASSERT_TRUE(order.has_value()) << order.error().code;
    EXPECT_EQ(order->lines[0].unit_price, won(6200));
    EXPECT_EQ(order->total_price, won(18'600));
    EXPECT_EQ(order->qty, 3);
}

TEST(Pricing, a_group_wants_neither_too_few_nor_too_many) {
    EXPECT_EQ(refusal(price(open_cafe(), basket_of({}), noon)), "option-count");
    EXPECT_EQ(refusal(price(open_cafe(), basket_of({"regular", "large"}), noon)), "option-count");
    EXPECT_EQ(refusal(price(open_cafe(), basket_of({"regular", "shot", "oat", "syrup"}), noon)),
              "option-count");
    EXPECT_EQ(refusal(price(open_cafe(), basket_of({"regular", "shot", "shot"}), noon)), "option-repeated");
    EXPECT_EQ(refusal(price(open_cafe(), basket_of({"regular", "gold"}), noon)), "option-unknown");
}

TEST(Pricing, quantities_are_bounded) {
    for (const int quantity : {-1, 0, 51, 1'000'000'000}) {
        EXPECT_EQ(refusal(price(open_cafe(), basket_of({"regular"}, quantity), noon)),
                  "quantity-out-of-range");
    }
}

TEST(Pricing, texts_are_as_long_as_the_contract_says_in_characters) {
    auto basket = basket_of({"regular"});
    for (int i = 0; i < 500; ++i) basket.note += "가";
    EXPECT_EQ(refusal(price(open_cafe(), basket, noon)), "accepted");
    basket.note += "가";
    EXPECT_EQ(refusal(price(open_cafe(), basket, noon)), "text-too-long");
}

TEST(Pricing, a_foreign_total_is_refused) {
    auto basket = basket_of({"regular"});
    basket.total_price = won(1);
    EXPECT_EQ(refusal(price(open_cafe(), basket, noon)), "price-changed");
    basket.total_price = won(5000);
    EXPECT_EQ(refusal(price(open_cafe(), basket, noon)), "accepted");
}

TEST(Pricing, sold_out_items_and_options_come_back_by_themselves) {
    auto cafe = open_cafe();
    apply(cafe, cafe::SoldOutChanged{{"c1"}, {"latte"}, {}, true, noon + 1h});
    EXPECT_EQ(refusal(price(cafe, basket_of({"regular"}), noon)), "sold-out");
    EXPECT_EQ(refusal(price(cafe, basket_of({"regular"}), noon + 1h)), "accepted");
    apply(cafe, cafe::SoldOutChanged{{"c1"}, {"latte"}, "oat", true, std::nullopt});
    EXPECT_EQ(refusal(price(cafe, basket_of({"regular", "oat"}), noon + 2h)), "option-sold-out");
}

TEST(Pricing, a_closed_or_paused_cafe_takes_no_orders) {
    auto cafe = open_cafe();
    apply(cafe, cafe::CafePaused{{"c1"}, noon + 10min, "바쁨"});
    EXPECT_EQ(refusal(price(cafe, basket_of({"regular"}), noon)), "cafe-paused");
    EXPECT_EQ(refusal(price(cafe, basket_of({"regular"}), noon + 10min)), "accepted");
    apply(cafe, cafe::CafeClosed{{"c1"}});
    EXPECT_EQ(refusal(price(cafe, basket_of({"regular"}), noon)), "cafe-closed");
}

TEST(Pricing, opening_hours_are_local_and_may_pass_midnight) {
    auto cafe = open_cafe();
    cafe.hours = {{0, 20 * 60, 26 * 60}};  // Monday 20:00 to Tuesday 02:00
    EXPECT_EQ(refusal(price(cafe, basket_of({"regular"}), noon)), "cafe-closed");
    EXPECT_EQ(refusal(price(cafe, basket_of({"regular"}), noon + 9h)), "accepted");
    EXPECT_EQ(refusal(price(cafe, basket_of({"regular"}), noon + 13h)), "accepted");
    EXPECT_EQ(refusal(price(cafe, basket_of({"regular"}), noon + 14h)), "cafe-closed");
}

TEST(Pricing, opening_hours_and_pauses_follow_the_branchs_time_zone) {
    auto cafe = open_cafe();
    cafe.profile.time_zone = "America/New_York";
    cafe.hours = {{5, 18 * 60, 26 * 60}};  // Saturday 18:00 to Sunday 02:00
    const auto at = [](std::string_view text) { return parse_time(text).value(); };
    const auto ordered = [&](std::string_view time) {
        return refusal(price(cafe, basket_of({"regular"}), at(time)));
    };
    EXPECT_EQ(ordered("2026-11-01T06:59:00Z"), "accepted") << "the second 01:59";
    EXPECT_EQ(ordered("2026-11-01T07:00:00Z"), "cafe-closed");
    EXPECT_EQ(ordered("2026-03-08T06:59:00Z"), "accepted");
    EXPECT_EQ(ordered("2026-03-08T07:00:00Z"), "cafe-closed") << "02:00 was skipped";
    apply(cafe, cafe::CafePaused{{"c1"}, at("2026-07-12T01:30:00Z"), ""});
    const auto paused = takes_orders(cafe, at("2026-07-12T01:00:00Z"));
    EXPECT_NE(paused.error().detail.en.find("after 21:30"), std::string::npos) << paused.error().detail.en;
}

TEST(Pricing, delivery_needs_a_place_within_reach) {
    auto basket = basket_of({"regular"});
    basket.fulfilment = Fulfilment::delivery;
    EXPECT_EQ(refusal(price(open_cafe(), basket, noon)), "destination-mismatch");
    basket.destination = BasketDestination{"세종대로 1", "", {37.57, 126.98}, "010-1234-5678", ""};
    const auto near = price(open_cafe(), basket, noon);
    ASSERT_TRUE(near.has_value());
    EXPECT_EQ(near->total_price, won(8000));
    for (const auto* phone : {"", "123", "call me", "0101234567x"}) {
        basket.destination->phone = phone;
        EXPECT_EQ(refusal(price(open_cafe(), basket, noon)), "destination-incomplete") << phone;
    }
    basket.destination->phone = "+82 (10) 1234.5678";
    for (const auto* address : {"", "  ", "\u3164", "\u200b\n"}) {
        basket.destination->address = address;
        EXPECT_EQ(refusal(price(open_cafe(), basket, noon)), "destination-incomplete")
            << "nothing to be seen";
    }
    basket.destination->address = "세종대로 1";
    basket.destination->place = {35.18, 129.08};
    EXPECT_EQ(refusal(price(open_cafe(), basket, noon)), "destination-too-far");
}

RC_GTEST_PROP(Pricing, the_total_is_the_sum_of_its_lines, ()) {
    Basket basket;
    basket.cafe_id = {"c1"};
    const auto quantities = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 4)));
    RC_PRE(quantities.size() <= 20U);
    for (const int quantity : quantities) basket.lines.push_back({{"latte"}, quantity, {"large"}});
    const auto order = price(open_cafe(), basket, noon);
    RC_ASSERT(order.has_value());
    std::int64_t sum = 0;
    for (const auto& line : order->lines) sum += line.price.amount;
    RC_ASSERT(order->total_price.amount == sum);
}

}  // namespace
}  // namespace dangol::order
