#pragma once

#include <algorithm>
#include <cstddef>

/// Two bounds of calls to another service. Pure; one thread at a time.
namespace dangol::adapters {

/// At most so many calls under way at once, so that a slow service holds a bounded part of its caller. Nobody
/// waits: one too many is refused.
class Bulkhead {
  public:
    explicit Bulkhead(std::size_t calls_max) : calls_max_(calls_max) {}

    /// True for a place; whoever has it must `leave` once.
    [[nodiscard]] bool enter() {
        if (under_way_ == calls_max_) return false;
        ++under_way_;
        return true;
    }
    void leave() { --under_way_; }
    [[nodiscard]] std::size_t under_way() const { return under_way_; }

  private:
    std::size_t calls_max_;
    std::size_t under_way_ = 0;
};

/// Keeps repeated attempts to a fifth of the first ones, so that retries cannot multiply the load that a
/// service fails under. A token bucket: each call pays a fifth of a retry in.
class RetryBudget {
  public:
    void note_call() { fifths_ = std::min(fifths_ + 1, fifths_max); }
    /// Whether one more attempt may be made; counts it.
    [[nodiscard]] bool take() {
        if (fifths_ < retry_costs) return false;
        fifths_ -= retry_costs;
        return true;
    }

  private:
    static constexpr int retry_costs = 5;
    static constexpr int fifths_max = 20 * retry_costs;
    int fifths_ = 3 * retry_costs;  ///< so that the first call of a day may be repeated as well
};

}  // namespace dangol::adapters
