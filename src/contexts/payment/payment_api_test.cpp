#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "contracts/order.hpp"
#include "tests/support/payment_world.hpp"

namespace dangol::adapters {
namespace {

using namespace std::chrono_literals;
using runtime::Method;
using test::PaymentWorld;
using testing::HasSubstr;
using testing::Not;

struct PaymentApi : testing::Test {
    PaymentWorld world;
    PaymentWorld::Replies replies;
    runtime::Router back_office;  ///< the sandbox's routes

    void SetUp() override { back_office.add(world.sandbox.routes()); }

    runtime::Response ask(Method method, const std::string& target, Role role, std::string account,
                          std::string body = {}) {
        const Principal principal{AccountId{std::move(account)}, role, {}};
        if (!target.starts_with("/sandbox")) return world.call(method, target, principal, std::move(body));
        runtime::Request request;
        request.method = method;
        request.path = target.substr(0, target.find('?'));
        if (target.contains('?')) request.query["orderId"] = target.substr(target.find('=') + 1);
        request.principal = principal;
        request.body = std::move(body);
        std::optional<runtime::Response> answer;
        back_office.dispatch(std::move(request),
                             [&](runtime::Response response) { answer = std::move(response); });
        return answer.value();
    }
    runtime::Response as_operator(Method method, const std::string& target, std::string body = {}) {
        return ask(method, target, Role::operator_, "operator-1", std::move(body));
    }
    void pay(const std::string& token) {
        world.start("a", token, replies, 1s);
        world.run_for(6s);
    }
    void complete() {
        world.happens(order::OrderCompleted{OrderId{"a"}, {}, {}, true, Money{700}, Money{0}});
        world.run_for(0ms);
    }
};

TEST_F(PaymentApi, a_payment_is_seen_by_its_customer_and_the_operator_only) {
    pay("approve");
    const auto own = ask(Method::get, "/payments/a", Role::customer, "customer-1");
    EXPECT_EQ(own.status, 200);
    EXPECT_THAT(own.body, HasSubstr(R"("status":"PAID")"));
    EXPECT_THAT(own.body, HasSubstr(R"("totalPrice":{"amount":700,"currency":"KRW"})"));
    EXPECT_EQ(as_operator(Method::get, "/payments/a").status, 200);
    EXPECT_EQ(ask(Method::get, "/payments/a", Role::customer, "customer-2").status, 404);
    EXPECT_EQ(ask(Method::get, "/payments/a", Role::rider, "customer-1").status, 403);
    EXPECT_EQ(ask(Method::get, "/payments/b", Role::customer, "customer-1").status, 404);
}

TEST_F(PaymentApi, the_operator_refunds_a_completed_order) {
    pay("approve");
    complete();
    EXPECT_EQ(
        ask(Method::post, "/payments/a/refund", Role::customer, "customer-1", R"({"reason":"x"})").status,
        403);
    EXPECT_EQ(as_operator(Method::post, "/payments/a/refund", "{}").status, 400);
    for (const auto& without_reason :
         {std::string(R"({"reason":" \n"})"), R"({"reason":")" + std::string(201, 'x') + R"("})"}) {
        const auto refused = as_operator(Method::post, "/payments/a/refund", without_reason);
        EXPECT_EQ(refused.status, 422);
        EXPECT_THAT(refused.body, HasSubstr("reason-required"));
    }
    EXPECT_EQ(as_operator(Method::post, "/payments/b/refund", R"({"reason":"spilt"})").status, 404);
    const auto part =
        R"({"reason":"spilt","amount":{"amount":200,"currency":"KRW"},"borneBy":"head_office"})";
    const auto refunded = as_operator(Method::post, "/payments/a/refund", part);
    EXPECT_EQ(refunded.status, 200);
    EXPECT_EQ(refunded.body, R"({"orderId":"a","status":"SETTLED","version":4})");
    const auto recorded = world.store().events({.subject = "a"}).at(3);
    EXPECT_EQ(recorded.type, "RefundRequested");
    EXPECT_EQ(recorded.actor, "operator:operator-1");
    EXPECT_THAT(recorded.data, HasSubstr(R"("reason":"spilt")"));
    world.run_for(1s);
    EXPECT_THAT(as_operator(Method::get, "/payments/a").body,
                HasSubstr(R"("refunded":{"amount":200,"currency":"KRW"})"));
    EXPECT_EQ(as_operator(Method::post, "/payments/a/refund", R"({"reason":"spilt"})").status, 200);
    world.run_for(1s);
    EXPECT_THAT(as_operator(Method::get, "/payments/a").body,
                HasSubstr(R"("refunded":{"amount":700,"currency":"KRW"})"));
    EXPECT_EQ(as_operator(Method::post, "/payments/a/refund", R"({"reason":"spilt"})").status, 409);
    EXPECT_THAT(as_operator(Method::get, "/payments/ledger").body,
                HasSubstr(R"({"account":"refund_expense","balance":{"amount":200,"currency":"KRW"}})"));
}

TEST_F(PaymentApi, an_order_that_is_not_at_its_end_is_canceled_and_not_refunded) {
    pay("approve");
    const auto refused = as_operator(Method::post, "/payments/a/refund", R"({"reason":"spilt"})");
    EXPECT_EQ(refused.status, 409);
    EXPECT_THAT(refused.body, HasSubstr("order-open"));
    EXPECT_EQ(world.status_of("a"), "PAID");
}

TEST_F(PaymentApi, payments_that_need_attention_are_listed) {
    pay("stall");
    const std::string listed = R"("orderId":"a")";
    EXPECT_THAT(as_operator(Method::get, "/payments").body, HasSubstr(listed));
    EXPECT_THAT(as_operator(Method::get, "/payments?state=UNKNOWN").body, HasSubstr(listed));
    EXPECT_THAT(as_operator(Method::get, "/payments?state=REFUND_REQUESTED").body, Not(HasSubstr(listed)));
    EXPECT_EQ(as_operator(Method::get, "/payments?state=PAID").status, 400);
    world.run_for(60s);
    EXPECT_THAT(as_operator(Method::get, "/payments").body, Not(HasSubstr(listed)));
}

TEST_F(PaymentApi, the_ledger_is_summed_by_account) {
    pay("approve");
    EXPECT_EQ(as_operator(Method::get, "/payments/ledger").body,
              R"({"accounts":[{"account":"customer_prepaid","balance":{"amount":-700,"currency":"KRW"}},)"
              R"({"account":"provider_receivable","balance":{"amount":700,"currency":"KRW"}}],)"
              R"("total":[{"amount":0,"currency":"KRW"}],"transactions":1})");
}

TEST_F(PaymentApi, the_ledger_is_summed_over_all_its_pages) {
    constexpr int many = 2'500;  // more than two pages, most of them in one millisecond
    runtime::Changes changes;
    for (int i = 0; i < many; ++i) {
        changes.rows.emplace_back(
            runtime::Row{std::string(payment::view::ledger), "Paid:" + std::to_string(i),
                         std::string(payment::view::ledger_all), i < many / 10 ? i : many,
                         R"([{"account":"a","amount":{"amount":3,"currency":"KRW"}}])"});
    }
    ASSERT_TRUE(world.disk.apply(changes));
    const auto ledger = world.ledger();
    EXPECT_EQ(ledger.transactions, static_cast<std::uint64_t>(many));
    ASSERT_EQ(ledger.accounts.size(), 1U);
    EXPECT_EQ(ledger.accounts[0].balance.amount, 3 * many);
}

TEST_F(PaymentApi, the_operator_sees_and_troubles_the_sandbox) {
    pay("approve");
    EXPECT_THAT(as_operator(Method::get, "/sandbox/transactions").body, HasSubstr(R"("captures":1)"));
    EXPECT_EQ(as_operator(Method::get, "/sandbox/transactions?orderId=b").body, R"({"items":[]})");
    EXPECT_EQ(as_operator(Method::post, "/sandbox/refunds", R"({"count":-1,"trouble":"fail"})").status, 400);
    EXPECT_EQ(as_operator(Method::post, "/sandbox/refunds", R"({"count":1,"trouble":"fail"})").status, 200);
    complete();
    as_operator(Method::post, "/payments/a/refund", R"({"reason":"spilt"})");
    EXPECT_THAT(as_operator(Method::get, "/payments?state=REFUND_REQUESTED").body,
                HasSubstr(R"("refunding":{"amount":700,"currency":"KRW"})"));
}

std::string start_body(const std::string& token, int amount = 700) {
    return R"({"orderId":"a","cafeId":"cafe-1","customerId":"customer-1","amount":{"amount":)" +
           std::to_string(amount) + R"(,"currency":"KRW"},"method":"card","token":")" + token +
           R"(","cause":"request-1","answerWithin":1000})";
}

