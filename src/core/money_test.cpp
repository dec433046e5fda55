#include "core/money.hpp"

#include <cstdint>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dangol {
namespace {

TEST(Money, of_two_currencies_does_not_add_up) {
    EXPECT_FALSE(add({1, "KRW"}, {1, "USD"}).has_value());
    EXPECT_EQ(add({4500, "KRW"}, {500, "KRW"}), (Money{5000, "KRW"}));
}

TEST(Money, in_words_has_its_minor_unit) {
    EXPECT_EQ(money_words({9'000, "KRW"}).ko, "9,000원");
    EXPECT_EQ(money_words({1'234'567, "KRW"}).ko, "1,234,567원");
    EXPECT_EQ(money_words({500, "KRW"}).ko, "500원");
    EXPECT_EQ(money_words({0, "KRW"}).ko, "0원");
    EXPECT_EQ(money_words({9'000, "KRW"}).en, "KRW 9,000");
    EXPECT_EQ(money_words({450, "USD"}).en, "USD 4.50");
    EXPECT_EQ(money_words({450, "USD"}).ko, "USD 4.50");
    EXPECT_EQ(money_words({5, "USD"}).ko, "USD 0.05");
    EXPECT_EQ(money_words({-123'456, "EUR"}).ko, "EUR -1,234.56");
    EXPECT_EQ(money_words({1'500, "KWD"}).ko, "KWD 1.500");
    EXPECT_EQ(money_words({450, "JPY"}).ko, "JPY 450");
    EXPECT_EQ(money_words({INT64_MIN, "KRW"}).en, "KRW -9,223,372,036,854,775,808");
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
