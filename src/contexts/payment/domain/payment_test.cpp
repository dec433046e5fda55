#include "contexts/payment/domain/payment.hpp"

#include <gtest/gtest.h>

#include "core/type_name.hpp"

namespace dangol::payment {
namespace {

using namespace std::chrono_literals;

const OrderId order{"order-1"};
const CafeId cafe{"cafe-1"};
const AccountId customer{"customer-1"};
const Money price{5'500};
const Timestamp noon{std::chrono::hours{12}};

StartPayment start() { return {order, cafe, customer, price, "card", noon, noon + 30s}; }
ConfirmApproved approved(std::string code = "A1") { return {std::move(code), noon + 1s}; }
CancelPayment cancel(std::string reason = "order-canceled") {
    return {order, cafe, customer, std::move(reason)};
}
Settle settle() { return {Money{5'000}, Money{500}}; }

/// The state after commands that are all accepted.
State after(const std::vector<Command>& commands) {
    State payment;
    for (const auto& command : commands) {
        const auto events = decide(payment, command);
        EXPECT_TRUE(events) << (events ? "" : events.error().code);
        if (!events) return payment;
        for (const auto& event : *events) payment = evolve(payment, event);
    }
    return payment;
}

/// The names of the events that `command` leads to, or "!" and the code of the rejection.
std::vector<std::string> names(const State& payment, const Command& command) {
    const auto events = decide(payment, command);
    if (!events) return {"!" + events.error().code};
    std::vector<std::string> all;
    for (const auto& event : *events) {
        std::visit([&]<class E>(const E&) { all.emplace_back(type_name<E>()); }, event);
    }
    return all;
}

using Names = std::vector<std::string>;
const Names nothing;

TEST(Payment, is_started_approved_and_settled) {
    EXPECT_EQ(names(State{}, start()), Names{"PaymentStarted"});
    EXPECT_EQ(names(after({start()}), approved()), Names{"Paid"});
    EXPECT_EQ(names(after({start(), approved()}), settle()), Names{"Settled"});
    EXPECT_EQ(status_of(after({start(), approved(), settle()})), "SETTLED");
}

TEST(Payment, keeps_what_was_agreed_and_when) {
    const auto payment = after({start(), approved("A7")});
    ASSERT_TRUE(std::holds_alternative<stage::Paid>(payment));
    EXPECT_EQ(*bill_of(payment), (PaymentStarted{order, cafe, customer, price, "card", noon, noon + 30s}));
    EXPECT_EQ(*capture_of(payment), (stage::Capture{"A7", noon + 1s}));
}

TEST(Payment, of_nothing_or_less_is_refused) {
    auto command = start();
    command.amount = Money{0};
    EXPECT_EQ(names(State{}, command), Names{"!invalid-amount"});
    command.amount = Money{-1};
    EXPECT_EQ(names(State{}, command), Names{"!invalid-amount"});
}

TEST(Payment, started_twice_is_the_same_payment) {
    EXPECT_EQ(names(after({start()}), start()), nothing);
    EXPECT_EQ(names(after({start(), approved()}), start()), nothing);
}

TEST(Payment, started_again_with_another_amount_is_refused) {
    auto other = start();
    other.amount = Money{5'501};
    EXPECT_EQ(names(after({start()}), other), Names{"!payment-differs"});
}

TEST(Payment, declined_fails_and_nothing_goes_back) {
    const auto payment = after({start(), ConfirmDeclined{"declined"}});
    ASSERT_TRUE(std::holds_alternative<stage::Failed>(payment));
    EXPECT_EQ(std::get<stage::Failed>(payment).reason, "declined");
    EXPECT_EQ(names(payment, cancel()), nothing);
}

TEST(Payment, unknown_may_still_be_approved_or_declined) {
    const auto payment = after({start(), NoteUnknown{}});
    EXPECT_TRUE(std::holds_alternative<stage::Unknown>(payment));
    EXPECT_EQ(names(payment, approved()), Names{"Paid"});
    EXPECT_EQ(names(payment, ConfirmDeclined{"never-charged"}), Names{"PaymentFailed"});
}

TEST(Payment, known_is_not_made_unknown_again) {
    EXPECT_EQ(names(after({start(), approved()}), NoteUnknown{}), nothing);
    EXPECT_EQ(names(after({start(), NoteUnknown{}}), NoteUnknown{}), nothing);
    EXPECT_EQ(names(after({start(), ConfirmDeclined{"declined"}}), NoteUnknown{}), nothing);
}

TEST(Payment, cancelled_before_it_began_never_begins) {
    const auto payment = after({cancel()});
    EXPECT_TRUE(std::holds_alternative<stage::Forbidden>(payment));
    EXPECT_EQ(names(payment, start()), Names{"!payment-forbidden"});
    EXPECT_EQ(names(payment, cancel()), nothing);
}

TEST(Payment, cancelled_while_under_way_goes_back_as_soon_as_it_is_approved) {
    for (const auto& until : {std::vector<Command>{start()}, std::vector<Command>{start(), NoteUnknown{}}}) {
        auto commands = until;
        commands.emplace_back(cancel("order-expired"));
        const auto payment = after(commands);
        EXPECT_EQ(names(payment, approved()), (Names{"Paid", "RefundRequested"}));
        EXPECT_EQ(names(payment, ConfirmDeclined{"declined"}), Names{"PaymentFailed"});
        EXPECT_EQ(names(payment, cancel()), nothing);
    }
}

TEST(Payment, approved_after_it_failed_goes_back_at_once) {
    const auto payment = after({start(), ConfirmDeclined{"never-charged"}});
    EXPECT_EQ(names(payment, approved()), (Names{"Paid", "RefundRequested"}));
}

TEST(Payment, paid_and_cancelled_goes_back_once) {
    const auto requested = after({start(), approved(), cancel()});
    EXPECT_TRUE(std::holds_alternative<stage::RefundRequested>(requested));
    EXPECT_EQ(names(requested, cancel("order-rejected")), nothing);
    EXPECT_EQ(names(requested, ConfirmRefunded{noon + 2s}), Names{"PaymentCanceled"});
    const auto back = after({start(), approved(), cancel(), ConfirmRefunded{noon + 2s}});
    ASSERT_TRUE(std::holds_alternative<stage::Refunded>(back));
    EXPECT_EQ(std::get<stage::Refunded>(back).refunded_at, noon + 2s);
    EXPECT_EQ(names(back, ConfirmRefunded{noon + 3s}), nothing);
    EXPECT_EQ(names(back, cancel()), nothing);
}

TEST(Payment, a_person_is_told_once_that_the_refund_is_delayed) {
    const auto requested = after({start(), approved(), cancel()});
    EXPECT_EQ(names(requested, NoteRefundTrouble{"no-answer"}), Names{"RefundDelayed"});
    const auto told = after({start(), approved(), cancel(), NoteRefundTrouble{"no-answer"}});
    EXPECT_EQ(names(told, NoteRefundTrouble{"no-answer"}), nothing);
    EXPECT_EQ(names(told, ConfirmRefunded{noon}), Names{"PaymentCanceled"});
}

TEST(Payment, settled_does_not_go_back) {
    const auto payment = after({start(), approved(), settle()});
    EXPECT_EQ(names(payment, cancel()), Names{"!payment-settled"});
    EXPECT_EQ(names(payment, settle()), nothing);
}

TEST(Payment, going_back_is_not_settled) {
    EXPECT_EQ(names(after({start(), approved(), cancel()}), settle()), Names{"LossBooked"});
    EXPECT_EQ(names(after({start()}), settle()), Names{"!payment-not-settleable"});
}

TEST(Payment, shares_must_add_up_to_what_was_paid) {
    const auto payment = after({start(), approved()});
    EXPECT_EQ(names(payment, Settle{Money{5'000}, Money{499}}), Names{"!shares-do-not-add-up"});
    EXPECT_EQ(names(payment, Settle{Money{5'501}, Money{-1}}), Names{"!shares-do-not-add-up"});
    EXPECT_EQ(names(payment, Settle{Money{5'000}, Money{500, "USD"}}), Names{"!shares-do-not-add-up"});
}

TEST(Payment, a_contradiction_is_refused) {
    const auto payment = after({start(), approved("A1")});
    EXPECT_EQ(names(payment, ConfirmDeclined{"declined"}), Names{"!contradicts-payment"});
    EXPECT_EQ(names(payment, approved("B2")), Names{"!contradicts-payment"});
    EXPECT_EQ(names(payment, ConfirmRefunded{noon}), Names{"!contradicts-payment"});
    EXPECT_EQ(names(State{}, approved()), Names{"!contradicts-payment"});
}

TEST(Payment, a_refusal_names_the_state_and_what_it_allows) {
    const auto refusal = decide(after({start(), approved(), cancel()}), ConfirmDeclined{"declined"});
    ASSERT_FALSE(refusal);
    EXPECT_EQ(refusal.error().state, "REFUND_REQUESTED");
    EXPECT_EQ(refusal.error().allowed, std::vector<std::string>{"ConfirmRefunded"});
}

}  // namespace
}  // namespace dangol::payment
