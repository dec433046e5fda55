#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <string_view>

namespace dangol::adapters {

/// The time by which calls are measured: it never jumps.
using CallTime = std::chrono::steady_clock::time_point;

/// When a breaker opens, and for how long.
struct BreakerSettings {
    std::size_t window = 20;            ///< calls that are looked back on
    std::size_t calls_min = 10;         ///< before a share of them says anything
    std::size_t failures_in_a_row = 3;  ///< opens at once, however few calls there are
    std::size_t failed_percent = 50;    ///< of the window, from which it opens
    std::size_t slow_percent = 50;
    std::chrono::milliseconds slow_after{3'000};  ///< an answer that takes longer is slow
    std::chrono::milliseconds open_first{
        2'000};                                  ///< how long it stays open; doubles with each failed trial …
    std::chrono::milliseconds open_max{10'000};  ///< … up to this
    std::size_t probes = 3;                      ///< calls that a trial lets through; all must succeed
};

enum class BreakerState { closed, half_open, open };
[[nodiscard]] std::string_view name_of(BreakerState state);

/// Spares a service that fails, and the callers who would wait for it:
///
///     closed ──(too many failed or slow)──► open ──(time is up)──► half-open ──(all probes succeed)──►
///     closed
///                                            ▲                         │
///                                            └──────(one fails)────────┘
///
/// Pure: time comes in. One thread at a time.
class CircuitBreaker {
  public:
    using Changed = std::function<void(BreakerState from, BreakerState to)>;
    /// `changed` is told of each change of state, within the call that leads to it; it must not call back.
    explicit CircuitBreaker(BreakerSettings settings, Changed changed = {});

    /// Admission to one call. Whoever gets one with `admitted` must `report` it exactly once.
    struct Permit {
        bool admitted = false;
        std::size_t round =
            0;  ///< a call that began before the last change of state says nothing of the present
    };
    [[nodiscard]] Permit admit(CallTime now);

    /// How a call went: not answered (or answered "I am broken") is `failed`; a business "no" is a success.
    void report(Permit permit, bool failed, std::chrono::milliseconds took, CallTime now);

    /// As of the last call: an open breaker becomes half-open when it is next asked to admit one.
    [[nodiscard]] BreakerState state() const { return state_; }

  private:
    struct Seen {
        bool failed = false;
        bool slow = false;
    };
    void enter(BreakerState state);
    void open(CallTime now);
    [[nodiscard]] bool has_failed_enough() const;

    BreakerSettings settings_;
    Changed changed_;
    BreakerState state_ = BreakerState::closed;
    std::size_t round_ = 0;
    std::deque<Seen> window_;
    std::size_t failures_in_a_row_ = 0;
    CallTime open_until_{};
    std::chrono::milliseconds open_for_;
    std::size_t probes_begun_ = 0;
    std::size_t probes_succeeded_ = 0;
};

}  // namespace dangol::adapters
