#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>

#include "traffic/bench/histogram.hpp"

namespace dangol::traffic::bench {

using Clock = std::chrono::steady_clock;

/// What a player asks for; the names are those of the report.
enum class Step { place, approve, make_start, claim, make_complete, start, confirm, hand_over, status };
inline constexpr std::array<std::string_view, 9> step_names{
    "place", "approve", "makeStart", "claim", "makeComplete", "start", "confirm", "handOver", "status"};

/// An order that came to its end, and who may look at it.
struct FinishedOrder {
    std::string order_id;
    std::size_t guest = 0;
};

/// What happened while it was measured. One thread.
class Recorder {
  public:
    void open() { open_ = true; }
    void close() { open_ = false; }

    /// A step that succeeded, from its first attempt to the answer.
    void step(Step step, Clock::duration took) {
        if (!open_) return;
        const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
        steps_[static_cast<std::size_t>(step)].record(static_cast<std::uint64_t>(micros));
    }
    /// A whole story. Some of the last ones are kept, to look at afterwards.
    void story(FinishedOrder order) {
        if (!open_) return;
        ++stories_;
        if (order.order_id.empty()) return;
        last_.push_back(std::move(order));
        if (last_.size() > sample_max) last_.pop_front();
    }
    /// Errors count at any time: an error while warming up is no better.
    void error(std::string what) {
        ++errors_;
        if (kinds_.size() < kinds_max || kinds_.contains(what)) ++kinds_[std::move(what)];
    }

    [[nodiscard]] const Histogram& histogram(Step step) const {
        return steps_[static_cast<std::size_t>(step)];
    }
    [[nodiscard]] std::uint64_t stories() const { return stories_; }
    [[nodiscard]] std::uint64_t errors() const { return errors_; }
    [[nodiscard]] const std::map<std::string, std::uint64_t>& error_kinds() const { return kinds_; }
    [[nodiscard]] const std::deque<FinishedOrder>& last_orders() const { return last_; }

  private:
    static constexpr std::size_t sample_max = 200;
    static constexpr std::size_t kinds_max = 20;

    bool open_ = false;
    std::array<Histogram, step_names.size()> steps_;
    std::uint64_t stories_ = 0;
    std::uint64_t errors_ = 0;
    std::map<std::string, std::uint64_t> kinds_;
    std::deque<FinishedOrder> last_;
};

}  // namespace dangol::traffic::bench
