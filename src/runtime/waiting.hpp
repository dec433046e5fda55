#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/event.hpp"
#include "core/result.hpp"
#include "runtime/ports.hpp"
#include "runtime/task.hpp"

namespace dangol::runtime {

/// Requests that wait for what happens next to an aggregate: another context's verdict, the outcome of a call
/// to the outside. One timer serves all of them. Thread-safe.
class Waiting {
  public:
    using Event = std::shared_ptr<const EventRecord>;  ///< null: it did not come in time

    explicit Waiting(const Environment& environment);
    ~Waiting();  ///< stops
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;

    /// Calls back with an event about `subject` after `version` whose type is one of `types`, right after its
    /// commit – if that commit has several, with the last one –, with null after `within`, or with
    /// the rejection `stopping` when nothing more will come. Called from the writer's thread in the reply of
    /// a commit, it misses nothing that is committed after that.
    void add(std::string subject, std::uint64_t version, std::vector<std::string_view> types, Duration within,
             Callback<Result<Event>> done);
    void committed(std::span<const Event> events);
    /// Ends all that wait, and from now on whoever comes, with `stopping`.
    void stop();

  private:
    struct Table;
    std::shared_ptr<Table> table_;  ///< shared with the timer, which may come after the end
};

}  // namespace dangol::runtime