TEST_F(PaymentApi, another_process_may_start_a_payment_and_is_told_what_came_of_it) {
    const auto start = [&](const std::string& body) {
        return ask(Method::post, "/payments/start", Role::service, "service-order", body);
    };
    for (int again = 0; again < 2; ++again) {
        const auto paid = start(start_body("approve"));
        EXPECT_EQ(paid.status, 200);
        EXPECT_EQ(paid.body, R"({"outcome":"paid"})");
    }
    EXPECT_EQ(world.truth().captures, 1);
    const auto begun = world.store().events({.limit = 1, .subject = "a"}).front();
    EXPECT_EQ(begun.actor, "customer:customer-1");
    EXPECT_EQ(begun.causation, "request-1");
    EXPECT_EQ(begun.correlation, "a");
    const auto refused = start(start_body("approve", 0));
    EXPECT_EQ(refused.status, 200);
    EXPECT_THAT(refused.body, HasSubstr(R"("outcome":"refused","rejection":{"refusal":"invalid")"));
    EXPECT_THAT(refused.body, HasSubstr(R"("code":"invalid-amount")"));
    EXPECT_EQ(start("{}").status, 400);
}

TEST_F(PaymentApi, a_declined_payment_is_an_answer_too) {
    const auto failed =
        ask(Method::post, "/payments/start", Role::service, "service-order", start_body("decline"));
    EXPECT_EQ(failed.body, R"({"outcome":"failed","reason":"declined"})");
}

TEST_F(PaymentApi, no_person_starts_a_payment_there) {
    for (const auto role : {Role::anonymous, Role::customer, Role::staff, Role::rider, Role::operator_}) {
        const auto refused = ask(Method::post, "/payments/start", role, "someone", start_body("approve"));
        EXPECT_EQ(refused.status, role == Role::anonymous ? 401 : 403);
    }
    EXPECT_TRUE(world.event_types().empty());
}

}  // namespace
}  // namespace dangol::adapters
