#include "traffic/bench/histogram.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace dangol::traffic::bench {
namespace {

// Below 64 each number has its own bucket; from there on each power of two is divided into 64.
constexpr unsigned bits = 6;
constexpr std::uint64_t steps = 1U << bits;
constexpr std::uint64_t number_max = std::uint64_t{1} << 36U;

std::size_t bucket_of(std::uint64_t number) {
    if (number < steps) return static_cast<std::size_t>(number);
    const auto shift = static_cast<unsigned>(std::bit_width(number)) - bits - 1;
    return static_cast<std::size_t>((shift * steps) + (number >> shift));
}

std::uint64_t highest_in(std::size_t bucket) {
    if (bucket < 2 * steps) return bucket;
    const auto shift = (bucket / steps) - 1;
    return ((((bucket % steps) + steps + 1) << shift)) - 1;
}

}  // namespace

Histogram::Histogram() : buckets_(bucket_of(number_max) + 1) {}

void Histogram::record(std::uint64_t number) {
    ++buckets_[bucket_of(std::min(number, number_max))];
    ++count_;
}

std::uint64_t Histogram::percentile(double share) const {
    if (count_ == 0) return 0;
    const auto wanted = std::max<std::uint64_t>(
        1, static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(count_))));
    std::uint64_t seen = 0;
    for (std::size_t bucket = 0; bucket < buckets_.size(); ++bucket) {
        seen += buckets_[bucket];
        if (seen >= wanted) return highest_in(bucket);
    }
    return number_max;
}

}  // namespace dangol::traffic::bench
