#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>

#include "runtime/ports.hpp"
#include "runtime/writer.hpp"

namespace dangol::adapters {

/// Drives one Writer on a thread of its own: rounds as long as there is something to do, then sleep until it
/// is woken or something falls due. After a failed commit it waits a moment, so that a full disk is not
/// beaten.
///
/// The writer itself survives a broken store. An exception that leaves a round all the same is a bug: it is
/// reported and the process aborts. Nothing that was acknowledged is lost by that, while going on might lose
/// or repeat something.
class WriterThread {
  public:
    /// Takes the writer's `on_work`. Make the threads of all writers before starting the first, because a
    /// commit of one wakes the others. `report` gets the last words before an abort; without one they go to
    /// stderr.
    WriterThread(runtime::Writer& writer, runtime::Clock& clock,
                 std::function<void(std::string_view)> report = {});
    ~WriterThread();  ///< stops. Stop all writers before destroying the first: they wake each other
    WriterThread(const WriterThread&) = delete;
    WriterThread& operator=(const WriterThread&) = delete;

    void start();
    /// Finishes what is queued (for 5 s at most), refuses the rest, and ends the thread. Once; not from the
    /// writer's own thread.
    void stop();
    /// There may be something to do. Any thread; does not block.
    void wake();

  private:
    void run();
    void run_rounds();
    void drain();
    void sleep();
    void sleep_after_failed_commit();

    runtime::Writer& writer_;
    runtime::Clock& clock_;
    std::function<void(std::string_view)> report_;
    std::atomic<bool> woken_{true};
    std::mutex mutex_;
    std::condition_variable changed_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace dangol::adapters
