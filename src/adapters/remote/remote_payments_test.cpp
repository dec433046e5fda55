#include "adapters/remote/remote_payments.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

#include "contexts/payment/api.hpp"
#include "tests/support/scripted_peer.hpp"

namespace dangol::adapters {
namespace {

using namespace std::chrono_literals;
using namespace test;
using Outcome = order::PaymentAnswer::Outcome;

struct Payments : testing::Test {
    ScriptedPeer peer;
    RemotePayments payments{peer.service, 6s};

    Result<order::PaymentAnswer> pay(std::deque<HttpOutcome> script) {
        std::optional<Result<order::PaymentAnswer>> told;
        peer.script = std::move(script);
        payments.start({OrderId{"order-1"},
                        CafeId{"cafe-1"},
                        AccountId{"customer-1"},
                        Money{4'500},
                        "card",
                        "approve",
                        {.id = "request-1", .traceparent = "00-trace"}},
                       [&](Result<order::PaymentAnswer> answer) { told = std::move(answer); });
        peer.run_for(6s);
        return told.value();
    }
    void expect_unavailable(std::deque<HttpOutcome> script) {
        const auto answer = pay(std::move(script));
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().code, "payment-unavailable");
        EXPECT_EQ(answer.error().refusal, Refusal::unavailable);
    }
};

TEST_F(Payments, the_request_goes_to_payments_route_with_its_trace) {
    EXPECT_EQ(pay({reply(200, R"({"outcome":"paid"})")})->outcome, Outcome::paid);
    const auto& call = peer.calls.front();
    EXPECT_EQ(call.method + " " + call.url, "POST http://one/payments/start");
    EXPECT_THAT(call.headers, testing::Contains(testing::Pair("traceparent", "00-trace")));
    const auto body = codec::from_json<payment::StartPaymentBody>(call.body, codec::Reading::strict);
    ASSERT_TRUE(body);
    EXPECT_EQ(body->order_id.value, "order-1");
    EXPECT_EQ(body->amount, Money{4'500});
    EXPECT_EQ(body->cause, "request-1");
    EXPECT_LT(body->answer_within, 6s) << "payment answers before we give up";
    EXPECT_GT(body->answer_within, 5s);
}

TEST_F(Payments, each_outcome_is_passed_on) {
    const auto failed = pay({reply(200, R"({"outcome":"failed","reason":"declined"})")});
    EXPECT_EQ(failed->outcome, Outcome::failed);
    EXPECT_EQ(failed->reason, "declined");
    EXPECT_EQ(pay({reply(200, R"({"outcome":"unknown"})")})->outcome, Outcome::unknown);
}

TEST_F(Payments, a_refusal_comes_with_its_own_words_in_both_languages) {
    const auto refused =
        pay({reply(200, R"({"outcome":"refused","rejection":{"refusal":"conflict","code":"payment-forbidden",
             "detail":{"ko":"이미","en":"already"},"state":"FORBIDDEN","allowed":[]}})")});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().refusal, Refusal::conflict);
    EXPECT_EQ(refused.error().code, "payment-forbidden");
    EXPECT_EQ(refused.error().detail, (Text{"이미", "already"}));
}

TEST_F(Payments, when_payment_is_not_reached_or_begins_nothing_the_order_is_refused) {
    expect_unavailable({not_sent()});
    expect_unavailable({reply(503), reply(503), reply(503)});
    expect_unavailable({reply(401)});
}

TEST_F(Payments, what_may_have_begun_is_unknown_and_never_refused) {
    EXPECT_EQ(pay({timed_out(), not_sent()})->outcome, Outcome::unknown);
    EXPECT_EQ(pay({no_answer(), reply(401)})->outcome, Outcome::unknown);
    EXPECT_EQ(pay({reply(200, "not what we expect")})->outcome, Outcome::unknown);
}

TEST_F(Payments, a_retry_may_still_find_the_answer) {
    EXPECT_EQ(pay({no_answer(), reply(200, R"({"outcome":"paid"})")})->outcome, Outcome::paid);
}

}  // namespace
}  // namespace dangol::adapters
