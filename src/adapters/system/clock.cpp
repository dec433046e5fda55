#include "adapters/system/clock.hpp"

#include <time.h>

#include <utility>

namespace dangol::adapters {
namespace {

PacedTime::Nanoseconds read(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

/// While a machine is suspended CLOCK_MONOTONIC stands still: waking up would look like a jump.
PacedTime::Nanoseconds steady_now() { return read(CLOCK_BOOTTIME); }

}  // namespace

SystemClock::SystemClock(std::function<void(PacedTime::Jump)> on_jump)
    : time_([] { return PacedTime::Reading{read(CLOCK_REALTIME), steady_now()}; }, std::move(on_jump)) {}

Duration SystemClock::steady() { return std::chrono::floor<Duration>(steady_now()); }

}  // namespace dangol::adapters
