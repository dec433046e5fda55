#include "contexts/mypage/domain/cafe_pace.hpp"

#include <algorithm>

#include "core/overloaded.hpp"

namespace dangol::mypage {
namespace {

using Decision = Result<std::vector<PaceEvent>>;

Decision decide_in(const PaceState& state, const SetPace& set) {
    const auto changed = [&] {
        return recorded(CafePaceChanged{set.cafe_id, set.pace, set.cafe_version, set.calendar});
    };
    return std::visit(Overloaded{
                          [&](const PaceUnknown&) -> Decision { return changed(); },
                          [&](const PaceKnown& known) -> Decision {
                              const bool same = set.pace == known.pace && set.calendar == known.calendar;
                              if (set.cafe_version <= known.cafe_version || same) return already_so();
                              return changed();
                          },
                      },
                      state);
}

// ── How long until the drinks are made ─────────────────────────────────────────────────────────────

using namespace std::chrono_literals;
constexpr Duration round_min = 5s;
constexpr Duration round_max = 1h;
/// After this many tickets the measured pace weighs as much as the configured one.
constexpr Duration::rep tickets_of_trust = 10;

Duration::rep rounds_for(int units, int stations) {
    const auto at_once = std::max(stations, 1);
    return std::max<Duration::rep>(1, (Duration::rep{units} + at_once - 1) / at_once);
}

Duration blend(Duration said, Duration seen, Duration::rep tickets) {
    return (said * tickets_of_trust + seen * tickets) / (tickets_of_trust + tickets);
}

}  // namespace

Decision decide(const PaceState& state, const PaceCommand& command) {
    return std::visit([&](const auto& one) { return decide_in(state, one); }, command);
}

PaceState evolve(PaceState, const PaceEvent& event) {
    const auto& changed = std::get<CafePaceChanged>(event);
    return PaceKnown{changed.pace, changed.cafe_version, changed.calendar};
}

void RoundTimes::add(int units, int stations, Duration made_in) {
    const auto round = made_in / rounds_for(units, stations);
    if (round < round_min || round > round_max) return;
    if (times_.size() < kept) {
        times_.push_back(round);
        return;
    }
    times_[next_] = round;
    next_ = (next_ + 1) % kept;
}

std::optional<Wait> RoundTimes::spread() const {
    if (times_.empty()) return std::nullopt;
    auto sorted = times_;
    std::ranges::sort(sorted);
    const auto last = sorted.size() - 1;
    return Wait{sorted[last / 5], sorted[last - last / 5]};
}

Wait round_time(const Pace& pace, const RoundTimes& seen) {
    const Duration said =
        std::clamp<Duration>(std::chrono::seconds(pace.seconds_per_unit), round_min, round_max);
    const Wait stated{said * 8 / 10, said * 14 / 10};
    const auto spread = seen.spread();
    if (!spread) return stated;
    const auto tickets = static_cast<Duration::rep>(seen.count());
    return {blend(stated.low, spread->low, tickets), blend(stated.high, spread->high, tickets)};
}

Wait wait_for(int units_ahead, int units_own, const Pace& pace, const RoundTimes& seen) {
    const auto rounds = rounds_for(units_ahead + units_own, pace.stations);
    const auto round = round_time(pace, seen);
    return {round.low * rounds, round.high * rounds};
}

}  // namespace dangol::mypage
