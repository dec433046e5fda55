// The order context as its customers, the café and payment meet it: requests, foreign events, deadlines.
#include <algorithm>

#include "contracts/delivery.hpp"
#include "contracts/payment.hpp"
#include "tests/support/order_world.hpp"

namespace dangol::order {
namespace {

using namespace testing;

// ── Placing an order ───────────────────────────────────────────────────────────────────────────────

TEST_F(OrderContext, an_order_is_paid_and_then_placed) {
    const auto answer = place();
    EXPECT_EQ(answer.status, 201) << answer.body;
    EXPECT_EQ(text(answer, "status"), "PLACED");
    EXPECT_EQ(json(answer).at("totalPrice").at("amount").as_int64(), 9000);
    const auto id = text(answer, "orderId");
    EXPECT_EQ(world_.event_types(id), "OrderRequested OrderPlaced");
    ASSERT_EQ(payments_.asked.size(), 1U);
    const auto& asked = payments_.asked.front();
    EXPECT_EQ(asked.order_id.value, id);
    EXPECT_EQ(asked.amount, (Money{9000, "KRW"}));
    EXPECT_EQ(asked.customer_id.value, "customer");
    EXPECT_EQ(asked.token, "tok");
    EXPECT_EQ(asked.context.correlation, id);
    for (const auto& event : world_.store().events({.subject = id})) {
        EXPECT_EQ(event.actor, "customer:customer");
        EXPECT_EQ(event.correlation, id);
        EXPECT_EQ(event.data.find("tok"), std::string::npos);
    }
}

TEST_F(OrderContext, a_declined_payment_is_answered_with_402_and_nothing_is_ordered) {
    payments_.answer = PaymentAnswer{Outcome::failed, "declined"};
    const auto answer = place();
    EXPECT_EQ(answer.status, 402);
    EXPECT_EQ(text(answer, "type"), "/problems/payment-declined");
    const auto id = payments_.asked.front().order_id.value;
    EXPECT_EQ(status_of(id), "PAYMENT_FAILED");
    EXPECT_EQ(world_.store().next_deadline(), std::nullopt);
    const auto again = place();
    EXPECT_EQ(again.status, 402) << "the answer is remembered";
    EXPECT_EQ(again.body, answer.body);
    EXPECT_EQ(payments_.asked.size(), 1U);
}

TEST_F(OrderContext, money_that_goes_back_at_once_places_nothing_and_the_answer_says_that_it_goes_back) {
    payments_.answer = PaymentAnswer{Outcome::unknown, {}};
    const auto later = text(place(), "orderId");
    payment::Paid paid;
    paid.goes_back = "refunded-at-provider";
    hears(paid, later);
    EXPECT_EQ(status_of(later), "PAYMENT_FAILED");
    EXPECT_EQ(world_.event_types(later), "OrderRequested OrderPaymentFailed");

    payments_.answer = PaymentAnswer{Outcome::failed, std::string(payment::goes_back)};
    const auto answer = place("k2");
    EXPECT_EQ(answer.status, 402);
    EXPECT_EQ(text(answer, "type"), "/problems/payment-refunded");
}

TEST_F(OrderContext, an_order_that_was_canceled_while_it_was_paid_is_not_called_unpaid) {
    payments_.answer = PaymentAnswer{Outcome::unknown, {}};
    const auto id = text(place(), "orderId");
    EXPECT_EQ(cancel(id).status, 200);
    payments_.answer = PaymentAnswer{Outcome::failed, std::string(payment::goes_back)};
    const auto again = place();
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(text(again, "type"), "/problems/order-ended");
    EXPECT_NE(text(again, "detail").find("refunded"), std::string::npos);
}

TEST_F(OrderContext, an_order_that_costs_nothing_is_placed_without_a_payment) {
    cafe::MenuItem sample;
    sample.id = {"latte"};
    sample.name = {"시음", "Sample"};
    sample.price = {0, "KRW"};
    world_.hears("c1", cafe::MenuPublished{{"c1"}, {sample}}, 4);
    const auto answer = place();
    EXPECT_EQ(answer.status, 201) << answer.body;
    EXPECT_TRUE(payments_.asked.empty());
    EXPECT_EQ(place().body, answer.body) << "the answer is remembered";
}

TEST_F(OrderContext, an_unknown_payment_is_answered_with_202_and_ends_by_its_event) {
    payments_.answer = PaymentAnswer{Outcome::unknown, {}};
    const auto answer = place();
    EXPECT_EQ(answer.status, 202);
    EXPECT_EQ(text(answer, "status"), "PAYMENT_PENDING");
    const auto paid = text(answer, "orderId");
    hears(payment::Paid{}, paid);
    EXPECT_EQ(status_of(paid), "PLACED");
    const auto failed = text(place("k2"), "orderId");
    hears(payment::PaymentFailed{}, failed);
    EXPECT_EQ(status_of(failed), "PAYMENT_FAILED");
}

TEST_F(OrderContext, while_payment_is_unavailable_the_order_is_refused_and_the_key_is_free_again) {
    payments_.answer =
        refuse(Refusal::unavailable, "payment-unavailable", {"결제를 쓸 수 없어요.", "No payment now."});
    EXPECT_EQ(place().status, 503);
    const auto first = payments_.asked.front().order_id.value;
    EXPECT_EQ(status_of(first), "PAYMENT_FAILED");
    payments_.answer = PaymentAnswer{Outcome::paid, {}};
    const auto answer = place();
    EXPECT_EQ(answer.status, 201);
    EXPECT_NE(text(answer, "orderId"), first);
}

TEST_F(OrderContext, the_same_key_joins_the_order_that_is_being_paid) {
    payments_.answer.reset();
    const auto first = world_.begin(order_with("k1"));
    const auto second = world_.begin(order_with("k1"));
    ASSERT_EQ(payments_.kept.size(), 2U);
    EXPECT_EQ(payments_.asked[0].order_id, payments_.asked[1].order_id) << "payment charges it once";
    for (auto& reply : payments_.kept) reply(PaymentAnswer{Outcome::paid, {}});
    world_.settle();
    ASSERT_TRUE(*first && *second);
    EXPECT_EQ((*first)->status, 201);
    EXPECT_EQ((*second)->status, 201);
    EXPECT_EQ((*first)->body, (*second)->body);
    payments_.kept.clear();

    const auto later = place();
    EXPECT_EQ(later.status, 201);
    EXPECT_EQ(later.body, (*first)->body);
    EXPECT_EQ(payments_.asked.size(), 2U);
}

TEST_F(OrderContext, an_order_that_was_paid_meanwhile_answers_for_a_request_whose_payment_could_not_begin) {
    const Result<PaymentAnswer> unavailable =
        refuse(Refusal::unavailable, "payment-unavailable", {"결제를 쓸 수 없어요.", "No payment now."});
    payments_.answer.reset();
    for (const bool fresh_fails : {false, true}) {
        const auto key = "key " + std::to_string(fresh_fails);
        const auto first = world_.begin(order_with(key));
        const auto second = world_.begin(order_with(key));
        ASSERT_EQ(payments_.kept.size(), 2U);
        const auto id = payments_.asked.back().order_id.value;
        hears(payment::Paid{}, id);
        EXPECT_EQ(status_of(id), "PLACED");
        payments_.kept[fresh_fails ? 0 : 1](unavailable);
        world_.settle();
        const auto& answered = fresh_fails ? first : second;
        ASSERT_TRUE(*answered);
        EXPECT_EQ((*answered)->status, 201) << (*answered)->body;
        EXPECT_EQ(text(place(key), "orderId"), id) << "its key never places a second one";
        payments_.kept[fresh_fails ? 1 : 0](PaymentAnswer{Outcome::paid, {}});
        world_.settle();
        payments_.kept.clear();
    }
}

TEST_F(OrderContext, a_key_is_for_one_order_and_needed) {
    EXPECT_EQ(place().status, 201);
    const auto other = place(
        "k1",
        R"({"cafeId":"c1","lines":[{"menuId":"latte","quantity":1}],"payment":{"method":"card","token":"tok"}})");
    EXPECT_EQ(other.status, 422);
    EXPECT_TRUE(text(other, "type").ends_with("idempotency-key-reused")) << other.body;
    EXPECT_EQ(text(place(""), "type"), "/problems/idempotency-key-missing");
    EXPECT_EQ(payments_.asked.size(), 1U);
}

TEST_F(OrderContext, after_a_crash_between_its_two_commits_the_paid_event_finishes_the_order) {
    world_.faults = [](const runtime::Changes& changes) {
        const bool placing = std::ranges::count(changes.events, "OrderPlaced", &EventRecord::type) > 0;
        return placing ? adapters::CommitFault::crash_before : adapters::CommitFault::none;
    };
    EXPECT_NE(place().status, 201);
    EXPECT_EQ(world_.crashes, 1);
    const auto id = payments_.asked.front().order_id.value;
    EXPECT_EQ(status_of(id), "PAYMENT_PENDING");
    hears(payment::Paid{}, id);
    EXPECT_EQ(status_of(id), "PLACED");
    const auto again = place();
    EXPECT_EQ(again.status, 201) << "the same key finds the same order";
    EXPECT_EQ(text(again, "orderId"), id);
    EXPECT_EQ(world_.event_types(id), "OrderRequested OrderPlaced");
}

TEST_F(OrderContext, an_order_that_is_not_paid_in_time_expires) {
    payments_.answer = PaymentAnswer{Outcome::unknown, {}};
    const auto id = text(place(), "orderId");
    world_.run_for(30min - 1ms);
    EXPECT_EQ(status_of(id), "PAYMENT_PENDING");
    world_.run_for(1ms);
    EXPECT_EQ(status_of(id), "EXPIRED");
    hears(payment::Paid{}, id);
    EXPECT_EQ(status_of(id), "EXPIRED") << "payment refunds it";
}

TEST_F(OrderContext, what_the_branch_does_not_sell_costs_nothing) {
    world_.hears("c1", cafe::SoldOutChanged{{"c1"}, {"latte"}, {}, true, {}}, 4);
    EXPECT_EQ(place().status, 422);
    world_.hears("c1", cafe::CafeClosed{{"c1"}}, 5);
    EXPECT_EQ(place().status, 422);
    EXPECT_EQ(place("k1", R"({"cafeId":"nowhere","lines":[],"payment":{"token":"tok"}})").status, 404);
    EXPECT_EQ(payments_.asked.size(), 0U);
}

// ── Canceling ──────────────────────────────────────────────────────────────────────────────────────

TEST_F(OrderContext, a_cancel_that_the_cafe_grants_in_time_is_answered_with_200) {
    const auto id = placed();
    soon(cafe::CancelGranted{}, id);
    const auto answer = cancel(id);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(text(answer, "status"), "CANCELED");
    EXPECT_EQ(world_.event_types(id), "OrderRequested OrderPlaced OrderCancelRequested OrderCanceled");
}

TEST_F(OrderContext, a_cancel_that_the_cafe_refuses_in_time_is_answered_with_409) {
    const auto id = placed();
    cafe::CancelRefused refused;
    refused.state = "making";
    soon(refused, id);
    const auto answer = cancel(id);
    EXPECT_EQ(answer.status, 409);
    EXPECT_EQ(text(answer, "state"), "making");
    EXPECT_EQ(status_of(id), "PLACED");
}

TEST_F(OrderContext, a_cancel_without_the_cafes_answer_is_answered_with_202) {
    const auto id = placed();
    world_.let_requests_wait(2s);
    const auto answer = cancel(id);
    EXPECT_EQ(answer.status, 202);
    EXPECT_EQ(text(answer, "status"), "CANCEL_REQUESTED");
    hears(cafe::CancelGranted{}, id);
    EXPECT_EQ(status_of(id), "CANCELED");
    EXPECT_EQ(cancel(id).status, 200) << "it is canceled already";
}

TEST_F(OrderContext, only_its_customer_cancels_an_order) {
    const auto id = placed();
    const auto stranger = world_.call(
        request(Method::post, "/orders/" + id + "/cancel", "{}", {{"stranger"}, Role::customer, {}}));
    EXPECT_EQ(stranger.status, 404);
    EXPECT_EQ(status_of(id), "PLACED");
}

TEST_F(OrderContext, an_order_that_the_cafe_does_not_answer_is_asked_about_and_then_canceled) {
    const auto id = placed();
    world_.run_for(3min);
    EXPECT_TRUE(world_.event_types(id).ends_with("OrderPlaced OrderUnanswered"));
    world_.run_for(7min);
    EXPECT_TRUE(world_.event_types(id).ends_with("OrderUnanswered OrderCancelRequested"));
    const auto last = world_.store().events({.limit = 1, .subject = id, .newest_first = true}).front();
    EXPECT_NE(last.data.find(R"("reason":"unanswered")"), std::string::npos);
    EXPECT_EQ(last.actor, "") << "the system itself";
    hears(cafe::CancelGranted{}, id);
    EXPECT_EQ(status_of(id), "CANCELED");
    EXPECT_EQ(world_.store().next_deadline(), std::nullopt);
}

TEST_F(OrderContext, the_cafes_answer_ends_the_waiting_for_it) {
    const auto id = placed();
    hears(cafe::OrderApproved{}, id);
    EXPECT_EQ(world_.store().next_deadline(), std::nullopt);
    world_.run_for(1h);
    EXPECT_EQ(status_of(id), "PLACED");
}

TEST_F(OrderContext, an_answer_that_comes_in_the_round_of_its_deadline_ends_the_waiting_too) {
    const auto id = placed();
    cafe::OrderApproved approved;
    approved.order_id = {id};
    world_.clock.advance_to(world_.clock.now() + 1h);  // the process was away
    world_.publish(id, approved, 2);
    world_.settle();
    EXPECT_TRUE(world_.event_types(id).ends_with("OrderPlaced"));
    EXPECT_EQ(world_.store().next_deadline(), std::nullopt);
}

TEST_F(OrderContext, the_operator_cancels_with_a_reason_that_is_recorded) {
    const auto id = placed();
    EXPECT_EQ(force_cancel(id, "{}").status, 400);
    for (const auto* body : {R"({"reason":""})", R"({"reason":"  "})"}) {
        const auto refused = force_cancel(id, body);
        EXPECT_EQ(refused.status, 422) << body;
        EXPECT_EQ(text(refused, "type"), "/problems/reason-required");
    }
    EXPECT_EQ(status_of(id), "PLACED");
    EXPECT_EQ(force_cancel(id, R"({"reason":"매장 정전"})").status, 200);
    EXPECT_EQ(status_of(id), "CANCELED");
    const auto last = world_.store().events({.limit = 1, .subject = id, .newest_first = true}).front();
    EXPECT_EQ(last.type, "OrderCanceled");
    EXPECT_EQ(last.actor, "operator:boss");
    EXPECT_NE(last.data.find("매장 정전"), std::string::npos);
}

// ── How others end it ──────────────────────────────────────────────────────────────────────────────

TEST_F(OrderContext, the_cafe_or_the_delivery_ends_an_order) {
    const auto handed_over = text(place("k1"), "orderId");
    hears(cafe::HandedOver{}, handed_over);
    EXPECT_EQ(status_of(handed_over), "COMPLETED");
    const auto not_collected = text(place("k2"), "orderId");
    hears(cafe::NotCollected{}, not_collected);
    EXPECT_EQ(status_of(not_collected), "COMPLETED");
    const auto rejected = text(place("k3"), "orderId");
    hears(cafe::OrderRejected{}, rejected);
    EXPECT_EQ(status_of(rejected), "CANCELED");
    const auto aborted = text(place("k4"), "orderId");
    hears(cafe::MakeAborted{}, aborted);
    EXPECT_EQ(status_of(aborted), "CANCELED");
    const auto no_rider = text(place("k5"), "orderId");
    delivery::DeliveryCanceled canceled;
    canceled.reason = delivery::DeliveryCancelReason::no_rider;
    hears(canceled, no_rider);
    EXPECT_EQ(status_of(no_rider), "CANCELED");
    EXPECT_EQ(world_.store().next_deadline(), std::nullopt);
}

}  // namespace
}  // namespace dangol::order
