#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace dangol::adapters::kafka {

/// Wakes one thread that waits for any of several things. A signal that comes before the wait is not lost.
class Signal {
  public:
    void raise() {
        {
            const std::scoped_lock lock(mutex_);
            raised_ = true;
        }
        changed_.notify_one();
    }
    /// Until raised, or for `longest`; then it is down again.
    void wait(std::chrono::milliseconds longest) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, longest, [this] { return raised_; });
        raised_ = false;
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool raised_ = false;
};

}  // namespace dangol::adapters::kafka
