#pragma once

#include <mutex>
#include <utility>

namespace dangol::runtime {

/// A value that several threads use one at a time: in-memory views that the writer keeps and queries read.
/// `use` must be short, must not call back into the same Guarded, and must not let a reference to the value
/// escape.
template <class T>
class Guarded {
  public:
    template <class... Args>
    explicit Guarded(Args&&... args) : value_(std::forward<Args>(args)...) {}

    template <class Use>
    decltype(auto) with(Use&& use) {
        const std::lock_guard lock(mutex_);
        return std::forward<Use>(use)(value_);
    }

  private:
    std::mutex mutex_;
    T value_;
};

}  // namespace dangol::runtime
