#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/changes.hpp"

namespace dangol::runtime {

/// One event as a consumer gets it. It may come again; the consumer's stored position tells (see `repeats`).
struct Delivered {
    std::shared_ptr<const EventRecord> event;
    int partition = 0;
    std::uint64_t offset = 0;  ///< grows within (source, partition); the first is 1 or more
};

/// The type of an event that arrived and is not readable as one; `data` is what arrived. The writer parks it.
inline constexpr std::string_view unreadable = "(unreadable)";

/// One consumer's view of its sources. Used by one thread.
class Subscription {
  public:
    virtual ~Subscription() = default;
    /// Up to `max` events that were not yet polled, in order within (source, partition). Does not wait.
    [[nodiscard]] virtual std::vector<Delivered> poll(std::size_t max) = 0;
    /// Polls again from the given positions: what was polled since could not be committed.
    virtual void rewind(std::span<const Position> positions) = 0;
    /// True if an event may come again under another offset (its publisher tried twice; a range was
    /// republished; the source was made anew and counts from the start): then only the event's id tells, not
    /// the position.
    [[nodiscard]] virtual bool repeats() const { return false; }
};

/// The consumer's positions as they are stored now. Throws StoreUnavailable.
using StoredPositions = std::function<std::vector<Position>()>;

/// Carries committed events from the context that published them to those that react. At least once, in order
/// for each subject.
class EventBus {
  public:
    virtual ~EventBus() = default;
    /// A source, or a partition of it, without a stored position starts at its beginning. `from` is called by
    /// `subscribe` and, where replicas of a consumer share the partitions, by `poll` whenever a partition
    /// falls to this one; what it throws goes through. `wake` is called from any thread when there may be
    /// something to poll; it must not block.
    [[nodiscard]] virtual std::unique_ptr<Subscription> subscribe(std::string consumer,
                                                                  std::vector<std::string> sources,
                                                                  StoredPositions from,
                                                                  std::function<void()> wake) = 0;
    /// Called by a writer after its commit. A hint for speed: an event that was committed but never announced
    /// is delivered all the same.
    virtual void committed(std::string_view source,
                           std::span<const std::shared_ptr<const EventRecord>> events) = 0;
};

}  // namespace dangol::runtime
