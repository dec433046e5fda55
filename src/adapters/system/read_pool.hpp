#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "runtime/reads.hpp"
#include "runtime/shedding_queue.hpp"

namespace dangol::adapters {

struct ReadPoolOptions {
    std::size_t threads = 2;
    /// For each context; a question beyond them is refused with 503.
    runtime::SheddingLimits queue = {};
    /// Called for each question that threw. Any thread; without one it goes to stderr.
    std::function<void(std::string_view context, std::string_view why)> on_trouble = {};
};

/// Threads that answer the questions of several contexts, each with a reader of its own for each context,
/// opened when it is first needed. Contexts take turns, so that many questions to one do not keep another's
/// waiting.
class ReadPool {
  public:
    using OpenReader = std::function<std::unique_ptr<runtime::Reader>()>;

    explicit ReadPool(ReadPoolOptions options);
    ~ReadPool();  ///< stops
    ReadPool(const ReadPool&) = delete;
    ReadPool& operator=(const ReadPool&) = delete;

    /// The door for one context's questions. Add all before the first question; the pool must outlive them.
    /// `open` is called from the pool's threads.
    [[nodiscard]] std::unique_ptr<runtime::Reads> add(std::string context, OpenReader open);

    /// Finishes the questions being answered, refuses the queued ones and closes all readers: the stores may
    /// go then.
    void stop();

    /// How many questions were refused because too much was waiting. Any thread.
    [[nodiscard]] std::uint64_t shed() const { return shed_.load(std::memory_order_relaxed); }

  private:
    class Door;
    using Question = runtime::Reads::Question;
    struct Lane {
        std::string context;
        OpenReader open;
        runtime::SheddingQueue<Question> questions;
    };

    void ask(std::size_t lane, Question question, Caller caller);
    void run();
    /// The next lane with a question, after the one served last. There is one.
    std::size_t next_lane();
    void refuse(std::vector<Question>& shed);
    void answer(const Lane& lane, std::unique_ptr<runtime::Reader>& reader, Question question);
    void report(std::string_view context, std::string_view why) const;

    ReadPoolOptions options_;
    std::mutex mutex_;
    std::condition_variable asked_;
    std::deque<Lane> lanes_;  ///< addresses stay
    std::size_t served_ = 0;  ///< lane
    std::size_t queued_ = 0;
    bool stopping_ = false;
    std::atomic<std::uint64_t> shed_{0};
    std::vector<std::thread> threads_;
};

}  // namespace dangol::adapters
