// Amounts of money as they come from outside, and all that is reckoned with them.
#include "core/money.hpp"
#include "core/codec.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace {

using namespace dangol;

bool in_range(const Money& money) {
    return money.amount <= Money::amount_max && money.amount >= -Money::amount_max;
}

/// The amount that the words show, with its sign.
std::string digits_of(std::string_view words) {
    std::string digits;
    for (const char c : words) {
        if (c == '-' || (c >= '0' && c <= '9')) digits += c;
    }
    return digits;
}

}  // namespace

/// Two amounts in JSON, a line each, and a factor.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using fuzz::require;
    auto rest = fuzz::text_of(data, size);
    const auto a = codec::from_json<Money>(fuzz::next_line(rest), codec::Reading::strict);
    const auto b = codec::from_json<Money>(fuzz::next_line(rest), codec::Reading::strict);
    const auto factor = codec::from_json<std::int64_t>(fuzz::next_line(rest), codec::Reading::strict);
    if (!a) return 0;
    if (a->currency.find_first_of("-0123456789") == std::string::npos) {
        const auto words = money_words(*a);
        auto digits = digits_of(words.en);
        const bool negative = digits.starts_with('-');
        if (negative) digits.erase(0, 1);
        digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
        if (negative) digits.insert(0, "-");
        require(digits == std::to_string(a->amount), "the words show the amount");
    }
    if (factor) {
        const auto product = multiply(*a, *factor);
        require(!product || in_range(*product), "a product is in range");
    }
    if (!b || !in_range(*a) || !in_range(*b)) return 0;
    const auto sum = add(*a, *b);
    require(!sum || in_range(*sum), "a sum is in range");
    require(!sum || sum->currency == b->currency, "currencies are not mixed");
    if (sum && in_range(*sum)) require(add(*sum, negate(*b)) == *a, "what is added can be taken away");
    return 0;
}
