#include "adapters/system/thread_timers.hpp"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <utility>

namespace dangol::adapters {

ThreadTimers::ThreadTimers(Report on_trouble)
    : on_trouble_(std::move(on_trouble)), thread_([this] { run(); }) {}

ThreadTimers::~ThreadTimers() { stop(); }

void ThreadTimers::stop() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_one();
    if (thread_.joinable()) thread_.join();
    heap_.clear();
}

void ThreadTimers::after(Duration delay, std::move_only_function<void()> call) {
    bool earliest = false;
    {
        const std::scoped_lock lock(mutex_);
        if (stopping_) return;
        const auto number = ++asked_;
        heap_.push_back({std::chrono::steady_clock::now() + delay, number, std::move(call)});
        std::ranges::push_heap(heap_, later);
        earliest = heap_.front().number == number;
    }
    if (earliest) changed_.notify_one();
}

bool ThreadTimers::later(const Pending& a, const Pending& b) {
    return std::pair{a.due, a.number} > std::pair{b.due, b.number};
}

void ThreadTimers::run() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        if (heap_.empty()) {
            changed_.wait(lock);
            continue;
        }
        if (const auto due = heap_.front().due; std::chrono::steady_clock::now() < due) {
            changed_.wait_until(lock, due);
            continue;
        }
        std::ranges::pop_heap(heap_, later);
        auto call = std::move(heap_.back().call);
        heap_.pop_back();
        lock.unlock();
        try {
            call();
        } catch (const std::exception& error) {
            report(error.what());
        } catch (...) {
            report("not a std::exception");
        }
        call = nullptr;  // what it holds is released without the lock
        lock.lock();
    }
}

void ThreadTimers::report(std::string_view why) const {
    if (on_trouble_) {
        on_trouble_(why);
    } else {
        std::fprintf(stderr, "timers: %.*s\n", static_cast<int>(why.size()), why.data());
    }
}

}  // namespace dangol::adapters
