#pragma once

#include <functional>

#include "runtime/store.hpp"

namespace dangol::runtime {

/// Answers questions from committed state, off the writer's and the I/O threads. Thread-safe. A question sees
/// every commit that was acknowledged before it was asked.
class Reads {
  public:
    virtual ~Reads() = default;
    /// Runs `question` soon with a reader. If it throws, that is logged and the question gets no second
    /// chance: a handler's `respond` is then destroyed unanswered, which answers 500.
    virtual void read(std::move_only_function<void(Reader&)> question) = 0;
};

}  // namespace dangol::runtime
