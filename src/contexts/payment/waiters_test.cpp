#include "contexts/payment/waiters.hpp"

#include <gtest/gtest.h>

namespace dangol::payment {
namespace {

using namespace std::chrono_literals;
const Timestamp noon{std::chrono::hours{12}};
const PaymentResult paid{PaymentVerdict::paid, "A1", {}};

Waiters::Reply into(std::vector<PaymentResult>& told) {
    return [&told](Result<PaymentResult> result) { told.push_back(result.value()); };
}

TEST(Waiters, all_who_wait_for_a_payment_are_told_once) {
    Waiters waiters;
    std::vector<PaymentResult> told;
    waiters.add("a", noon, into(told));
    waiters.add("a", noon + 1s, into(told));
    waiters.add("b", noon, into(told));
    waiters.answer("a", paid);
    waiters.answer("a", paid);
    EXPECT_EQ(told, (std::vector{paid, paid}));
    EXPECT_FALSE(waiters.any("a"));
    EXPECT_TRUE(waiters.any("b"));
}

TEST(Waiters, whose_time_is_up_is_told_unknown) {
    Waiters waiters;
    std::vector<PaymentResult> told;
    waiters.add("a", noon, into(told));
    waiters.add("a", noon + 1s, into(told));
    EXPECT_EQ(waiters.earliest_due(), noon);
    waiters.expire(noon - 1ms);
    EXPECT_TRUE(told.empty());
    waiters.expire(noon);
    EXPECT_EQ(told, std::vector{PaymentResult{}});
    EXPECT_EQ(waiters.earliest_due(), noon + 1s);
    waiters.answer("a", paid);
    EXPECT_EQ(told.back(), paid);
    EXPECT_EQ(waiters.earliest_due(), std::nullopt);
}

}  // namespace
}  // namespace dangol::payment
