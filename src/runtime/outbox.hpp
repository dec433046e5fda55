#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/event.hpp"
#include "runtime/backlog.hpp"

namespace dangol::runtime {

/// The events table of one context as its relay sees it, which carries it to a broker. At most one relay
/// works for a context at a time, whatever the number of replicas. One thread. Every call may throw
/// StoreUnavailable; then the relay is no longer ours.
class Outbox {
  public:
    virtual ~Outbox() = default;
    [[nodiscard]] virtual std::string_view source() const = 0;
    /// Becomes the relay, unless another process is. To be asked again every now and then; while we are it,
    /// it costs next to nothing.
    [[nodiscard]] virtual bool acquire() = 0;
    /// The events that follow the last ones given, in order; from the stored cursor on after `acquire` or
    /// `rewind`.
    [[nodiscard]] virtual std::vector<EventRecord> next(std::size_t limit) = 0;
    /// The broker has, durably, everything up to and with `last`: moves the stored cursor. False: another
    /// process has become the relay (the fence); stop.
    [[nodiscard]] virtual bool published(const EventRecord& last) = 0;
    /// Starts again from the stored cursor: the broker did not take what was given.
    virtual void rewind() = 0;
    /// What the broker does not have yet, by the stored cursor; counted up to `backlog_max`. Also while
    /// another process is the relay.
    [[nodiscard]] virtual Backlog backlog() { return {}; }
    static constexpr std::uint64_t backlog_max = 100'000;
};

}  // namespace dangol::runtime
