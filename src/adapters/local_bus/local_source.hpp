#pragma once

#include <deque>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "adapters/local_bus/local_bus.hpp"

namespace dangol::adapters {

/// Where one consumer stands in one source.
struct LocalCursor {
    std::string consumer;
    std::uint64_t at = 0;  ///< position of the last event polled
    std::function<void()> wake;
    bool halted = false;  ///< it is ahead of its source, and gets nothing
};

/// One source of a LocalBus. Thread-safe: one mutex for what is in memory, held briefly, and one for the
/// reader, held while a page is read, so that a consumer that catches up never delays the source's writer.
///
/// Invariant: `tail_` holds every event after `floor_` up to `floor_ + tail_.size()`; positions in it have no
/// gaps. What lies beyond the tail's end (up to `known_last_`) or before it is read from the store.
///
/// A consumer that has read further than the source goes is halted: the source was put back to an older copy,
/// and its next events would come under positions that the consumer has behind it.
class LocalSource {
  public:
    LocalSource(std::string name, const LocalBusOptions& options)
        : name_(std::move(name)), options_(options) {}

    using Cursors = std::list<LocalCursor>;
    [[nodiscard]] Cursors::iterator join(const std::string& consumer, std::uint64_t at,
                                         std::function<void()> wake);
    void leave(Cursors::iterator cursor);
    void rewind(Cursors::iterator cursor, std::uint64_t at);

    /// Appends up to `max` events after the cursor and moves it.
    void poll(Cursors::iterator cursor, std::size_t max, std::vector<runtime::Delivered>& into);
    void committed(std::span<const std::shared_ptr<const EventRecord>> events);
    /// Asks the store for its last position, wakes the consumers that are not there yet, and halts those that
    /// are ahead of it.
    void look();

    void lags(std::vector<LocalLag>& into);
    [[nodiscard]] runtime::Backlog backlog();

  private:
    using Event = std::shared_ptr<const EventRecord>;

    /// From memory. False if the store must be asked.
    bool take_from_tail(LocalCursor& cursor, std::size_t max, std::vector<runtime::Delivered>& into);
    [[nodiscard]] std::vector<EventRecord> read_page(std::uint64_t after, std::size_t limit);
    [[nodiscard]] std::optional<std::uint64_t> read_last_position();
    /// Runs `question` with the reader; nothing if there is no store, or (reported) if it cannot be read.
    template <class Question>
    auto ask(Question question) -> std::optional<decltype(question(std::declval<runtime::Reader&>()))>;
    [[nodiscard]] std::uint64_t tail_end() const { return floor_ + tail_.size(); }
    void append(const Event& event);
    void trim();
    /// Halts a cursor that was at `at` before the store answered with `last`. True if it is to be reported.
    bool halt(LocalCursor& cursor, std::uint64_t at, std::uint64_t last);
    void report_ahead(const std::string& consumer, std::uint64_t at, std::uint64_t last) const;
    /// Position of the last event that every consumer has polled.
    [[nodiscard]] std::uint64_t polled_by_all() const;
    [[nodiscard]] bool in_tail(std::uint64_t after) const { return after >= floor_ && after < tail_end(); }
    /// Reads when the event after `polled_by_all` was, if it is not in memory.
    void date_the_oldest();
    [[nodiscard]] bool follows_itself(const LocalCursor& cursor) const { return cursor.consumer == name_; }

    const std::string name_;
    const LocalBusOptions& options_;

    std::mutex mutex_;
    std::deque<Event> tail_;
    std::uint64_t floor_ = 0;
    std::uint64_t known_last_ = 0;
    std::uint64_t told_last_ = 0;  ///< where the source ended when a halted consumer was last reported
    std::uint64_t dated_after_ = 0;
    std::optional<Timestamp> dated_;  ///< when the event after `dated_after_` was
    Cursors cursors_;

    std::mutex reader_mutex_;
    std::unique_ptr<runtime::Reader> reader_;
};

}  // namespace dangol::adapters
