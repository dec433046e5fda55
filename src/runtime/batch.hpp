#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/codec.hpp"
#include "runtime/aggregate.hpp"
#include "runtime/store.hpp"

namespace dangol::runtime {

template <class State>
struct Versioned {
    State state{};
    std::uint64_t version = 0;
};

/// States that the writer has seen lately, so that a command seldom reads the database. Two generations: when
/// the young one is full it becomes the old one, and what was not asked for since is forgotten.
class StateCache {
  public:
    struct Cached {
        std::shared_ptr<const void> state;
        std::uint64_t version = 0;
        std::string trace;  ///< as of `Batch::Entry`
        std::size_t document_bytes = 0;
    };
    /// `bytes_max`: of all that is kept, estimated from the size of each document.
    explicit StateCache(std::size_t bytes_max) : generation_max_(bytes_max / 2) {}

    /// Reads a state; the initial one if there is no document.
    using Decode = std::shared_ptr<const void> (*)(const std::optional<Document>&);

    [[nodiscard]] static std::string key_of(std::string_view kind, std::string_view id);
    [[nodiscard]] const Cached* find(const std::string& key);
    /// The state as it is cached, or as `store` has it, which is cached from now on. `key` is that of `kind`
    /// and `id`. What `store` throws passes through.
    [[nodiscard]] Cached load(const std::string& key, Reader& store, std::string_view kind,
                              const std::string& id, Decode decode);
    void put(std::string key, Cached cached);
    void forget(std::string_view kind, std::string_view id);
    /// What is cached of `id` with a lower version, of whatever kind: another replica has moved it on.
    void forget_older(const std::string& id, std::uint64_t version);
    void clear();

  private:
    void forget_if(const std::string& key, const std::function<bool(const Cached&)>& outdated);

    std::size_t generation_max_;
    std::size_t young_bytes_ = 0;
    std::unordered_map<std::string, Cached> young_;
    std::unordered_map<std::string, Cached> old_;
    std::set<std::string, std::less<>> kinds_;  ///< that were ever put: a context has two or three
};

/// What one round of the writer gathers before its single commit. One thread.
class Batch {
  public:
    /// An aggregate that the batch has touched.
    struct Entry {
        std::string kind;
        std::string id;
        std::shared_ptr<const void> committed;  ///< Versioned<State> as stored, or as its events say
        std::shared_ptr<const void> current;    ///< … as the batch sees it
        std::uint64_t committed_version = 0;
        std::uint64_t version = 0;
        std::string trace;               ///< traceparent of its first event; empty: not asked for yet
        std::size_t document_bytes = 0;  ///< as JSON, when it was last read or written
        /// Adds the document and the changed index rows to the changes.
        void (*finish)(const Aggregates&, const Entry&, Changes&) = nullptr;
    };

    /// The part of one unit; merged on success, dropped on rejection.
    struct Work {
        Changes changes;
        std::map<std::string, Entry> entries;

        Entry& entry(Batch& batch, std::string_view kind, const std::string& id, StateCache::Decode decode,
                     void (*finish)(const Aggregates&, const Entry&, Changes&));
    };

    /// `premises`: the commit validates what the batch read.
    Batch(const Aggregates& aggregates, Reader& store, StateCache& cache, bool premises = false);
    ~Batch();
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;

    [[nodiscard]] const Aggregates& aggregates() const { return aggregates_; }

    void merge(Work work);
    /// All changes, with the documents and index rows of every touched aggregate. Once; then `publish`.
    [[nodiscard]] Changes& finish();
    /// After the commit: the cache learns the new states. The batch is used up.
    void publish();

    [[nodiscard]] std::optional<Row> row(const Work& work, std::string_view view, std::string_view key);
    [[nodiscard]] std::optional<Answer> answer(const Work& work, std::string_view key);
    /// Whether a merged unit has scheduled, met or canceled the deadline.
    [[nodiscard]] bool has_changed_deadline(std::string_view key) const;

    /// The traceparent of the first event about `subject`; empty if there is none.
    [[nodiscard]] std::string first_trace(const std::string& subject);

    template <class A>
    static std::shared_ptr<const void> decode(const std::optional<Document>& stored) {
        auto versioned = std::make_shared<Versioned<typename A::State>>();
        if (stored) {
            auto state = codec::from_json<typename A::State>(stored->data);
            if (!state) {
                // Of this one aggregate only: the others go on.
                throw std::runtime_error("document " + stored->kind + " " + stored->id + ": " +
                                         state.error().path + " " + state.error().message);
            }
            versioned->state = std::move(*state);
            versioned->version = stored->version;
        }
        return versioned;
    }

    template <class A>
    static void finish(const Aggregates& aggregates, const Entry& entry, Changes& changes) {
        const auto& aggregate = aggregates.get<A>();
        const auto& before = *static_cast<const Versioned<typename A::State>*>(entry.committed.get());
        const auto& after = *static_cast<const Versioned<typename A::State>*>(entry.current.get());
        changes.documents.push_back(
            {entry.kind, entry.id, after.version, before.version, codec::to_json(after.state)});
        const auto rows_before =
            before.version == 0 ? std::vector<Row>{} : index_of(aggregate, entry.id, before.state);
        change_rows(changes, rows_before, index_of(aggregate, entry.id, after.state));
    }

  private:
    friend struct Work;
    /// What makes the rows of an aggregate those of `after`.
    static void change_rows(Changes& changes, const std::vector<Row>& before, std::vector<Row> after);
    void rest_on(Premise premise);

    const Aggregates& aggregates_;
    Reader& store_;
    StateCache& cache_;
    bool with_premises_;
    std::set<Premise> premises_;  ///< also of units that were refused
    std::map<std::string, Entry> entries_;
    Changes changes_;
    std::map<std::pair<std::string, std::string>, std::optional<Row>> rows_;       ///< as changed
    std::map<std::pair<std::string, std::string>, std::optional<Row>> rows_read_;  ///< as stored
    std::map<std::string, Answer> answers_;
};

}  // namespace dangol::runtime
