#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "contexts/mypage/events.hpp"
#include "core/time.hpp"

/// How long until the drinks are made: pure arithmetic on the work ahead and on how fast the branch has been
/// lately. Work goes in rounds: a branch with 2 stations makes 2 units in one round.
namespace dangol::mypage {

/// From a good day to a bad one. 0 ≤ low ≤ high.
struct Wait {
    Duration low{};
    Duration high{};
    bool operator==(const Wait&) const = default;
};

/// How long a round took with the last tickets of one branch. Tickets outside 5 s … 1 h for a round are
/// nobody's pace (a forgotten tap) and do not count.
class RoundTimes {
  public:
    static constexpr std::size_t kept = 50;

    void add(int units, int stations, Duration made_in);
    [[nodiscard]] std::size_t count() const { return times_.size(); }
    /// Between the 20th and the 80th percentile; nothing before the first ticket.
    [[nodiscard]] std::optional<Wait> spread() const;

  private:
    std::vector<Duration> times_;  ///< a ring once it is full
    std::size_t next_ = 0;
};

/// One round: what the branch says of itself (−20 % … +40 %), giving way to what it does as tickets are seen.
[[nodiscard]] Wait round_time(const Pace& pace, const RoundTimes& seen);

/// Until `units_own` are made when `units_ahead` go before them. Whoever orders only a cookie still waits for
/// one round.
[[nodiscard]] Wait wait_for(int units_ahead, int units_own, const Pace& pace, const RoundTimes& seen);

}  // namespace dangol::mypage
