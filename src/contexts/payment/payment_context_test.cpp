#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "contracts/cafe.hpp"
#include "contracts/order.hpp"
#include "tests/support/payment_world.hpp"

namespace dangol::adapters {
namespace {

using namespace std::chrono_literals;
using payment::PaymentResult;
using payment::PaymentVerdict;
using test::PaymentWorld;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

struct PaymentContextTest : testing::Test {
    PaymentWorld world;
    PaymentWorld::Replies replies;

    void start(const std::string& token, Duration deadline = 10s) {
        world.start("a", token, replies, deadline);
    }
    PaymentResult answer() {
        EXPECT_EQ(replies.size(), 1U);
        if (replies.empty() || !replies.front()) return {};
        return *replies.front();
    }
    void cancel_order() { world.happens(order::OrderCanceled{OrderId{"a"}, {}, {}, {}, {}}); }
    /// The process dies in the commit that would record `type`: before it, or right after.
    void crash_at(const std::string& type, CommitFault fault) {
        world.faults = [type, fault](const runtime::Changes& changes) {
            const bool hit = std::ranges::count(changes.events, type, &EventRecord::type) > 0;
            return hit ? fault : CommitFault::none;
        };
    }
    void expect_ledger_of_zero() {
        for (const auto& total : world.ledger().total) EXPECT_EQ(total.amount, 0);
    }
};

TEST_F(PaymentContextTest, an_approved_payment_is_answered_after_its_commit) {
    start("approve");
    EXPECT_TRUE(replies.empty());
    world.run_for(0ms);
    EXPECT_EQ(answer().verdict, PaymentVerdict::paid);
    EXPECT_EQ(answer().approval_code, world.truth().approval_code);
    EXPECT_EQ(world.status_of("a"), "PAID");
    EXPECT_EQ(world.event_types(), "PaymentStarted Paid");
    expect_ledger_of_zero();
    EXPECT_EQ(world.ledger().transactions, 1U);
}

TEST_F(PaymentContextTest, a_declined_payment_fails_with_the_providers_reason) {
    start("decline");
    world.run_for(0ms);
    EXPECT_EQ(answer(), (PaymentResult{PaymentVerdict::failed, {}, "declined"}));
    EXPECT_EQ(world.status_of("a"), "FAILED");
}

TEST_F(PaymentContextTest, a_payment_is_charged_once_however_often_it_is_started) {
    start("timeout_after_charge");
    world.run_for(1s);
    start("approve");
    world.run_for(10s);
    start("approve");
    world.run_for(0ms);
    ASSERT_EQ(replies.size(), 3U);
    for (const auto& reply : replies) EXPECT_EQ(reply.value().verdict, PaymentVerdict::paid);
    EXPECT_EQ(world.provider.charges, 1);
}

TEST_F(PaymentContextTest, a_silent_charge_is_resolved_by_asking) {
    start("timeout_after_charge");
    world.run_for(5s);
    EXPECT_EQ(world.status_of("a"), "UNKNOWN");
    EXPECT_TRUE(replies.empty());
    world.run_for(1s);
    EXPECT_EQ(answer().verdict, PaymentVerdict::paid);
    EXPECT_EQ(world.provider.charges, 1);
    EXPECT_EQ(world.event_types(), "PaymentStarted PaymentUnknown Paid");
}

TEST_F(PaymentContextTest, after_the_deadline_the_answer_is_unknown_and_the_outcome_follows_as_an_event) {
    start("timeout_after_charge", 3s);
    world.run_for(3s);
    EXPECT_EQ(answer().verdict, PaymentVerdict::unknown);
    world.run_for(10s);
    EXPECT_EQ(replies.size(), 1U);
    EXPECT_EQ(world.status_of("a"), "PAID");
}

TEST_F(PaymentContextTest, nothing_found_is_believed_only_after_the_validity_and_the_margin) {
    const payment::Settings settings;
    start("stall");
    world.run_for(settings.charge_validity + settings.clock_margin);
    EXPECT_EQ(world.status_of("a"), "UNKNOWN");
    world.run_for(1ms);
    EXPECT_EQ(world.status_of("a"), "FAILED");
    EXPECT_EQ(world.provider.charges, 1);
    EXPECT_LE(world.provider.queries, 7);
}

TEST_F(PaymentContextTest, a_charge_that_comes_late_is_found) {
    start("stall_then_charge");
    world.run_for(10s);
    EXPECT_EQ(answer().verdict, PaymentVerdict::paid);
}

TEST_F(PaymentContextTest, after_a_crash_between_charge_and_record_it_asks_and_does_not_charge_again) {
    crash_at("Paid", CommitFault::crash_before);
    start("approve");
    world.run_for(2s);
    EXPECT_EQ(world.crashes, 1);
    EXPECT_EQ(world.status_of("a"), "PAID");
    EXPECT_EQ(world.provider.charges, 1);
    EXPECT_EQ(world.truth().captures, 1);
}

TEST_F(PaymentContextTest, after_a_crash_before_the_charge_no_charge_is_made) {
    crash_at("PaymentStarted", CommitFault::crash_after);
    start("approve");
    world.run_for(2min);
    EXPECT_EQ(world.crashes, 1);
    EXPECT_EQ(world.status_of("a"), "FAILED");
    EXPECT_EQ(world.provider.charges, 0);
    EXPECT_TRUE(world.sandbox.transactions().empty());
}

TEST_F(PaymentContextTest, a_late_approval_of_an_expired_order_is_refunded_at_once) {
    start("stall_then_charge", 1s);
    world.run_for(1s);
    world.happens(order::OrderExpired{OrderId{"a"}, {}, {}});
    world.run_for(10s);
    EXPECT_EQ(world.status_of("a"), "REFUNDED");
    EXPECT_EQ(world.truth().captures, 1);
    EXPECT_EQ(world.truth().refunds, 1);
    EXPECT_EQ(world.event_types(),
              "PaymentStarted CancelNoted PaymentUnknown Paid RefundRequested PaymentCanceled");
    expect_ledger_of_zero();
}

TEST_F(PaymentContextTest, an_order_that_ended_first_is_never_charged) {
    cancel_order();
    world.run_for(0ms);
    start("approve");
    world.run_for(0ms);
    ASSERT_EQ(replies.size(), 1U);
    EXPECT_EQ(replies.front().error().code, "payment-forbidden");
    EXPECT_EQ(world.provider.charges, 0);
}

TEST_F(PaymentContextTest, of_a_commit_with_several_events_the_last_one_is_the_answer) {
    start("stall_then_charge", 20s);
    world.run_for(1s);
    cancel_order();
    world.run_for(10s);
    EXPECT_EQ(answer(), (PaymentResult{PaymentVerdict::failed, {}, "refunded"}));
}

TEST_F(PaymentContextTest, money_that_went_back_at_the_provider_is_never_offered_to_an_order) {
    start("timeout_after_charge", 1s);
    world.run_for(1s);
    world.sandbox.refund(OrderId{"a"}, Money{700}, "by hand", [](const auto&) {});
    world.run_for(60s);
    EXPECT_EQ(world.status_of("a"), "REFUNDED");
    EXPECT_EQ(world.truth().refunds, 1);
    for (const auto& event : world.store().events({.subject = "a"})) {
        if (event.type == "Paid") EXPECT_TRUE(event.data.contains(R"("goesBack":"refunded-at-provider")"));
    }
}

TEST_F(PaymentContextTest, a_rejection_and_the_cancel_that_follows_refund_once) {
    start("approve");
    world.run_for(0ms);
    world.happens(cafe::OrderRejected{OrderId{"a"}, {}, {}, {}, {}});
    cancel_order();
    world.run_for(0ms);
    EXPECT_EQ(world.status_of("a"), "REFUNDED");
    EXPECT_EQ(world.provider.refunds, 1);
    for (const auto& account : world.ledger().accounts)
        EXPECT_EQ(account.balance.amount, 0) << account.account;
}

TEST_F(PaymentContextTest, a_refund_that_keeps_failing_is_reported_once_and_goes_on_being_tried) {
    start("approve");
    world.run_for(0ms);
    world.sandbox.trouble_refunds(7, RefundTrouble::fail);
    cancel_order();
    world.run_for(0ms);
    EXPECT_EQ(world.status_of("a"), "REFUND_REQUESTED");
    world.run_for(15min);
    EXPECT_EQ(world.status_of("a"), "REFUNDED");
    EXPECT_THAT(world.event_types(), testing::ContainsRegex("^[^D]*RefundDelayed[^D]*$"));
    EXPECT_EQ(world.truth().refunds, 1);
}

TEST_F(PaymentContextTest, a_refund_without_an_answer_is_asked_about_and_not_sent_again) {
    start("approve");
    world.run_for(0ms);
    world.sandbox.trouble_refunds(1, RefundTrouble::time_out);
    cancel_order();
    world.run_for(10s);
    EXPECT_EQ(world.status_of("a"), "REFUNDED");
    EXPECT_EQ(world.provider.refunds, 1);
    EXPECT_THAT(world.event_types(), Not(HasSubstr("RefundDelayed")));
}

TEST_F(PaymentContextTest, after_a_crash_between_refund_and_record_it_asks_and_does_not_refund_again) {
    crash_at("PaymentCanceled", CommitFault::crash_before);
    start("approve");
    world.run_for(0ms);
    cancel_order();
    world.run_for(10s);
    EXPECT_EQ(world.crashes, 1);
    EXPECT_EQ(world.status_of("a"), "REFUNDED");
    EXPECT_EQ(world.provider.refunds, 1);
    EXPECT_EQ(world.ledger().transactions, 2U);
}

TEST_F(PaymentContextTest, a_completed_order_is_settled_with_the_cafe_and_the_rider) {
    start("approve");
    world.run_for(0ms);
    world.happens(order::OrderCompleted{OrderId{"a"}, {}, {}, true, Money{600}, Money{100}});
    world.run_for(0ms);
    EXPECT_EQ(world.status_of("a"), "SETTLED");
    using payment::AccountBalance;
    EXPECT_THAT(world.ledger().accounts, ElementsAre(AccountBalance{"cafe_payable:cafe-1", Money{-600}},
                                                     AccountBalance{"customer_prepaid", Money{0}},
                                                     AccountBalance{"provider_receivable", Money{700}},
                                                     AccountBalance{"rider_payable", Money{-100}}));
    expect_ledger_of_zero();
}

TEST_F(PaymentContextTest,
       a_delivery_that_the_customer_failed_is_settled_and_one_that_the_house_failed_goes_back) {
    using payment::AccountBalance;
    start("approve");
    world.start("b", "approve", replies, 10s);
    world.run_for(0ms);
    world.happens(order::OrderUndelivered{OrderId{"a"}, {}, {}, true, Money{600}, Money{100}});
    world.happens(order::OrderUndelivered{OrderId{"b"}, {}, {}, false, Money{600}, Money{100}});
    world.run_for(1min);
    EXPECT_EQ(world.disk.dead_letters(10).size(), 0U);
    EXPECT_EQ(world.status_of("a"), "SETTLED");
    EXPECT_EQ(world.status_of("b"), "SETTLED");
    EXPECT_THAT(world.ledger().accounts, ElementsAre(AccountBalance{"cafe_payable:cafe-1", Money{-1200}},
                                                     AccountBalance{"customer_prepaid", Money{0}},
                                                     AccountBalance{"provider_receivable", Money{700}},
                                                     AccountBalance{"refund_expense", Money{600}},
                                                     AccountBalance{"rider_payable", Money{-100}}));
    expect_ledger_of_zero();
}

/// The café, which had not heard that the rider was under way, cleared the ticket.
TEST_F(PaymentContextTest, who_has_served_an_order_that_the_cafe_gave_up_is_paid_all_the_same) {
    using payment::AccountBalance;
    start("approve");
    world.start("b", "approve", replies, 10s);
    world.run_for(0ms);
    for (const auto* id : {"a", "b"}) world.happens(cafe::MakeAborted{OrderId{id}, {}, {}, {}, {}});
    world.run_for(1min);
    world.happens(order::OrderCompleted{OrderId{"a"}, {}, {}, true, Money{600}, Money{100}});
    world.happens(order::OrderUndelivered{OrderId{"b"}, {}, {}, false, Money{600}, Money{100}});
    world.run_for(1min);
    EXPECT_EQ(world.disk.dead_letters(10).size(), 0U);
    for (const auto* id : {"a", "b"}) EXPECT_EQ(world.status_of(id), "REFUNDED");
    EXPECT_THAT(world.ledger().accounts, ElementsAre(AccountBalance{"cafe_payable:cafe-1", Money{-1200}},
                                                     AccountBalance{"customer_prepaid", Money{0}},
                                                     AccountBalance{"provider_receivable", Money{0}},
                                                     AccountBalance{"refund_expense", Money{1300}},
                                                     AccountBalance{"rider_payable", Money{-100}}));
    expect_ledger_of_zero();
}

TEST_F(PaymentContextTest, of_an_order_that_cost_nothing_there_is_nothing_to_settle) {
    const OrderId free{"free"};
    world.happens(order::OrderCompleted{free, {}, {}, true, Money{0}, Money{0}});
    for (const bool by_customer : {true, false})
        world.happens(order::OrderUndelivered{free, {}, {}, by_customer, Money{0}, Money{0}});
    world.happens(order::OrderServedAfterCancel{free, {}, {}, Money{0}, Money{0}});
    world.run_for(0ms);
    EXPECT_EQ(world.disk.dead_letters(10).size(), 0U);
    EXPECT_EQ(world.ledger().transactions, 0U);
}

TEST_F(PaymentContextTest, money_that_cannot_be_settled_waits_for_the_operator) {
    start("approve");
    world.run_for(0ms);
    world.happens(order::OrderCompleted{OrderId{"a"}, {}, {}, true, Money{600}, Money{99}});
    world.run_for(0ms);
    EXPECT_EQ(world.status_of("a"), "PAID");
    EXPECT_EQ(world.disk.dead_letters(10).size(), 1U);
}

TEST_F(PaymentContextTest, every_commit_may_crash_and_the_money_still_ends_once) {
    for (int crash_at_commit = 0; crash_at_commit < 12; ++crash_at_commit) {
        for (const auto fault :
             {CommitFault::crash_before, CommitFault::crash_after, CommitFault::unknown_applied,
              CommitFault::unknown_not_applied, CommitFault::fail_before}) {
            PaymentWorld shaken;
            PaymentWorld::Replies ignored;
            shaken.faults = [n = crash_at_commit, fault](const runtime::Changes&) mutable {
                return n-- == 0 ? fault : CommitFault::none;
            };
            shaken.start("a", "timeout_after_charge", ignored, 1s);
            shaken.run_for(2s);
            shaken.happens(order::OrderCanceled{OrderId{"a"}, {}, {}, {}, {}});
            shaken.run_for(2min);
            const auto truth = shaken.truth();
            EXPECT_EQ(truth.captured, truth.refunded);
            EXPECT_LE(truth.captures, 1);
            EXPECT_EQ(truth.captures, truth.refunds);
            EXPECT_LE(shaken.provider.charges, 1);
            EXPECT_LE(shaken.provider.refunds, 1);
            EXPECT_THAT(shaken.status_of("a"), testing::AnyOf("REFUNDED", "FAILED", ""));
            for (const auto& account : shaken.ledger().accounts) EXPECT_EQ(account.balance.amount, 0);
        }
    }
}

}  // namespace
}  // namespace dangol::adapters
