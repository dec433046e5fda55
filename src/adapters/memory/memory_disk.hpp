#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "adapters/memory/memory_table.hpp"
#include "runtime/store.hpp"

namespace dangol::adapters {

/// A replica's part in a disk that several write: its name, and what the clock of the database says.
struct MemoryReplica {
    std::string name;
    Timestamp now{};
};

/// What survives a crash: the committed state of one context. Whatever is read from it in lists comes in the
/// same order in every run. Thread-safe.
class MemoryDisk {
  public:
    /// `context` is the source of its events.
    explicit MemoryDisk(std::string context) : context_(std::move(context)) {}

    [[nodiscard]] std::optional<runtime::Document> document(std::string_view kind, std::string_view id) const;
    [[nodiscard]] std::optional<runtime::Row> row(std::string_view view, std::string_view key) const;
    [[nodiscard]] std::vector<runtime::Row> rows(const runtime::RowQuery& query) const;
    [[nodiscard]] std::vector<EventRecord> events(const runtime::EventQuery& query) const;
    /// The event at this position, uncopied; null if there is none.
    [[nodiscard]] std::shared_ptr<const EventRecord> event_at(std::uint64_t position) const;
    [[nodiscard]] std::uint64_t last_position() const;
    [[nodiscard]] std::optional<runtime::Answer> answer(std::string_view key) const;
    [[nodiscard]] std::vector<runtime::DeadLetter> dead_letters(std::size_t limit) const;
    [[nodiscard]] std::vector<runtime::Position> positions() const;
    [[nodiscard]] std::vector<std::string> handled(std::span<const std::string> event_ids) const;
    [[nodiscard]] std::vector<runtime::Document> scan_documents(const std::string& kind,
                                                                const std::string& id,
                                                                std::size_t limit) const;
    [[nodiscard]] std::vector<runtime::Row> scan_rows(const std::string& view, const std::string& key,
                                                      std::size_t limit) const;
    [[nodiscard]] std::vector<runtime::Deadline> due_deadlines(Timestamp now, std::size_t limit) const;
    [[nodiscard]] std::optional<Timestamp> next_deadline() const;
    /// Of those that no other replica has taken on; `by` has them then (Store::effect_lease).
    [[nodiscard]] std::vector<runtime::Effect> due_effects(Timestamp now, std::size_t limit,
                                                           const MemoryReplica& by = {});
    [[nodiscard]] std::optional<Timestamp> next_effect(const MemoryReplica& by = {}) const;

    /// All of the changes, or nothing, if something is not as expected: see CommitError.
    [[nodiscard]] std::expected<void, runtime::CommitError> apply(runtime::Changes& changes,
                                                                  const MemoryReplica& by = {});

    /// Either one store writes it alone, or several share it: false if it is taken.
    [[nodiscard]] bool attach(bool shared = false);
    void detach();

    /// The processes that had the events in hand are gone: whoever reads one from now on has its bytes alone.
    void forget_decoded();

  private:
    using Key = std::pair<std::string, std::string>;
    using Texts = MemoryMap<std::vector<std::uint64_t>>;
    /// (due, key) of things that are found by key and fall due.
    using Schedule = std::set<std::pair<Timestamp, std::string>>;
    struct OwedEffect {
        runtime::Effect effect;
        std::string owner;  ///< the replica that has it, until `leased_until`
        Timestamp leased_until{};
    };

    [[nodiscard]] bool fits(const runtime::Changes& changes) const;
    [[nodiscard]] bool holds(const runtime::Premise& premise) const;
    /// The first document that has another version than is expected.
    [[nodiscard]] const runtime::Document* misfit_of(const std::vector<runtime::Document>& documents) const;
    void append(std::vector<EventRecord>& events);
    void put(const runtime::Document& document);
    void apply(const runtime::RowChange& change);
    void apply(const runtime::DeadlineChange& change);
    void apply(const runtime::EffectChange& change, const MemoryReplica& by);
    void apply(const runtime::DeadLetterChange& change);
    void drop_row(std::string_view view, std::string_view key);
    void remember_answers(const runtime::Changes& changes);
    void note_handled(const runtime::Changes& changes);

    mutable std::mutex mutex_;
    std::string context_;
    int attached_ = 0;
    bool shared_ = false;
    std::uint64_t revision_ = 0;                        ///< of the last write of a row or an answer
    std::vector<std::shared_ptr<EventRecord>> events_;  ///< at position - 1
    std::size_t bytes_alone_ = 0;                       ///< so many of them were forgotten as decoded
    std::atomic<std::uint64_t> last_position_{0};       ///< for who asks again and again
    Texts by_subject_;                                  ///< positions
    Texts by_scope_;
    MemoryTable<runtime::Document> documents_;                           ///< by kind, id
    MemoryTable<runtime::Row> rows_;                                     ///< by view, key
    MemoryTable<std::set<std::pair<std::int64_t, std::string>>> ranks_;  ///< by view, scope: rank, key
    MemoryMap<runtime::Deadline> deadlines_;
    Schedule deadlines_due_;
    MemoryMap<OwedEffect> effects_;
    Schedule effects_due_;
    std::map<std::pair<std::string, int>, std::uint64_t> positions_;
    MemoryMap<Timestamp> handled_;
    std::deque<std::pair<Timestamp, std::string>> handled_at_;  ///< in the order of their commits
    MemoryMap<runtime::Answer> answers_;
    Schedule answers_expire_;
    std::map<std::tuple<std::string, int, std::uint64_t>, runtime::DeadLetter> dead_letters_;
};

}  // namespace dangol::adapters
