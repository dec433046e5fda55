#pragma once

#include <cstdint>
#include <expected>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/changes.hpp"

namespace dangol::runtime {

/// A place in a list that is ordered by (rank, key): that of one of its entries, which may be gone.
struct Cursor {
    std::int64_t rank = 0;
    std::string key;
    auto operator<=>(const Cursor&) const = default;
};

/// Rows of one view and scope, by (rank, key).
struct RowQuery {
    std::string view;
    std::string scope;
    std::int64_t rank_min = std::numeric_limits<std::int64_t>::min();
    std::int64_t rank_max = std::numeric_limits<std::int64_t>::max();
    std::size_t limit = 100;
    bool descending = false;
    std::optional<Cursor> after = {};  ///< only what follows it in the direction of the query

    /// `after`, if it lies within the ranks; otherwise the ranks decide where the list begins.
    [[nodiscard]] const Cursor* start() const {
        if (!after) return nullptr;
        return (descending ? after->rank <= rank_max : after->rank >= rank_min) ? &*after : nullptr;
    }
};

/// Events after a position; of one subject or one scope if given. Ascending, or the newest first.
struct EventQuery {
    std::uint64_t after = 0;
    std::size_t limit = 256;
    std::string subject = {};
    std::string scope = {};
    bool newest_first = false;  ///< then `before` bounds instead of `after`
    std::uint64_t before = std::numeric_limits<std::int64_t>::max();
};

/// Committed state of one context. One thread at a time. Throws StoreUnavailable while the database cannot be
/// reached, StoreBroken when it answers nonsense.
class Reader {
  public:
    virtual ~Reader() = default;
    [[nodiscard]] virtual std::optional<Document> document(std::string_view kind, std::string_view id) = 0;
    [[nodiscard]] virtual std::optional<Row> row(std::string_view view, std::string_view key) = 0;
    [[nodiscard]] virtual std::vector<Row> rows(const RowQuery& query) = 0;
    [[nodiscard]] virtual std::vector<EventRecord> events(const EventQuery& query) = 0;
    /// Position of the last event; 0 if none.
    [[nodiscard]] virtual std::uint64_t last_position() = 0;
    [[nodiscard]] virtual std::optional<Answer> answer(std::string_view key) = 0;
    [[nodiscard]] virtual std::vector<DeadLetter> dead_letters(std::size_t limit) = 0;
    [[nodiscard]] virtual std::vector<Position> positions() = 0;
    /// Which of these events were handled (`Changes::handled`) in the last 30 days.
    [[nodiscard]] virtual std::vector<std::string> handled(std::span<const std::string> event_ids) = 0;

    /// Everything, a page at a time: the documents after (kind, id), the rows after (view, key), in that
    /// order.
    [[nodiscard]] virtual std::vector<Document> scan_documents(const std::string& kind, const std::string& id,
                                                               std::size_t limit) = 0;
    [[nodiscard]] virtual std::vector<Row> scan_rows(const std::string& view, const std::string& key,
                                                     std::size_t limit) = 0;
};

struct CommitError {
    enum class Kind {
        conflict,     ///< another writer was first: a version, a position or a premise was not as expected, a
                      ///< deadline was met, or an event was handled; nothing was written
        unavailable,  ///< nothing was written
        unknown,      ///< it may or may not have been written: reload before going on
    } kind = Kind::unavailable;
    std::string message;
    /// After a conflict, as far as known: the documents that others have changed, as (kind, id).
    std::vector<std::pair<std::string, std::string>> stale = {};
};

/// The database itself is broken.
class StoreBroken : public std::exception {
  public:
    explicit StoreBroken(std::string message) : message_(std::move(message)) {}
    [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }

  private:
    std::string message_;
};

/// The database cannot be reached, or not just now: it starts, stops, or has closed the connection. Nothing
/// is wrong with what is stored; asking again later is right.
class StoreUnavailable final : public StoreBroken {
  public:
    using StoreBroken::StoreBroken;
};

/// The whole data of one context. Owned by the context's writer thread; only `reader()` may be called from
/// others.
class Store : public Reader {
  public:
    /// A reader for another thread; it must not outlive the store. Sees every commit that returned before it
    /// is asked.
    [[nodiscard]] virtual std::unique_ptr<Reader> reader() = 0;

    /// Several replicas of the context may write it at once. Then decisions give their premises, and what the
    /// others commit is found by looking.
    [[nodiscard]] virtual bool shared() const { return false; }

    /// Due at `now` or before, earliest first.
    [[nodiscard]] virtual std::vector<Deadline> due_deadlines(Timestamp now, std::size_t limit) = 0;
    [[nodiscard]] virtual std::optional<Timestamp> next_deadline() = 0;
    /// Due at `now` or before, earliest first. Of a shared store only those that no other replica has taken
    /// on: an effect belongs to the replica that committed it, or was given it here last, until
    /// `effect_lease` after that or after it is due.
    [[nodiscard]] virtual std::vector<Effect> due_effects(Timestamp now, std::size_t limit) = 0;
    [[nodiscard]] virtual std::optional<Timestamp> next_effect() = 0;
    static constexpr Duration effect_lease = std::chrono::seconds{20};

    /// Writes all of `changes`, durably, or nothing; fills in the position of each event. When it returns
    /// without an error the changes survive a power loss.
    [[nodiscard]] virtual std::expected<void, CommitError> commit(Changes& changes) = 0;
};

}  // namespace dangol::runtime
