#include "adapters/system/writer_thread.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <utility>

#include "adapters/system/thread_role.hpp"

namespace dangol::adapters {
namespace {

using namespace std::chrono_literals;

/// Deadlines are wall time and the wait is not: looking again this often bounds what a moved clock can do.
constexpr std::chrono::milliseconds sleep_max = 1s;
constexpr std::chrono::milliseconds drain_max = 5s;
constexpr std::chrono::milliseconds after_failed_commit = 200ms;

}  // namespace

WriterThread::WriterThread(runtime::Writer& writer, runtime::Clock& clock,
                           std::function<void(std::string_view)> report)
    : writer_(writer), clock_(clock), report_(std::move(report)) {
    writer_.on_work([this] { wake(); });
}

WriterThread::~WriterThread() { stop(); }

void WriterThread::start() {
    thread_ = std::thread([this] { run(); });
}

void WriterThread::stop() {
    if (!thread_.joinable()) return;
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

void WriterThread::wake() {
    // Most wakes find it awake; then no lock is needed.
    if (woken_.exchange(true)) return;
    const std::scoped_lock lock(mutex_);
    changed_.notify_one();
}

void WriterThread::run() {
    become_worker(writer_.name());
    try {
        run_rounds();
        drain();
    } catch (const std::exception& error) {
        const auto words = "writer of " + std::string(writer_.name()) + " cannot go on: " + error.what();
        if (report_) {
            report_(words);
        } else {
            std::fprintf(stderr, "%s\n", words.c_str());
        }
        std::abort();
    }
}

void WriterThread::run_rounds() {
    auto failed = writer_.figures().failed_commits.load();
    for (;;) {
        {
            const std::scoped_lock lock(mutex_);
            if (stopping_) return;
        }
        woken_ = false;
        if (!writer_.step()) {
            sleep();
        } else if (const auto now_failed = writer_.figures().failed_commits.load(); now_failed != failed) {
            failed = now_failed;
            sleep_after_failed_commit();
        }
    }
}

void WriterThread::drain() {
    const auto end = std::chrono::steady_clock::now() + drain_max;
    while (writer_.step() && std::chrono::steady_clock::now() < end) {
    }
    writer_.stop();
}

void WriterThread::sleep() {
    auto wait = sleep_max;
    if (const auto due = writer_.next_due()) wait = std::clamp(*due - clock_.now(), 0ms, sleep_max);
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, wait, [this] { return woken_.load() || stopping_; });
}

void WriterThread::sleep_after_failed_commit() {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, after_failed_commit, [this] { return stopping_; });
}

}  // namespace dangol::adapters
