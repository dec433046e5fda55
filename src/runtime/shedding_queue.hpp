#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <optional>
#include <utility>
#include <vector>

#include "core/request_context.hpp"
#include "core/time.hpp"

namespace dangol::runtime {

struct SheddingLimits {
    Duration patience = std::chrono::seconds{1};
    std::size_t max = 20'000;  ///< of all entries; sheddable ones leave half of it to critical ones
};

/// What waits to be done by one thread or a few. Critical entries are taken first. Of the sheddable ones
/// nobody waits in vain: clients give up after a while, and a queue that stands longer than that has every
/// answer come too late. What has waited for `patience` is shed; and once the oldest has waited half of that,
/// newcomers are refused at once, which is cheaper. So what is taken is always young enough, and the queue
/// stays as short as the work is slow.
///
/// A bound on the time, not on the number: K. Nichols and V. Jacobson, "Controlling Queue Delay" (ACM Queue,
/// 2012); for servers B. Maurer, "Fail at Scale" (ACM Queue, 2015), and WeChat's DAGOR (H. Zhou et al.,
/// 2018), which refuses by class. First in, first out, since what is taken is young.
///
/// Not thread-safe. Times are Clock::steady.
template <class T>
class SheddingQueue {
  public:
    explicit SheddingQueue(SheddingLimits limits) : limits_(limits) {}

    /// False, with `entry` left alone: it is refused.
    [[nodiscard]] bool push(T& entry, Caller caller, Duration now) {
        if (!caller.sheddable()) {
            if (size() >= limits_.max) return false;
            critical_.push_back(std::move(entry));
            return true;
        }
        if (now >= refuses_from() || size() >= limits_.max / 2) return false;
        sheddable_.push_back({std::move(entry), std::move(caller), now});
        return true;
    }
    /// Takes it in, however much is waiting.
    void push_owed(T entry) { critical_.push_back(std::move(entry)); }
    /// What was taken and is to be taken again, first of all. Its time is not asked for any more.
    void push_again(T entry) { critical_.push_front(std::move(entry)); }

    [[nodiscard]] std::optional<T> pop_critical() {
        if (critical_.empty()) return std::nullopt;
        std::optional<T> entry(std::move(critical_.front()));
        critical_.pop_front();
        return entry;
    }
    /// The oldest that is young enough and whose client is still there. Those before it go to `shed`.
    [[nodiscard]] std::optional<T> pop_sheddable(Duration now, std::vector<T>& shed) {
        while (!sheddable_.empty()) {
            auto oldest = std::move(sheddable_.front());
            sheddable_.pop_front();
            const bool late = now - oldest.since >= limits_.patience;
            if (!late && !oldest.caller.has_left()) return std::move(oldest.entry);
            shed.push_back(std::move(oldest.entry));
        }
        return std::nullopt;
    }
    [[nodiscard]] std::vector<T> take_all() {
        std::vector<T> all;
        all.reserve(size());
        for (auto& entry : critical_) all.push_back(std::move(entry));
        for (auto& waiting : sheddable_) all.push_back(std::move(waiting.entry));
        critical_.clear();
        sheddable_.clear();
        return all;
    }

    /// When sheddable newcomers are refused if nothing is taken until then.
    [[nodiscard]] Duration refuses_from() const {
        return sheddable_.empty() ? Duration::max() : sheddable_.front().since + limits_.patience / 2;
    }
    [[nodiscard]] std::size_t size() const { return critical_.size() + sheddable_.size(); }
    [[nodiscard]] bool empty() const { return size() == 0; }

  private:
    struct Waiting {
        T entry;
        Caller caller;
        Duration since;
    };

    SheddingLimits limits_;
    std::deque<T> critical_;
    std::deque<Waiting> sheddable_;
};

}  // namespace dangol::runtime
