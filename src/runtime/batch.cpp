#include "runtime/batch.hpp"

#include <algorithm>
#include <ranges>

#include "core/overloaded.hpp"
#include "runtime/deliberate_bugs.hpp"

namespace dangol::runtime {
namespace {

std::pair<std::string, std::string> row_key(const RowChange& change) {
    return std::visit([](const auto& row) { return std::pair{row.view, row.key}; }, change);
}

std::optional<Row> row_after(const RowChange& change) {
    return std::visit(Overloaded{[](const Row& row) { return std::optional{row}; },
                                 [](const DropRow&) { return std::optional<Row>{}; }},
                      change);
}

/// A decoded state takes about twice the bytes of its document, and some for its places in memory.
std::size_t bytes_of(const std::string& key, const StateCache::Cached& cached) {
    constexpr std::size_t places = 256;
    return places + key.size() + (2 * cached.document_bytes);
}

template <class T>
void append(std::vector<T>& to, std::vector<T>&& from) {
    if (to.empty()) {
        to = std::move(from);
    } else {
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    }
}

}  // namespace

std::string StateCache::key_of(std::string_view kind, std::string_view id) {
    std::string key;
    key.reserve(kind.size() + id.size() + 1);
    key.append(kind).append(1, '/').append(id);
    return key;
}

const StateCache::Cached* StateCache::find(const std::string& key) {
    if (const auto found = young_.find(key); found != young_.end()) return &found->second;
    const auto found = old_.find(key);
    if (found == old_.end()) return nullptr;
    Cached cached = std::move(found->second);
    old_.erase(found);
    put(key, std::move(cached));
    return &young_.find(key)->second;
}

StateCache::Cached StateCache::load(const std::string& key, Reader& store, std::string_view kind,
                                    const std::string& id, Decode decode) {
    if (const auto* cached = find(key)) return *cached;
    const auto stored = store.document(kind, id);
    Cached read{decode(stored), stored ? stored->version : 0, {}, stored ? stored->data.size() : 0};
    // Also for what is refused: whoever asks again and again must not make it be read again each time.
    if (stored) put(key, read);
    return read;
}

void StateCache::put(std::string key, Cached cached) {
    if (const auto known = young_.find(key); known != young_.end()) {
        young_bytes_ -= bytes_of(key, known->second);
        young_.erase(known);
    }
    const auto bytes = bytes_of(key, cached);
    if (young_bytes_ + bytes > generation_max_) {
        old_ = std::move(young_);
        young_.clear();
        young_bytes_ = 0;
    }
    young_bytes_ += bytes;
    if (const auto kind = std::string_view(key).substr(0, key.find('/')); !kinds_.contains(kind)) {
        kinds_.emplace(kind);
    }
    young_.insert_or_assign(std::move(key), std::move(cached));
}

void StateCache::forget(std::string_view kind, std::string_view id) {
    forget_if(key_of(kind, id), [](const Cached&) { return true; });
}

void StateCache::forget_older(const std::string& id, std::uint64_t version) {
    for (const auto& kind : kinds_)
        forget_if(key_of(kind, id), [&](const Cached& cached) { return cached.version < version; });
}

void StateCache::forget_if(const std::string& key, const std::function<bool(const Cached&)>& outdated) {
    if (const auto found = young_.find(key); found != young_.end() && outdated(found->second)) {
        young_bytes_ -= bytes_of(key, found->second);
        young_.erase(found);
    }
    if (const auto found = old_.find(key); found != old_.end() && outdated(found->second)) old_.erase(found);
}

void StateCache::clear() {
    young_.clear();
    young_bytes_ = 0;
    old_.clear();
}

Batch::Batch(const Aggregates& aggregates, Reader& store, StateCache& cache, bool premises)
    : aggregates_(aggregates), store_(store), cache_(cache), with_premises_(premises) {}
Batch::~Batch() = default;

void Batch::change_rows(Changes& changes, const std::vector<Row>& before, std::vector<Row> after) {
    for (const auto& row : before) {
        const bool kept = std::ranges::any_of(
            after, [&](const Row& other) { return other.view == row.view && other.key == row.key; });
        if (!kept) changes.rows.emplace_back(DropRow{row.view, row.key});
    }
    for (auto& row : after) {
        if (std::ranges::find(before, row) == before.end()) changes.rows.emplace_back(std::move(row));
    }
}

Batch::Entry& Batch::Work::entry(Batch& batch, std::string_view kind, const std::string& id,
                                 StateCache::Decode decode,
                                 void (*finish)(const Aggregates&, const Entry&, Changes&)) {
    auto key = StateCache::key_of(kind, id);
    if (const auto found = entries.find(key); found != entries.end()) return found->second;
    const bool stale = deliberate_bug::is_on("cancel_without_version_check");
    if (const auto found = batch.entries_.find(key); found != batch.entries_.end() && !stale) {
        return entries.emplace(std::move(key), found->second).first->second;
    }
    Entry entry;
    entry.kind = kind;
    entry.id = id;
    entry.finish = finish;
    auto known = batch.cache_.load(key, batch.store_, kind, id, decode);
    entry.committed = std::move(known.state);
    entry.committed_version = known.version;
    entry.trace = std::move(known.trace);
    entry.document_bytes = known.document_bytes;
    batch.rest_on({Premise::Of::document, entry.kind, entry.id, entry.committed_version});
    entry.current = entry.committed;
    entry.version = entry.committed_version;
    return entries.emplace(std::move(key), std::move(entry)).first->second;
}

void Batch::merge(Work work) {
    while (!work.entries.empty()) {
        auto known = entries_.insert(work.entries.extract(work.entries.begin()));
        if (!known.inserted) known.position->second = std::move(known.node.mapped());
    }
    for (const auto& change : work.changes.rows) rows_.insert_or_assign(row_key(change), row_after(change));
    for (const auto& answer : work.changes.answers) answers_.insert_or_assign(answer.key, answer);
    append(changes_.events, std::move(work.changes.events));
    append(changes_.deadlines, std::move(work.changes.deadlines));
    append(changes_.effects, std::move(work.changes.effects));
    append(changes_.positions, std::move(work.changes.positions));
    append(changes_.handled, std::move(work.changes.handled));
    append(changes_.answers, std::move(work.changes.answers));
    append(changes_.dead_letters, std::move(work.changes.dead_letters));
}

Changes& Batch::finish() {
    for (auto& [key, row] : rows_) {
        changes_.rows.emplace_back(row ? RowChange{*row} : RowChange{DropRow{key.first, key.second}});
    }
    for (auto& [_, entry] : entries_) {
        if (entry.version == entry.committed_version) continue;
        entry.finish(aggregates_, entry, changes_);
        entry.document_bytes = changes_.documents.back().data.size();
        premises_.erase({Premise::Of::document, entry.kind, entry.id, entry.committed_version});
    }
    changes_.premises.assign(premises_.begin(), premises_.end());
    return changes_;
}

void Batch::rest_on(Premise premise) {
    if (with_premises_) premises_.insert(std::move(premise));
}

void Batch::publish() {
    while (!entries_.empty()) {
        auto touched = entries_.extract(entries_.begin());
        auto& entry = touched.mapped();
        cache_.put(std::move(touched.key()),
                   {std::move(entry.current), entry.version, std::move(entry.trace), entry.document_bytes});
    }
}

std::string Batch::first_trace(const std::string& subject) {
    auto events = store_.events({.limit = 1, .subject = subject});
    return events.empty() ? std::string{} : std::move(events.front().traceparent);
}

bool Batch::has_changed_deadline(std::string_view key) const {
    return std::ranges::any_of(changes_.deadlines, [&](const DeadlineChange& change) {
        return std::visit([&](const auto& one) { return one.key == key; }, change);
    });
}

std::optional<Row> Batch::row(const Work& work, std::string_view view, std::string_view key) {
    const auto matches = [&](const RowChange& change) {
        return std::visit([&](const auto& row) { return row.view == view && row.key == key; }, change);
    };
    for (const auto& change : work.changes.rows | std::views::reverse) {
        if (matches(change)) return row_after(change);
    }
    if (const auto found = rows_.find({std::string(view), std::string(key)}); found != rows_.end()) {
        return found->second;
    }
    std::pair place{std::string(view), std::string(key)};
    if (const auto read = rows_read_.find(place); read != rows_read_.end()) return read->second;
    auto stored = store_.row(view, key);
    rows_read_.emplace(std::move(place), stored);
    rest_on({Premise::Of::row, std::string(view), std::string(key), stored ? stored->revision : 0});
    return stored;
}

std::optional<Answer> Batch::answer(const Work& work, std::string_view key) {
    for (const auto& answer : work.changes.answers | std::views::reverse) {
        if (answer.key == key) return answer;
    }
    if (const auto found = answers_.find(std::string(key)); found != answers_.end()) return found->second;
    auto stored = store_.answer(key);
    rest_on({Premise::Of::answer, {}, std::string(key), stored ? stored->revision : 0});
    return stored;
}

}  // namespace dangol::runtime
