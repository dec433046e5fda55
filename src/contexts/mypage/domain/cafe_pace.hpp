#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/calendar.hpp"
#include "core/decision.hpp"
#include "core/ids.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

/// CafePace: MyPage's copy of a branch's data: its pace, for estimates, and its calendar, for days of sales.
///
///     PaceUnknown ─SetPace─► PaceKnown ─SetPace, of a newer version of the branch─► PaceKnown
namespace dangol::mypage {

/// The configured pace of a branch.
struct Pace {
    int seconds_per_unit = 60;  ///< to make one drink at one station
    int stations = 2;           ///< drinks made at the same time
    bool operator==(const Pace&) const = default;
};
BOOST_DESCRIBE_STRUCT(Pace, (), (seconds_per_unit, stations))

/// Private, like all events of MyPage.
struct CafePaceChanged {
    CafeId cafe_id;
    Pace pace;
    std::uint64_t cafe_version = 0;  ///< of the branch with this pace
    Calendar calendar;               ///< of the branch
};
BOOST_DESCRIBE_STRUCT(CafePaceChanged, (), (cafe_id, pace, cafe_version, calendar))

struct PaceUnknown {};
struct PaceKnown {
    Pace pace;
    std::uint64_t cafe_version = 0;
    Calendar calendar;
};
BOOST_DESCRIBE_STRUCT(PaceUnknown, (), ())
BOOST_DESCRIBE_STRUCT(PaceKnown, (), (pace, cafe_version, calendar))

using PaceState = std::variant<PaceUnknown, PaceKnown>;

struct SetPace {
    CafeId cafe_id;
    Pace pace;
    std::uint64_t cafe_version = 0;
    Calendar calendar;
};

using PaceCommand = std::variant<SetPace>;
using PaceEvent = std::variant<CafePaceChanged>;

/// Nothing if this or something newer is known.
[[nodiscard]] Result<std::vector<PaceEvent>> decide(const PaceState& state, const PaceCommand& command);
[[nodiscard]] PaceState evolve(PaceState state, const PaceEvent& event);

// ── How long until the drinks are made ─────────────────────────────────────────────────────────────
//
// Arithmetic on the work ahead and on how fast the branch has been lately. Work goes in rounds: a branch with
// 2 stations makes 2 units in one round.

/// From a good day to a bad one. 0 ≤ low ≤ high.
struct Wait {
    Duration low{};
    Duration high{};
    bool operator==(const Wait&) const = default;
};

/// How long a round took with the last tickets of one branch. Tickets outside 5 s … 1 h for a round are
/// outliers (a forgotten tap) and do not count.
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

/// One round: the configured pace (−20 % … +40 %), replaced by the measured one as tickets accumulate.
[[nodiscard]] Wait round_time(const Pace& pace, const RoundTimes& seen);

/// Until `units_own` are made when `units_ahead` go before them. An order with only a cookie still waits for
/// one round.
[[nodiscard]] Wait wait_for(int units_ahead, int units_own, const Pace& pace, const RoundTimes& seen);

}  // namespace dangol::mypage
