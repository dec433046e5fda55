#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "runtime/store.hpp"

namespace dangol::adapters {

/// What survives a crash: the committed state of one context, in ordered containers only, so that everything
/// that is read from it comes in the same order in every run. Thread-safe.
class MemoryDisk {
  public:
    /// `context` is the source of its events.
    explicit MemoryDisk(std::string context) : context_(std::move(context)) {}

    [[nodiscard]] std::optional<runtime::Document> document(std::string_view kind, std::string_view id) const;
    [[nodiscard]] std::optional<runtime::Row> row(std::string_view view, std::string_view key) const;
    [[nodiscard]] std::vector<runtime::Row> rows(const runtime::RowQuery& query) const;
    [[nodiscard]] std::vector<EventRecord> events(const runtime::EventQuery& query) const;
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
    [[nodiscard]] std::vector<runtime::Effect> due_effects(Timestamp now, std::size_t limit) const;
    [[nodiscard]] std::optional<Timestamp> next_effect() const;

    /// All of the changes, or false and nothing, if something is not as expected: see CommitError.
    [[nodiscard]] bool apply(runtime::Changes& changes);

    /// At most one store writes it at a time: false if it is taken.
    [[nodiscard]] bool attach();
    void detach();

  private:
    using Key = std::pair<std::string, std::string>;
    using Texts = std::map<std::string, std::vector<std::uint64_t>, std::less<>>;
    /// (due, key) of things that are found by key and fall due.
    using Schedule = std::set<std::pair<Timestamp, std::string>>;

    [[nodiscard]] bool fits(const runtime::Changes& changes) const;
    bool apply_documents(const std::vector<runtime::Document>& documents);
    void append(std::vector<EventRecord>& events);
    void apply(const runtime::RowChange& change);
    void apply(const runtime::DeadlineChange& change);
    void apply(const runtime::EffectChange& change);
    void apply(const runtime::DeadLetterChange& change);
    void drop_row(const Key& key);
    void remember_answers(const runtime::Changes& changes);
    void note_handled(const runtime::Changes& changes);

    mutable std::mutex mutex_;
    std::string context_;
    bool attached_ = false;
    std::vector<EventRecord> events_;  ///< at position - 1
    Texts by_subject_;                 ///< positions
    Texts by_scope_;
    std::map<Key, runtime::Document> documents_;
    std::map<Key, runtime::Row> rows_;
    std::set<std::tuple<std::string, std::string, std::int64_t, std::string>>
        ranks_;  ///< view, scope, rank, key
    std::map<std::string, runtime::Deadline, std::less<>> deadlines_;
    Schedule deadlines_due_;
    std::map<std::string, runtime::Effect, std::less<>> effects_;
    Schedule effects_due_;
    std::map<std::pair<std::string, int>, std::uint64_t> positions_;
    std::map<std::string, Timestamp, std::less<>> handled_;
    Schedule handled_at_;
    std::map<std::string, runtime::Answer, std::less<>> answers_;
    Schedule answers_expire_;
    std::map<std::tuple<std::string, int, std::uint64_t>, runtime::DeadLetter> dead_letters_;
};

}  // namespace dangol::adapters
