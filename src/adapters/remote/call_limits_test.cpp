#include "adapters/remote/call_limits.hpp"

#include <gtest/gtest.h>

namespace dangol::adapters {
namespace {

TEST(Bulkhead, one_too_many_is_refused_until_one_leaves) {
    Bulkhead bulkhead(2);
    EXPECT_TRUE(bulkhead.enter());
    EXPECT_TRUE(bulkhead.enter());
    EXPECT_FALSE(bulkhead.enter());
    bulkhead.leave();
    EXPECT_EQ(bulkhead.under_way(), 1U);
    EXPECT_TRUE(bulkhead.enter());
}

TEST(RetryBudget, the_first_calls_may_be_repeated) {
    RetryBudget budget;
    EXPECT_TRUE(budget.take());
    EXPECT_TRUE(budget.take());
    EXPECT_TRUE(budget.take());
    EXPECT_FALSE(budget.take());
}

TEST(RetryBudget, in_the_long_run_retries_stay_within_a_fifth_of_the_calls) {
    RetryBudget budget;
    int retries = 0;
    for (int call = 0; call < 10'000; ++call) {
        budget.note_call();
        while (budget.take()) ++retries;
    }
    EXPECT_LE(retries, 2'003);
    EXPECT_GE(retries, 2'000);
}

TEST(RetryBudget, a_long_quiet_time_saves_up_no_more_than_twenty_retries) {
    RetryBudget budget;
    for (int call = 0; call < 10'000; ++call) budget.note_call();
    int retries = 0;
    while (budget.take()) ++retries;
    EXPECT_EQ(retries, 20);
}

}  // namespace
}  // namespace dangol::adapters
