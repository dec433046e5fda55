#include "contexts/payment/provider_calls.hpp"

#include <gtest/gtest.h>

#include <optional>

#include "core/codec.hpp"
#include "tests/support/manual_ports.hpp"

namespace dangol::payment {
namespace {

using namespace std::chrono_literals;
using runtime::Effect, runtime::Outcome, runtime::Recording, runtime::Unanswered;

/// Answers when the test says so, or at once.
class ScriptedProvider final : public PaymentProvider {
  public:
    void charge(ChargeRequest, std::move_only_function<void(ChargeOutcome)> answer) override {
        ++charges;
        if (at_once) return answer(ChargeApproved{"A1"});
        charged = std::move(answer);
    }
    void query(OrderId, std::move_only_function<void(QueryOutcome)> answer) override {
        ++queries;
        found = std::move(answer);
    }
    void refund(OrderId, Money, std::string, std::move_only_function<void(RefundOutcome)> answer) override {
        ++refunds;
        refunded = std::move(answer);
    }

    bool at_once = false;
    int charges = 0;
    int queries = 0;
    int refunds = 0;
    std::move_only_function<void(ChargeOutcome)> charged;
    std::move_only_function<void(QueryOutcome)> found;
    std::move_only_function<void(RefundOutcome)> refunded;
};

struct ProviderCallsTest : testing::Test {
    test::ManualClock clock;
    test::ManualTimers timers{clock};
    test::CountedIds ids;
    ScriptedProvider provider;
    std::shared_ptr<const bool> alive = std::make_shared<const bool>(true);
    int recorded = 0;
    int unanswered = 0;

    ProviderCalls calls() { return {Settings{}, provider, {clock, ids, timers}, alive}; }
    void run(runtime::Task<Recording> task) {
        runtime::start(std::move(task), [this](Outcome<Recording> outcome) {
            try {
                EXPECT_TRUE(std::move(outcome).take());
                ++recorded;
            } catch (const Unanswered&) {
                ++unanswered;
            }
        });
    }
    Effect owed_charge() {
        return charge_effect({OrderId{"a"}, Money{700}, "card", "approve", clock.now() + 30s});
    }
    static Effect owed_refund(int attempt) {
        auto effect = refund_effect(OrderId{"a"}, Money{700}, 0);
        effect.attempt = attempt;
        return effect;
    }
};

TEST_F(ProviderCallsTest, an_answer_at_once_sets_no_timer) {
    provider.at_once = true;
    run(charge(calls(), owed_charge()));
    EXPECT_EQ(recorded, 1);
    EXPECT_EQ(timers.next_due(), std::nullopt);
}

TEST_F(ProviderCallsTest, after_the_timeout_the_answer_is_dropped) {
    run(charge(calls(), owed_charge()));
    timers.run_for(5s - 1ms);
    EXPECT_EQ(recorded, 0);
    timers.run_for(1ms);
    EXPECT_EQ(recorded, 1);
    provider.charged(ChargeApproved{"A1"});
    EXPECT_EQ(recorded, 1);
}

TEST_F(ProviderCallsTest, after_the_answer_the_timeout_is_dropped) {
    run(charge(calls(), owed_charge()));
    provider.charged(ChargeApproved{"A1"});
    timers.run_for(10s);
    EXPECT_EQ(recorded, 1);
}

TEST_F(ProviderCallsTest, of_several_answers_the_first_one_counts) {
    run(charge(calls(), owed_charge()));
    provider.charged(ChargeUnknown{});
    EXPECT_EQ(recorded, 1);
    provider.charged(ChargeApproved{"A1"});
    provider.charged(ChargeApproved{"A1"});
    EXPECT_EQ(recorded, 1);
    EXPECT_EQ(unanswered, 0);
}

TEST_F(ProviderCallsTest, a_charge_that_may_have_been_sent_is_queried_instead) {
    auto effect = owed_charge();
    effect.resumed = true;
    run(charge(calls(), effect));
    EXPECT_EQ(provider.charges, 0);
    EXPECT_EQ(provider.queries, 1);
}

TEST_F(ProviderCallsTest, a_refund_that_may_have_been_sent_is_queried_first) {
    run(refund(calls(), owed_refund(2)));
    EXPECT_EQ(provider.refunds, 0);
    provider.found(FoundCaptured{"A1", false});
    EXPECT_EQ(provider.refunds, 1);
    provider.refunded(RefundDone{});
    EXPECT_EQ(recorded, 1);
}

TEST_F(ProviderCallsTest, an_answer_after_the_end_of_the_context_leads_to_no_further_call) {
    run(refund(calls(), owed_refund(2)));
    alive.reset();
    provider.found(FoundCaptured{"A1", false});
    EXPECT_EQ(provider.refunds, 0);
    EXPECT_EQ(unanswered, 1);
    timers.run_for(10s);
    EXPECT_EQ(recorded, 0);
}

TEST_F(ProviderCallsTest, a_call_ends_although_its_answer_is_dropped) {
    run(refund(calls(), owed_refund(1)));
    provider.refunded = nullptr;
    timers.run_for(5s);
    EXPECT_EQ(recorded, 1);
}

}  // namespace
}  // namespace dangol::payment
