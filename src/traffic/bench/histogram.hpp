#pragma once

#include <cstdint>
#include <vector>

namespace dangol::traffic::bench {

/// Counts of whole numbers (microseconds, here) in buckets whose width grows with the number: any percentile
/// is known to within 1.6 % from some 16 KiB, however many were recorded. Numbers above 2^36 (19 h of
/// microseconds) count as 2^36.
class Histogram {
  public:
    Histogram();

    void record(std::uint64_t number);
    [[nodiscard]] std::uint64_t count() const { return count_; }
    /// The smallest number known such that `share` (0…1) of all are not above it; 0 if there are none.
    [[nodiscard]] std::uint64_t percentile(double share) const;

  private:
    std::vector<std::uint64_t> buckets_;
    std::uint64_t count_ = 0;
};

}  // namespace dangol::traffic::bench
