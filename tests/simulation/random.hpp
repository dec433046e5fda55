#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace dangol::simulation {

/// SplitMix64: small, fast, and the same on every machine. Each component draws from a stream of its own, so
/// that one more draw in one of them does not shift the others.
class Random {
  public:
    Random(std::uint64_t seed, std::string_view stream) : state_(seed) {
        for (const char c : stream) state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    }

    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// 0 … count - 1; `count` > 0.
    std::uint64_t below(std::uint64_t count) { return next() % count; }
    /// From `low` to `high`, both included.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
    }
    bool chance(double probability) { return static_cast<double>(next() >> 11) * 0x1.0p-53 < probability; }

  private:
    std::uint64_t state_;
};

}  // namespace dangol::simulation
