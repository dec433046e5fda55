#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

#include "runtime/ports.hpp"

namespace dangol::adapters {

/// Timers on one thread of their own. A call must be short; those of the same instant run in the order they
/// were asked for. An exception from a call is reported and harms no other. Must not be destroyed from within
/// a call.
class ThreadTimers final : public runtime::Timers {
  public:
    using Report = std::function<void(std::string_view why)>;

    /// `on_trouble` is called on the timers' thread; without one, standard error is told.
    explicit ThreadTimers(Report on_trouble = {});
    ~ThreadTimers() override;
    ThreadTimers(const ThreadTimers&) = delete;
    ThreadTimers& operator=(const ThreadTimers&) = delete;

    void after(Duration delay, std::move_only_function<void()> call) override;
    /// Nobody is called any more, and what was pending is dropped. Not from within a call.
    void stop();

  private:
    using SteadyTime = std::chrono::steady_clock::time_point;
    struct Pending {
        SteadyTime due;
        std::uint64_t number = 0;
        std::move_only_function<void()> call;
    };
    static bool later(const Pending& a, const Pending& b);
    void run();
    void report(std::string_view why) const;

    Report on_trouble_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Pending> heap_;  ///< the earliest in front
    std::uint64_t asked_ = 0;
    bool stopping_ = false;
    std::thread thread_;  ///< last: it uses all of the above
};

}  // namespace dangol::adapters
