// When to stop asking, and when to ask again.
#include "adapters/remote/circuit_breaker.hpp"

#include <algorithm>
#include <utility>

namespace dangol::adapters {

std::string_view name_of(BreakerState state) {
    switch (state) {
        case BreakerState::closed: return "closed";
        case BreakerState::half_open: return "half-open";
        case BreakerState::open: return "open";
    }
    std::unreachable();
}

CircuitBreaker::CircuitBreaker(BreakerSettings settings, Changed changed)
    : settings_(settings), changed_(std::move(changed)), open_for_(settings.open_first) {}

CircuitBreaker::Permit CircuitBreaker::admit(CallTime now) {
    if (state_ == BreakerState::open && now >= open_until_) enter(BreakerState::half_open);
    switch (state_) {
        case BreakerState::closed: return {true, round_};
        case BreakerState::half_open:
            if (probes_begun_ == settings_.probes) return {};
            ++probes_begun_;
            return {true, round_};
        case BreakerState::open: return {};
    }
    std::unreachable();
}

void CircuitBreaker::report(Permit permit, bool failed, std::chrono::milliseconds took, CallTime now) {
    if (permit.round != round_) return;
    const bool slow = took > settings_.slow_after;
    if (state_ == BreakerState::half_open) {
        if (failed || slow) {
            open_for_ = std::min(2 * open_for_, settings_.open_max);
            open(now);
        } else if (++probes_succeeded_ == settings_.probes) {
            open_for_ = settings_.open_first;
            enter(BreakerState::closed);
        }
        return;
    }
    window_.push_back({failed, slow});
    if (window_.size() > settings_.window) window_.pop_front();
    failures_in_a_row_ = failed ? failures_in_a_row_ + 1 : 0;
    if (has_failed_enough()) open(now);
}

bool CircuitBreaker::has_failed_enough() const {
    if (failures_in_a_row_ >= settings_.failures_in_a_row) return true;
    if (window_.size() < settings_.calls_min) return false;
    const auto reaches = [&](std::ptrdiff_t count, std::size_t percent) {
        return static_cast<std::size_t>(count) * 100 >= percent * window_.size();
    };
    return reaches(std::ranges::count(window_, true, &Seen::failed), settings_.failed_percent) ||
           reaches(std::ranges::count(window_, true, &Seen::slow), settings_.slow_percent);
}

void CircuitBreaker::open(CallTime now) {
    open_until_ = now + open_for_;
    enter(BreakerState::open);
}

void CircuitBreaker::enter(BreakerState state) {
    const auto from = std::exchange(state_, state);
    ++round_;
    window_.clear();
    failures_in_a_row_ = 0;
    probes_begun_ = 0;
    probes_succeeded_ = 0;
    if (changed_) changed_(from, state);
}

}  // namespace dangol::adapters
