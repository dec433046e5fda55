#include "runtime/limits.hpp"

#include <algorithm>
#include <iterator>

namespace dangol::runtime {

Limiter::Outcome Limiter::take(std::span<const Share> shares) {
    const std::lock_guard lock(mutex_);
    const auto now = clock_.steady();
    Outcome outcome;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const auto& [key, rate] = shares[i];
        const auto found = by_key_.find(key);
        if (found == by_key_.end()) continue;
        const auto wait = found->second->whole_at + rate.each - rate.burst * rate.each - now;
        if (wait > outcome.wait) outcome = {wait, i};
    }
    if (outcome.wait > Duration::zero()) return outcome;

    for (const auto& [key, rate] : shares) {
        if (const auto found = by_key_.find(key); found != by_key_.end()) {
            auto& count = *found->second;
            count.whole_at = std::max(count.whole_at, now) + rate.each;
            counts_.splice(counts_.end(), counts_, found->second);
        } else {
            counts_.push_back({key, now + rate.each});
            by_key_.emplace(counts_.back().key, std::prev(counts_.end()));
        }
    }
    forget(now);
    return outcome;
}

void Limiter::give_back(const Share& share) {
    const std::lock_guard lock(mutex_);
    const auto found = by_key_.find(share.key);
    if (found != by_key_.end()) found->second->whole_at -= share.rate.each;
}

std::size_t Limiter::size() {
    const std::lock_guard lock(mutex_);
    return counts_.size();
}

void Limiter::forget(Duration now) {
    // A key whose burst is whole is worth nothing. Those used long ago mostly are, so memory shrinks again.
    while (!counts_.empty() && (counts_.size() > keys_max_ || counts_.front().whole_at <= now)) {
        by_key_.erase(counts_.front().key);
        counts_.pop_front();
    }
}

}  // namespace dangol::runtime
