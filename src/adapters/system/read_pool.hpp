#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "runtime/reads.hpp"

namespace dangol::adapters {

struct ReadPoolOptions {
    std::size_t threads = 2;
    std::size_t queued_max =
        20'000;  ///< for each context; a question beyond it is refused with 503, and reported
    /// Called for each question that threw or was refused. Any thread; without one it goes to stderr.
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

  private:
    class Door;
    using Question = runtime::Reads::Question;
    struct Lane {
        std::string context;
        OpenReader open;
        std::deque<Question> questions;
    };

    void ask(std::size_t lane, Question question);
    void run();
    /// The next lane with a question, after the one served last. There is one.
    std::size_t next_lane();
    void answer(const Lane& lane, std::unique_ptr<runtime::Reader>& reader, Question question);
    void report(std::string_view context, std::string_view why) const;

    ReadPoolOptions options_;
    std::mutex mutex_;
    std::condition_variable asked_;
    std::deque<Lane> lanes_;  ///< addresses stay
    std::size_t served_ = 0;  ///< lane
    std::size_t queued_ = 0;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace dangol::adapters
