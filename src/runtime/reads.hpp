#pragma once

#include <functional>

#include "core/request_context.hpp"
#include "core/result.hpp"
#include "runtime/store.hpp"

namespace dangol::runtime {

/// Answers questions from committed state, off the writer's and the I/O threads. Thread-safe. A question sees
/// every commit that was acknowledged before it was asked.
class Reads {
  public:
    /// Called exactly once: with a reader, or with the reason why there is none (too much is waiting, the
    /// database is away, the process ends). It may throw StoreBroken to report what it met; it has answered
    /// its caller before.
    using Question = std::move_only_function<void(Result<Reader*>)>;

    virtual ~Reads() = default;
    /// `caller`: who waits for the answer. Critical questions go first; a sheddable one that would wait too
    /// long is refused.
    virtual void read(Question question, Caller caller = {}) = 0;
};

}  // namespace dangol::runtime
