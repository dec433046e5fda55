#include "core/money.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dangol {
namespace {

TEST(Money, of_two_currencies_does_not_add_up) {
    EXPECT_FALSE(add({1, "KRW"}, {1, "USD"}).has_value());
    EXPECT_EQ(add({4500, "KRW"}, {500, "KRW"}), (Money{5000, "KRW"}));
}

TEST(Money, beyond_its_range_is_nothing_rather_than_wrong) {
    const Money most{Money::amount_max, "KRW"};
    EXPECT_FALSE(add(most, {1, "KRW"}).has_value());
    EXPECT_FALSE(multiply(most, 2).has_value());
    EXPECT_FALSE(multiply({1'000'000'000'000, "KRW"}, 1'000'000'000'000).has_value());
    EXPECT_EQ(multiply({-700, "KRW"}, 3), (Money{-2100, "KRW"}));
}

RC_GTEST_PROP(Money, and_its_negation_sum_to_zero, ()) {
    const Money amount{*rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'000), "KRW"};
    RC_ASSERT(add(amount, negate(amount)) == (Money{0, "KRW"}));
}

}  // namespace
}  // namespace dangol
