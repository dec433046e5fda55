#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "runtime/changes.hpp"

namespace dangol::runtime {

/// One event as a consumer gets it. It may come again; the consumer's stored position tells.
struct Delivered {
    std::shared_ptr<const EventRecord> event;
    int partition = 0;
    std::uint64_t offset = 0;
};

/// One consumer's view of its sources. Used by one thread.
class Subscription {
  public:
    virtual ~Subscription() = default;
    /// Up to `max` events that were not yet polled, in order within (source, partition). Does not wait.
    [[nodiscard]] virtual std::vector<Delivered> poll(std::size_t max) = 0;
    /// Polls again from the given positions: what was polled since could not be committed.
    virtual void rewind(std::span<const Position> positions) = 0;
};

/// Carries committed events from the context that published them to those that react. At least once, in order
/// for each subject.
class EventBus {
  public:
    virtual ~EventBus() = default;
    /// `from` are the consumer's stored positions; a source without one starts at its beginning. `wake` is
    /// called from any thread when there may be something to poll; it must not block.
    [[nodiscard]] virtual std::unique_ptr<Subscription> subscribe(std::string consumer,
                                                                  std::vector<std::string> sources,
                                                                  std::vector<Position> from,
                                                                  std::function<void()> wake) = 0;
    /// Called by a writer after its commit. A hint for speed: an event that was committed but never announced
    /// is delivered all the same.
    virtual void committed(std::string_view source,
                           std::span<const std::shared_ptr<const EventRecord>> events) = 0;
};

}  // namespace dangol::runtime
