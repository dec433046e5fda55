#include "contexts/payment/domain/payment.hpp"

#include <map>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dangol::payment {
namespace {

const OrderId order{"order-1"};
const CafeId cafe{"cafe-1"};
const AccountId customer{"customer-1"};

TEST(Ledger, captured_money_is_owed_to_the_customer) {
    EXPECT_EQ(postings_of(Paid{order, cafe, customer, Money{700}, "A1", {}}),
              (std::vector<Posting>{{"provider_receivable", Money{700}}, {"customer_prepaid", Money{-700}}}));
}

TEST(Ledger, a_refund_takes_it_back) {
    EXPECT_EQ(postings_of(PaymentCanceled{order, cafe, customer, Money{700}, {}}),
              (std::vector<Posting>{{"customer_prepaid", Money{700}}, {"provider_receivable", Money{-700}}}));
}

TEST(Ledger, settled_money_is_owed_to_the_cafe_and_the_rider) {
    EXPECT_EQ(postings_of(Settled{order, cafe, customer, Money{600}, Money{100}}),
              (std::vector<Posting>{{"customer_prepaid", Money{700}},
                                    {"cafe_payable:cafe-1", Money{-600}},
                                    {"rider_payable", Money{-100}}}));
}

TEST(Ledger, a_pick_up_owes_no_rider) {
    EXPECT_EQ(postings_of(Settled{order, cafe, customer, Money{700}, Money{0}}).size(), 2U);
}

TEST(Ledger, what_moves_no_money_is_not_posted) {
    EXPECT_TRUE(postings_of(RefundRequested{order, cafe, customer, Money{700}, "x"}).empty());
    EXPECT_TRUE(postings_of(PaymentStarted{order, cafe, customer, Money{700}, "card", {}, {}}).empty());
}

/// Any sequence of commands to one payment, also senseless ones.
Command command_of(int choice) {
    const Timestamp now{};
    switch (choice) {
        case 0: return StartPayment{order, cafe, customer, Money{700}, "card", now, now};
        case 1: return ConfirmApproved{"A1", now};
        case 2: return ConfirmApproved{"B2", now};
        case 3: return ConfirmDeclined{"declined"};
        case 4: return NoteUnknown{};
        case 5: return CancelPayment{order, cafe, customer, "order-canceled"};
        case 6: return ConfirmRefunded{now};
        case 7: return NoteRefundTrouble{"no-answer"};
        case 8: return Settle{Money{600}, Money{100}};
        case 9: return Refund{Money{300}, "spilt", BorneBy::cafe};
        case 10: return Refund{{}, "spilt", BorneBy::head_office};
        case 11: return BookLoss{Money{600}, Money{100}};
        default: return Settle{Money{600}, Money{101}};
    }
}

struct Story {
    State payment;
    std::map<std::string, int> count;
    std::map<std::string, std::int64_t> balance;
    bool cancel_accepted = false;
};

void tell(Story& story, const Command& command) {
    const auto events = decide(story.payment, command);
    if (!events) return;
    if (std::holds_alternative<CancelPayment>(command)) story.cancel_accepted = true;
    for (const auto& event : *events) {
        story.payment = evolve(story.payment, event);
        std::visit([&]<class E>(const E&) { ++story.count[std::string(typeid(E).name())]; }, event);
        std::int64_t sum = 0;
        for (const auto& posting : postings_of(event)) {
            sum += posting.amount.amount;
            story.balance[posting.account] += posting.amount.amount;
        }
        RC_ASSERT(sum == 0);
    }
    if (std::holds_alternative<Refund>(command)) return;  // a second one is another refund
    const auto again = decide(story.payment, command);
    RC_ASSERT(again.has_value());
    RC_ASSERT(again->empty());
}

template <class E>
int times(Story& story) {
    return story.count[typeid(E).name()];
}

RC_GTEST_PROP(Ledger, agrees_with_the_payment_whatever_happens, ()) {
    const auto choices = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 13));
    Story story;
    for (const int choice : choices) tell(story, command_of(choice));

    RC_ASSERT(times<Paid>(story) <= 1);
    RC_ASSERT(times<Settled>(story) <= times<Paid>(story));
    RC_ASSERT(times<PaymentCanceled>(story) <= times<RefundRequested>(story));
    if (story.cancel_accepted) RC_ASSERT(!std::holds_alternative<stage::Paid>(story.payment));

    const auto* settled = std::get_if<stage::Settled>(&story.payment);
    const std::int64_t repaid = settled != nullptr ? settled->refunded.amount
                                : std::holds_alternative<stage::Refunded>(story.payment) ? 700
                                                                                         : 0;
    RC_ASSERT(repaid >= 0);
    RC_ASSERT(repaid <= 700);
    const bool paid = times<Paid>(story) == 1;
    RC_ASSERT(story.balance["provider_receivable"] == (paid ? 700 - repaid : 0));
    const bool owed = paid && settled == nullptr && repaid == 0;
    RC_ASSERT(story.balance["customer_prepaid"] == (owed ? -700 : 0));
    // Whoever served it has been paid, whether or not the customer has.
    const bool served = settled != nullptr || times<LossBooked>(story) == 1;
    RC_ASSERT(story.balance["rider_payable"] == (served ? -100 : 0));
}

}  // namespace
}  // namespace dangol::payment
