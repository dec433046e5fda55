#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include <boost/describe/class.hpp>

#include "core/text.hpp"

namespace dangol {

/// An amount in the currency's minor unit (won, cents) with its ISO 4217 code. Never a floating number.
/// Amounts stay within ±10^15; an operation that would leave that range, or mix currencies, gives nullopt.
struct Money {
    std::int64_t amount = 0;
    std::string currency = "KRW";

    static constexpr std::int64_t amount_max = 1'000'000'000'000'000;

    auto operator<=>(const Money&) const = default;
};
BOOST_DESCRIBE_STRUCT(Money, (), (amount, currency))

[[nodiscard]] inline std::optional<Money> add(const Money& a, const Money& b) {
    if (a.currency != b.currency) return std::nullopt;
    const std::int64_t sum = a.amount + b.amount;  // both within ±10^15: cannot overflow
    if (sum > Money::amount_max || sum < -Money::amount_max) return std::nullopt;
    return Money{sum, a.currency};
}

[[nodiscard]] inline std::optional<Money> multiply(const Money& a, std::int64_t factor) {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(a.amount, factor, &product)) return std::nullopt;
    if (product > Money::amount_max || product < -Money::amount_max) return std::nullopt;
    return Money{product, a.currency};
}

[[nodiscard]] inline Money negate(const Money& a) { return {-a.amount, a.currency}; }

/// How many decimals the currency's minor unit stands for (ISO 4217): 0 for KRW, 2 for USD, 3 for KWD.
[[nodiscard]] int decimals_of(std::string_view currency);
/// An amount as people read it: "4,500원" and "KRW 4,500", "USD 4.50" in both.
[[nodiscard]] Text money_words(const Money& money);

}  // namespace dangol
