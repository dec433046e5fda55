#include "contexts/mypage/domain/sales.hpp"

#include <gtest/gtest.h>

namespace dangol::mypage {
namespace {

using namespace std::chrono_literals;

const Timestamp midnight{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} - 9h};  // in Seoul

Page sold(int lattes, int cookies) {
    Page page;
    page.status = OrderStatus::placed;
    page.facts.placed_at = midnight;
    auto& order = page.facts.order.emplace();
    if (lattes > 0) order.lines.push_back({{"라떼", "Latte"}, lattes, {}, {5'000 * lattes}});
    if (cookies > 0) order.lines.push_back({{"쿠키", "Cookie"}, cookies, {}, {2'000 * cookies}});
    order.qty = lattes + cookies;
    order.total_price = {5'000 * lattes + 2'000 * cookies};
    return page;
}

TEST(Sales, a_page_is_a_sale_once_it_is_placed) {
    auto page = sold(1, 0);
    page.facts.placed_at.reset();
    EXPECT_FALSE(sale_of(page));
    page.facts.placed_at = midnight;
    const auto sale = sale_of(page);
    ASSERT_TRUE(sale);
    EXPECT_EQ(sale->total.amount, 5'000);
    EXPECT_FALSE(sale->canceled);
    EXPECT_FALSE(sale->refund);
}

TEST(Sales, what_was_canceled_or_refunded_is_not_sold) {
    DaySum sum("Asia/Seoul");
    sum.add(midnight, *sale_of(sold(1, 0)));
    auto canceled = sold(1, 0);
    canceled.status = OrderStatus::rejected;
    canceled.facts.refund_requested_at = midnight;
    sum.add(midnight, *sale_of(canceled));
    auto refunded = sold(2, 0);
    refunded.status = OrderStatus::completed;
    refunded.facts.refunded_at = midnight;
    refunded.facts.refund_amount = Money{7'000, "KRW"};
    refunded.facts.order_repaid = true;
    sum.add(midnight, *sale_of(refunded));

    const auto day = std::move(sum).day();
    EXPECT_EQ(day.orders, 1);
    EXPECT_EQ(day.qty, 1);
    EXPECT_EQ(day.sales.amount, 5'000);
    EXPECT_EQ(day.canceled, 1);
    EXPECT_EQ(day.refunds.count, 2);
    EXPECT_EQ(day.refunds.total.amount, 12'000) << "as asked for, else all of it";
    ASSERT_EQ(day.items.size(), 1U);
    EXPECT_EQ(day.items[0].quantity, 1);
}

TEST(Sales, a_refund_of_a_completed_order_does_not_unsell_it) {
    DaySum sum("Asia/Seoul");
    auto spilt = sold(1, 0);
    spilt.status = OrderStatus::completed;
    spilt.facts.refund_requested_at = midnight;
    spilt.facts.refund_amount = Money{2'000, "KRW"};
    sum.add(midnight, *sale_of(spilt));
    const auto day = std::move(sum).day();
    EXPECT_EQ(day.orders, 1);
    EXPECT_EQ(day.sales.amount, 5'000);
    EXPECT_EQ(day.refunds.count, 1);
    EXPECT_EQ(day.refunds.total.amount, 2'000);
}

TEST(Sales, adds_up_items_and_the_hours_of_the_branch) {
    DaySum sum("Asia/Seoul");
    sum.add(midnight + 9h, *sale_of(sold(1, 2)));
    sum.add(midnight + 9h + 59min, *sale_of(sold(0, 1)));
    sum.add(midnight + 23h, *sale_of(sold(1, 0)));
    const auto day = std::move(sum).day();
    ASSERT_EQ(day.items.size(), 2U);
    EXPECT_EQ(day.items[0].name.en, "Cookie");
    EXPECT_EQ(day.items[0].quantity, 3);
    EXPECT_EQ(day.items[0].sales.amount, 6'000);
    EXPECT_EQ(day.items[1].sales.amount, 10'000);
    ASSERT_EQ(day.hours.size(), 2U);
    EXPECT_EQ(day.hours[0].hour, 9);
    EXPECT_EQ(day.hours[0].orders, 2);
    EXPECT_EQ(day.hours[0].qty, 4);
    EXPECT_EQ(day.hours[1].hour, 23);
}

TEST(Sales, a_sum_is_in_the_currency_of_what_was_sold) {
    auto page = sold(1, 0);
    page.facts.order->total_price = {450, "EUR"};
    DaySum sum("Europe/Paris");
    sum.add(midnight, *sale_of(page));
    EXPECT_EQ(std::move(sum).day().sales, (Money{450, "EUR"}));
}

}  // namespace
}  // namespace dangol::mypage
