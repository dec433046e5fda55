#include "contexts/order/domain/call_numbers.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <ranges>
#include <set>
#include <vector>

namespace rc {

template <>
struct Arbitrary<dangol::order::CallNumberKey> {
    static Gen<dangol::order::CallNumberKey> arbitrary() {
        return gen::build<dangol::order::CallNumberKey>(
            gen::set(&dangol::order::CallNumberKey::first, gen::arbitrary<std::uint64_t>()),
            gen::set(&dangol::order::CallNumberKey::second, gen::arbitrary<std::uint64_t>()));
    }
};

}  // namespace rc

namespace dangol::order {
namespace {

std::vector<std::int64_t> round_of(const CallNumberKey& key, std::int64_t round) {
    std::vector<std::int64_t> numbers;
    for (std::int64_t i = 0; i < call_numbers_in_round; ++i) {
        numbers.push_back(call_number(key, (round * call_numbers_in_round) + i));
    }
    return numbers;
}

RC_GTEST_PROP(CallNumbers, have_four_digits_and_come_once_in_a_round,
              (std::uint64_t first, std::uint64_t second)) {
    const auto numbers = round_of({first, second}, *rc::gen::inRange<std::int64_t>(0, 4));
    RC_ASSERT(std::ranges::all_of(numbers, [](auto number) { return 1'000 <= number && number <= 9'999; }));
    RC_ASSERT(std::set(numbers.begin(), numbers.end()).size() == numbers.size());
}

RC_GTEST_PROP(CallNumbers, of_two_rounds_in_a_row_are_different_whatever_their_keys,
              (CallNumberKey before, CallNumberKey after)) {
    auto both = round_of(before, 6);
    const auto next = round_of(after, 7);
    both.insert(both.end(), next.begin(), next.end());
    RC_ASSERT(std::set(both.begin(), both.end()).size() == both.size());
}

// What came before says nothing of what comes next: with another key the same beginning goes on elsewhere.
TEST(CallNumbers, follow_from_no_earlier_one) {
    // Steps between neighbours repeat no more often than in a shuffled deck: a sequence that steps by a
    // constant, or by few, has few different ones.
    const auto numbers = round_of({1, 2}, 0);
    std::set<std::int64_t> steps;
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        steps.insert((numbers[i] - numbers[i - 1] + 9'000) % 9'000);
    }
    EXPECT_GT(steps.size(), 2'700U);  // of 4,499; by chance 63 %

    // A guesser who knows where one number led under 2,000 keys has learned nothing for another key.
    std::vector<int> followers(9'000);
    const auto nth = [](std::uint64_t key, std::int64_t n) { return call_number({key, ~key}, n); };
    int same = 0;
    for (std::uint64_t key = 0; key < 2'000; ++key) {
        const auto step = (nth(key, 1) - nth(key, 0) + 9'000) % 9'000;
        same = std::max(same, ++followers[static_cast<std::size_t>(step)]);
    }
    EXPECT_LE(same, 8);
}

// A round goes on where it was when the program is replaced: other numbers for the same key would repeat
// some. These were computed with another implementation of SipHash.
TEST(CallNumbers, of_a_key_are_the_same_in_every_version_of_the_program) {
    const auto numbers = round_of({1, 2}, 0);
    const std::vector<std::int64_t> known{2036, 2238, 3980, 7660, 1642};
    EXPECT_TRUE(std::ranges::equal(numbers | std::views::take(5), known));
}

TEST(CallNumbers, are_all_equally_likely_to_be_the_first_one) {
    constexpr int groups = 10;
    std::vector<int> hits(groups);
    for (std::uint64_t key = 0; key < 10'000; ++key) {
        ++hits[static_cast<std::size_t>((call_number({key, 7}, 0) - 1'000) * groups / 9'000)];
    }
    for (const int count : hits) EXPECT_NEAR(count, 1'000, 150);
}

}  // namespace
}  // namespace dangol::order
