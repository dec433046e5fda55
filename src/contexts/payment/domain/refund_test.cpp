// What becomes of money after the order's end: refunds of completed orders, and losses.
#include <gtest/gtest.h>

#include "contexts/payment/domain/payment.hpp"

namespace dangol::payment {
namespace {

const OrderId order{"order-1"};
const CafeId cafe{"cafe-1"};
const AccountId customer{"customer-1"};

State with(State payment, const Command& command) {
    const auto events = decide(payment, command);
    EXPECT_TRUE(events) << (events ? "" : events.error().code);
    if (!events) return payment;
    for (const auto& event : *events) payment = evolve(std::move(payment), event);
    return payment;
}

std::string refusal_of(const State& payment, const Command& command) {
    const auto events = decide(payment, command);
    return events ? "" : events.error().code;
}

template <class E>
E only_event(const State& payment, const Command& command) {
    const auto events = decide(payment, command);
    return std::get<E>(events.value().at(0));
}

Refund refund(std::int64_t amount, BorneBy borne_by = BorneBy::cafe) {
    return {Money{amount}, "spilt", borne_by};
}

const State started = with(State{}, StartPayment{order, cafe, customer, Money{700}, "card", {}, {}});
const State paid = with(started, ConfirmApproved{"A1", {}});
const State settled = with(paid, Settle{Money{600}, Money{100}});
const State canceled = with(paid, CancelPayment{order, cafe, customer, "order-canceled"});

TEST(Refund, of_an_order_that_is_not_at_its_end_is_refused_so_that_no_order_stands_without_its_money) {
    for (const auto& open : {started, with(started, NoteUnknown{}), paid})
        EXPECT_EQ(refusal_of(open, refund(700)), "order-open");
}

TEST(Refund, of_what_was_never_paid_is_refused) {
    EXPECT_EQ(refusal_of(with(started, ConfirmDeclined{"declined"}), refund(700)), "nothing-to-refund");
    EXPECT_EQ(refusal_of(State{}, refund(700)), "nothing-to-refund");
}

TEST(Refund, of_what_goes_back_already_changes_nothing) {
    EXPECT_TRUE(decide(canceled, refund(700))->empty());
    EXPECT_TRUE(decide(with(canceled, ConfirmRefunded{}), refund(700))->empty());
}

TEST(Refund, of_an_absurd_amount_is_refused_in_every_state) {
    for (const auto& state : {started, paid, canceled, with(canceled, ConfirmRefunded{}), settled}) {
        for (const auto& amount : {Money{0}, Money{-1}, Money{Money::amount_max + 1}, Money{1, "USD"}})
            EXPECT_EQ(refusal_of(state, Refund{amount, "spilt"}), "invalid-amount");
    }
}

TEST(Refund, of_a_completed_order_goes_back_in_parts_and_never_more_than_was_paid) {
    const auto first = only_event<RefundRequested>(settled, refund(200));
    EXPECT_EQ(first.amount, Money{200});
    EXPECT_EQ(first.number, 1);
    const auto open = with(settled, refund(200));
    EXPECT_EQ(refusal_of(open, refund(100)), "refund-pending");
    const auto back = only_event<PaymentCanceled>(open, ConfirmRefunded{});
    EXPECT_EQ(back.amount, Money{200});
    EXPECT_EQ(back.number, 1);
    EXPECT_EQ(back.total, Money{200});
    const auto done = with(open, ConfirmRefunded{});
    EXPECT_TRUE(decide(done, ConfirmRefunded{})->empty());
    EXPECT_EQ(refusal_of(done, refund(501)), "refund-too-large");
    EXPECT_EQ(refusal_of(done, refund(0)), "invalid-amount");
    EXPECT_EQ(refusal_of(done, Refund{Money{1, "USD"}, "spilt"}), "invalid-amount");
    const auto rest = only_event<RefundRequested>(done, Refund{{}, "spilt"});
    EXPECT_EQ(rest.amount, Money{500});
    EXPECT_EQ(rest.number, 2);
    EXPECT_EQ(rest.total, Money{700});
    const auto all = with(with(done, Refund{{}, "spilt"}), ConfirmRefunded{});
    EXPECT_EQ(status_of(all), "SETTLED");
    EXPECT_EQ(refusal_of(all, refund(1)), "nothing-to-refund");
}

TEST(Refund, that_nobody_asked_for_contradicts_the_payment) {
    EXPECT_EQ(refusal_of(settled, ConfirmRefunded{}), "contradicts-payment");
    EXPECT_EQ(refusal_of(paid, ConfirmRefunded{}), "contradicts-payment");
}

TEST(Refund, is_paid_by_whom_the_operator_names) {
    const auto by_cafe = only_event<PaymentCanceled>(with(settled, refund(200)), ConfirmRefunded{});
    EXPECT_EQ(postings_of(by_cafe), (std::vector<Posting>{{"cafe_payable:cafe-1", Money{200}},
                                                          {"provider_receivable", Money{-200}}}));
    const auto by_head_office =
        only_event<PaymentCanceled>(with(settled, refund(200, BorneBy::head_office)), ConfirmRefunded{});
    EXPECT_EQ(postings_of(by_head_office).at(0), (Posting{"refund_expense", Money{200}}));
}

TEST(Refund, that_is_delayed_alerts_the_operator_once) {
    const NoteRefundTrouble trouble{"no-answer"};
    EXPECT_EQ(only_event<RefundDelayed>(canceled, trouble).number, 0);
    EXPECT_EQ(only_event<RefundDelayed>(with(settled, refund(200)), trouble).number, 1);
    for (const auto& open : {with(settled, refund(200)), canceled}) {
        EXPECT_EQ(decide(open, trouble)->size(), 1U);
        EXPECT_TRUE(decide(with(open, trouble), trouble)->empty());
        EXPECT_TRUE(decide(with(open, ConfirmRefunded{}), trouble)->empty()) << "it is done";
    }
    EXPECT_EQ(refusal_of(settled, trouble), "contradicts-payment");
}

TEST(Loss, of_an_order_served_after_its_cancel_pays_cafe_and_rider_once) {
    const BookLoss shares{Money{600}, Money{100}};
    for (const auto& payment : {canceled, with(canceled, ConfirmRefunded{})}) {
        const auto loss = only_event<LossBooked>(payment, shares);
        EXPECT_EQ(postings_of(loss), (std::vector<Posting>{{"refund_expense", Money{700}},
                                                           {"cafe_payable:cafe-1", Money{-600}},
                                                           {"rider_payable", Money{-100}}}));
        EXPECT_TRUE(decide(with(payment, shares), shares)->empty());
    }
    EXPECT_TRUE(decide(with(with(canceled, shares), ConfirmRefunded{}), shares)->empty());
    EXPECT_EQ(refusal_of(canceled, BookLoss{Money{600}, Money{101}}), "shares-do-not-add-up");
    EXPECT_EQ(refusal_of(paid, shares), "contradicts-payment");
}

TEST(Loss, of_an_order_that_is_served_while_its_money_goes_back_is_booked_once) {
    const Settle shares{Money{600}, Money{100}};
    for (const auto& payment : {canceled, with(canceled, ConfirmRefunded{})}) {
        const auto loss = only_event<LossBooked>(payment, shares);
        EXPECT_EQ(loss.cafe_share, Money{600});
        EXPECT_EQ(loss.delivery_share, Money{100});
        EXPECT_TRUE(decide(with(payment, shares), shares)->empty());
        EXPECT_TRUE(decide(with(payment, shares), BookLoss{Money{600}, Money{100}})->empty());
    }
    const auto no_fee = only_event<LossBooked>(canceled, Settle{Money{600}, Money{0}, Money{100}});
    EXPECT_EQ(postings_of(no_fee),
              (std::vector<Posting>{{"refund_expense", Money{600}}, {"cafe_payable:cafe-1", Money{-600}}}))
        << "the fee that nobody earned goes back with the rest";
    EXPECT_EQ(refusal_of(canceled, Settle{Money{600}, Money{101}}), "shares-do-not-add-up");
}

/// The café made the drinks; no rider earned the fee; the customer got nothing.
TEST(Refund, of_a_delivery_that_the_house_failed_costs_the_head_office_the_drinks_and_no_fee) {
    const auto shared = only_event<Settled>(paid, Settle{Money{600}, Money{0}, Money{100}});
    EXPECT_EQ(postings_of(shared), (std::vector<Posting>{{"customer_prepaid", Money{700}},
                                                         {"cafe_payable:cafe-1", Money{-600}},
                                                         {"refund_expense", Money{-100}}}));
    const auto failed = with(paid, Settle{Money{600}, Money{0}, Money{100}});
    const Refund all{{}, "delivery-failed", BorneBy::head_office};
    EXPECT_EQ(only_event<RefundRequested>(failed, all).amount, Money{700});
    const auto back = only_event<PaymentCanceled>(with(failed, all), ConfirmRefunded{});
    EXPECT_EQ(postings_of(back).at(0), (Posting{"refund_expense", Money{700}}));
    EXPECT_EQ(refusal_of(paid, Settle{Money{600}, Money{0}, Money{101}}), "shares-do-not-add-up");
    EXPECT_EQ(refusal_of(paid, Settle{Money{700}, Money{100}, Money{-100}}), "shares-do-not-add-up");
}

TEST(Payment, that_goes_back_at_once_says_so_in_the_event_that_others_act_on) {
    const auto meanwhile = with(started, CancelPayment{order, cafe, customer, "order-expired"});
    EXPECT_EQ(only_event<Paid>(meanwhile, ConfirmApproved{"A1", {}}).goes_back, "order-expired");
    EXPECT_FALSE(only_event<Paid>(started, ConfirmApproved{"A1", {}}).goes_back);
}

}  // namespace
}  // namespace dangol::payment
