#include "contexts/mypage/domain/my_page.hpp"

#include <gtest/gtest.h>

namespace dangol::mypage {
namespace {

using namespace std::chrono_literals;
using enum OrderStatus;

const Timestamp noon{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 12h};

class AttentionTest : public testing::Test {
  protected:
    Page page;

    AttentionTest() {
        page.facts.order.emplace();
        page.facts.placed_at = noon;
    }
    /// What it is `later` after noon: "LATE", or "" if nothing.
    [[nodiscard]] std::string_view after(Duration later) const {
        const auto found = attention_of(page, noon + later);
        return found ? name_of(found->kind) : "";
    }
};

TEST_F(AttentionTest, an_order_that_the_cafe_does_not_answer) {
    page.status = placed;
    EXPECT_EQ(after(60s), "");
    EXPECT_EQ(after(61s), "UNANSWERED");
    EXPECT_EQ(attention_of(page, noon + 2min)->since, noon);
    page.status = accepted;
    EXPECT_EQ(after(2min), "");
}

TEST_F(AttentionTest, a_promise_that_is_broken_by_half_or_by_five_minutes) {
    page.status = preparing;
    page.facts.accepted_at = noon;
    page.facts.ready_in_minutes = 4;
    EXPECT_EQ(after(6min), "");
    EXPECT_EQ(after(6min + 1s), "LATE");
    EXPECT_EQ(attention_of(page, noon + 1h)->since, noon + 4min);
    page.facts.ready_in_minutes = 20;
    EXPECT_EQ(after(25min), "");
    EXPECT_EQ(after(25min + 1s), "LATE");
    page.facts.ready_in_minutes = 0;
    EXPECT_EQ(after(15min), "");
    EXPECT_EQ(after(15min + 1s), "LATE") << "without a promise the usual one counts";
}

TEST_F(AttentionTest, a_drink_that_nobody_brings_or_fetches) {
    page.status = ready;
    page.facts.made_at = noon;
    EXPECT_EQ(after(15min), "");
    EXPECT_EQ(after(16min), "UNCLAIMED");
    page.facts.order->fulfilment = Fulfilment::delivery;
    EXPECT_EQ(after(3min), "");
    EXPECT_EQ(after(4min), "NO_RIDER");
    page.facts.rider.assigned = true;
    EXPECT_EQ(after(15min), "");
    EXPECT_EQ(after(16min), "UNCLAIMED") << "whoever was to fetch it";
}

TEST_F(AttentionTest, a_rider_who_does_not_arrive) {
    page.status = out_for_delivery;
    page.facts.picked_up_at = noon;
    EXPECT_EQ(after(40min), "");
    EXPECT_EQ(after(40min + 1s), "ON_THE_WAY");
    EXPECT_EQ(attention_of(page, noon + 1h)->since, noon);
}

TEST_F(AttentionTest, a_cancel_without_an_answer) {
    page.status = cancel_requested;
    page.facts.cancel_requested_at = noon;
    EXPECT_EQ(after(30s), "");
    EXPECT_EQ(after(31s), "CANCEL_PENDING");
}

TEST_F(AttentionTest, money_in_doubt_goes_before_all_else_and_at_once) {
    page.status = placed;
    page.facts.refund_delayed_at = noon;
    EXPECT_EQ(after(2min), "REFUND_DELAYED");
    page.facts.refunded_at = noon;
    EXPECT_EQ(after(2min), "UNANSWERED");

    Page unpaid;
    unpaid.facts.payment_unknown_at = noon;
    EXPECT_EQ(name_of(attention_of(unpaid, noon)->kind), "PAYMENT_UNKNOWN");
    EXPECT_TRUE(is_unsettled(unpaid));
    unpaid.facts.paid_at = noon;
    EXPECT_FALSE(attention_of(unpaid, noon + 1h));
}

TEST_F(AttentionTest, a_second_refund_is_not_late_because_the_first_one_was) {
    page.status = completed;
    page.facts.refund_delayed_at = page.facts.refund_requested_at = noon;
    page.facts.last_refund_requested = page.facts.last_refund_delayed = RefundFact{1, noon};
    page.facts.refund_amount = Money{1'000};
    EXPECT_EQ(attention_of(page, noon)->since, noon);
    page.facts.refunded_at = noon + 1min;
    page.facts.refunded_amount = Money{1'000};
    EXPECT_EQ(after(2min), "");
    page.facts.last_refund_requested = RefundFact{2, noon + 5min};
    page.facts.refund_amount = Money{1'500};
    EXPECT_EQ(after(6min), "");
    page.facts.last_refund_delayed = RefundFact{2, noon + 7min};
    EXPECT_EQ(attention_of(page, noon + 7min)->since, noon + 7min);
}

TEST_F(AttentionTest, what_is_at_its_end_is_left_alone) {
    for (const auto end : {completed, unclaimed, undelivered, expired, payment_failed, canceled, rejected}) {
        page.status = end;
        EXPECT_EQ(after(24h), "");
        EXPECT_FALSE(is_open(page));
    }
}

}  // namespace
}  // namespace dangol::mypage
