#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "runtime/ports.hpp"

/// Time that a test moves by hand, and ids that count.
namespace dangol::test {

class ManualClock final : public runtime::Clock {
  public:
    Timestamp now() override { return now_; }
    Duration steady() override { return steady_; }
    void advance_to(Timestamp time) { advance(std::max(time - now_, Duration::zero())); }
    void advance(Duration by) {
        now_ += by;
        steady_ += by;
    }
    /// Somebody sets the wall clock; no time passes.
    void set(Duration by) { now_ += by; }

  private:
    Duration steady_{};
    Timestamp now_{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};  ///< Monday, 09:00 in Seoul
};

class ManualTimers final : public runtime::Timers {
  public:
    explicit ManualTimers(ManualClock& clock) : clock_(clock) {}

    void after(Duration delay, std::move_only_function<void()> call) override {
        calls_.emplace(std::pair{clock_.steady() + delay, asked_++}, std::move(call));
    }
    /// How many calls were asked for so far.
    [[nodiscard]] std::uint64_t asked() const { return asked_; }
    /// Runs the next call that is due until `time`, with the clock at its moment. False: there is none.
    bool run_next(Timestamp time) {
        const auto due = next_due();
        if (!due || *due > time) return false;
        auto first = calls_.extract(calls_.begin());
        clock_.advance_to(*due);
        first.mapped()();
        return true;
    }
    void run_for(Duration time) {
        const auto end = clock_.now() + time;
        while (run_next(end)) {
        }
        clock_.advance_to(end);
    }
    [[nodiscard]] std::optional<Timestamp> next_due() const {
        if (calls_.empty()) return std::nullopt;
        return clock_.now() + (calls_.begin()->first.first - clock_.steady());
    }

  private:
    ManualClock& clock_;
    std::uint64_t asked_ = 0;
    std::multimap<std::pair<Duration, std::uint64_t>, std::move_only_function<void()>> calls_;
};

class CountedIds final : public runtime::Ids {
  public:
    std::string next() override { return "id-" + std::to_string(++count_); }
    std::uint64_t random(unsigned) override { return ++count_; }
    std::string secret() override { return "secret-" + std::to_string(++count_); }

  private:
    std::uint64_t count_ = 0;
};

}  // namespace dangol::test
