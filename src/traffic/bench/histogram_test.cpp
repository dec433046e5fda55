#include "traffic/bench/histogram.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace dangol::traffic::bench {
namespace {

TEST(Histogram, without_records_every_percentile_is_zero) { EXPECT_EQ(Histogram().percentile(0.99), 0U); }

TEST(Histogram, small_numbers_are_exact) {
    Histogram histogram;
    for (std::uint64_t number = 1; number <= 100; ++number) histogram.record(number);
    EXPECT_EQ(histogram.count(), 100U);
    EXPECT_EQ(histogram.percentile(0.5), 50U);
    EXPECT_EQ(histogram.percentile(0.99), 99U);
    EXPECT_EQ(histogram.percentile(1.0), 100U);
    EXPECT_EQ(histogram.percentile(0.0), 1U);
}

TEST(Histogram, a_larger_number_is_known_as_the_largest_of_its_bucket) {
    Histogram histogram;
    histogram.record(128);
    EXPECT_EQ(histogram.percentile(1.0), 129U);
}

TEST(Histogram, a_number_beyond_its_range_counts_as_the_largest) {
    Histogram histogram;
    histogram.record(~std::uint64_t{0});
    EXPECT_GE(histogram.percentile(0.5), std::uint64_t{1} << 36U);
}

RC_GTEST_PROP(Histogram, a_percentile_is_never_below_the_true_one_and_at_most_one_sixtyfourth_above, ()) {
    const auto numbers = *rc::gen::nonEmpty(
        rc::gen::container<std::vector<std::uint64_t>>(rc::gen::inRange<std::uint64_t>(0, 1ULL << 36U)));
    const auto share = *rc::gen::elementOf(std::vector<double>{0.0, 0.5, 0.9, 0.99, 0.999, 1.0});
    Histogram histogram;
    for (const auto number : numbers) histogram.record(number);
    auto sorted = numbers;
    std::ranges::sort(sorted);
    const auto rank = std::max(1.0, std::ceil(share * static_cast<double>(sorted.size())));
    const auto truth = sorted[static_cast<std::size_t>(rank) - 1];
    RC_ASSERT(histogram.percentile(share) >= truth);
    RC_ASSERT(histogram.percentile(share) <= truth + (truth / 64));
}

}  // namespace
}  // namespace dangol::traffic::bench
