#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>

#include "core/time.hpp"

namespace dangol::adapters {

/// Wall time that does not jump when somebody sets the machine's clock: it goes on at its pace, and makes up
/// for the difference a fifth faster or slower than real time (as adjtime(3) does, only quicker). So an order
/// that the café has ten minutes for is not cancelled because the clock was set forward by fifteen, and a
/// token of a moment ago is not of the future because it was set back. Only a difference of more than half an
/// hour is followed at once: such a machine did not know the time before. Thread-safe.
class PacedTime {
  public:
    using Nanoseconds = std::chrono::nanoseconds;
    /// The two clocks of a machine at one moment.
    struct Reading {
        Nanoseconds wall;    ///< since 1970, UTC; may be set
        Nanoseconds steady;  ///< since any moment; counts a suspended machine's time too
    };
    struct Jump {
        Duration by;       ///< positive: the clock was set forward
        bool followed;     ///< at once
        Duration made_up;  ///< after this time the difference is gone
    };

    static constexpr Nanoseconds noticed = std::chrono::seconds{1};
    static constexpr Nanoseconds followed = std::chrono::minutes{30};
    static constexpr int slower = 5;  ///< a fifth

    /// `read` is called from any thread. `on_jump`, if set, is called once for each jump, from the thread
    /// that noticed it.
    explicit PacedTime(std::function<Reading()> read, std::function<void(Jump)> on_jump = {});

    [[nodiscard]] Nanoseconds now();

  private:
    [[nodiscard]] Reading read_at_one_moment() const;
    [[nodiscard]] std::optional<Jump> adjust(const Reading& reading);

    std::function<Reading()> read_;
    std::function<void(Jump)> on_jump_;
    std::atomic<Nanoseconds> offset_;  ///< from steady to paced time
    std::mutex mutex_;
    Nanoseconds behind_{};  ///< what the last adjustment left to be made up
    Nanoseconds adjusted_at_{};
};

}  // namespace dangol::adapters
