#include "contexts/mypage/pulse.hpp"

#include <algorithm>

namespace dangol::mypage {
namespace {

constexpr std::size_t noted_max = 100'000;
enum : std::uint8_t { step_placed = 1, step_made = 2, step_completed = 4, step_canceled = 8 };

std::int64_t minute_of(Timestamp time) {
    return std::chrono::floor<std::chrono::minutes>(time.time_since_epoch()).count();
}

/// The value that `share` per cent of them do not exceed.
int percentile(const std::vector<int>& sorted, std::size_t share) {
    return sorted[(sorted.size() - 1) * share / 100];
}

}  // namespace

OrderSteps steps_of(const Facts& facts) {
    return {facts.cafe_id, facts.placed_at, facts.made_at, facts.completed_at,
            facts.rejected_at ? facts.rejected_at : facts.canceled_at};
}

void Pulse::note(const std::string& order_id, const OrderSteps& steps, Timestamp now) {
    if (!steps.placed_at) return;
    forget_before(minute_of(now) - minutes_max);
    auto& done = counted(order_id);
    if (auto* count = fresh(done, step_placed, steps.cafe_id, steps.placed_at)) ++count->placed;
    if (auto* count = fresh(done, step_completed, steps.cafe_id, steps.completed_at)) ++count->completed;
    if (auto* count = fresh(done, step_canceled, steps.cafe_id, steps.canceled_at)) ++count->canceled;
    if (auto* count = fresh(done, step_made, steps.cafe_id, steps.made_at)) {
        const auto wait = std::chrono::round<std::chrono::seconds>(*steps.made_at - *steps.placed_at);
        count->waits.push_back(static_cast<int>(std::max<std::int64_t>(0, wait.count())));
    }
}

std::vector<PulseMinute> Pulse::last(int minutes, Timestamp now, const std::optional<CafeId>& cafe) const {
    std::vector<PulseMinute> figures;
    const auto end = minute_of(now);
    for (auto minute = end - minutes + 1; minute <= end; ++minute) {
        auto& figure = figures.emplace_back();
        figure.at = Timestamp{std::chrono::minutes{minute}};
        const auto found = minutes_.find(minute);
        if (found == minutes_.end()) continue;
        std::vector<int> waits;
        for (const auto& [one, count] : found->second) {
            if (cafe && one != *cafe) continue;
            figure.placed += count.placed;
            figure.completed += count.completed;
            figure.canceled += count.canceled;
            waits.insert(waits.end(), count.waits.begin(), count.waits.end());
        }
        if (waits.empty()) continue;
        std::ranges::sort(waits);
        figure.wait_p50 = percentile(waits, 50);
        figure.wait_p90 = percentile(waits, 90);
    }
    return figures;
}

Pulse::Count* Pulse::fresh(Step& counted, Step step, const CafeId& cafe, const std::optional<Timestamp>& at) {
    if (!at || (counted & step) != 0) return nullptr;
    counted = static_cast<Step>(counted | step);
    const auto minute = minute_of(*at);
    return minute < oldest_ ? nullptr : &minutes_[minute][cafe];
}

Pulse::Step& Pulse::counted(const std::string& order_id) {
    const auto key = std::hash<std::string>{}(order_id);
    const auto [entry, is_new] = counted_.try_emplace(key, Step{0});
    if (is_new) {
        noted_.push_back(key);
        if (noted_.size() > noted_max) {
            counted_.erase(noted_.front());
            noted_.pop_front();
        }
    }
    return entry->second;
}

void Pulse::forget_before(Minute minute) {
    if (minute <= oldest_) return;
    oldest_ = minute;
    minutes_.erase(minutes_.begin(), minutes_.lower_bound(minute));
}

}  // namespace dangol::mypage
