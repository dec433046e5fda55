#include "adapters/system/paced_time.hpp"

#include <algorithm>
#include <utility>

namespace dangol::adapters {
namespace {

using namespace std::chrono_literals;
/// Two clocks cannot be read at the same instant.
constexpr PacedTime::Nanoseconds precision = 2ms;
constexpr int readings_max = 5;

}  // namespace

PacedTime::PacedTime(std::function<Reading()> read, std::function<void(Jump)> on_jump)
    : read_(std::move(read)), on_jump_(std::move(on_jump)) {
    const auto reading = read_at_one_moment();
    offset_ = reading.wall - reading.steady;
}

PacedTime::Nanoseconds PacedTime::now() {
    auto reading = read_();
    if (std::chrono::abs(reading.wall - reading.steady - offset_.load()) > precision) {
        std::optional<Jump> jump;
        {
            const std::scoped_lock lock(mutex_);
            reading = read_at_one_moment();
            jump = adjust(reading);
        }
        if (jump && on_jump_) on_jump_(*jump);
    }
    return reading.steady + offset_.load();
}

/// A thread that was put aside between the two clocks would see a jump where there is none.
PacedTime::Reading PacedTime::read_at_one_moment() const {
    auto reading = read_();
    for (int i = 1; i < readings_max; ++i) {
        const auto next = read_();
        const bool close = next.steady - reading.steady <= precision;
        reading = next;
        if (close) break;
    }
    return reading;
}

std::optional<PacedTime::Jump> PacedTime::adjust(const Reading& reading) {
    const auto difference = reading.wall - reading.steady - offset_.load();
    const auto jump = difference - behind_;
    const bool at_once = std::chrono::abs(difference) > followed;
    if (std::chrono::abs(behind_) <= precision) adjusted_at_ = reading.steady;
    const auto most = (reading.steady - adjusted_at_) / slower;
    const auto change = at_once ? difference : std::clamp(difference, -most, most);
    offset_ = offset_.load() + change;
    behind_ = difference - change;
    adjusted_at_ = reading.steady;
    if (std::chrono::abs(jump) < noticed) return std::nullopt;
    return Jump{.by = std::chrono::duration_cast<Duration>(jump),
                .followed = at_once,
                .made_up = std::chrono::duration_cast<Duration>(std::chrono::abs(behind_) * slower)};
}

}  // namespace dangol::adapters
