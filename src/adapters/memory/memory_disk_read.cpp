// The questions to a MemoryDisk.
#include <algorithm>
#include <limits>

#include "adapters/memory/memory_disk.hpp"

namespace dangol::adapters {

using namespace dangol::runtime;

namespace {

template <class Map, class Key>
auto find(const Map& map, const Key& key) -> std::optional<typename Map::mapped_type> {
    const auto found = map.find(key);
    if (found == map.end()) return std::nullopt;
    return found->second;
}

using Place = std::pair<std::string_view, std::string_view>;

template <class Schedule, class Map>
std::vector<typename Map::mapped_type> due_of(const Schedule& schedule, const Map& map, Timestamp now,
                                              std::size_t limit) {
    std::vector<typename Map::mapped_type> due;
    for (const auto& [when, key] : schedule) {
        if (when > now || due.size() == limit) break;
        due.push_back(map.find(key)->second);
    }
    return due;
}

}  // namespace

std::optional<Document> MemoryDisk::document(std::string_view kind, std::string_view id) const {
    const std::scoped_lock lock(mutex_);
    auto document = find(documents_, Place{kind, id});
    if (document) document->expected_version = document->version;
    return document;
}

std::optional<Row> MemoryDisk::row(std::string_view view, std::string_view key) const {
    const std::scoped_lock lock(mutex_);
    return find(rows_, Place{view, key});
}

std::vector<Row> MemoryDisk::rows(const RowQuery& query) const {
    const std::scoped_lock lock(mutex_);
    std::vector<Row> found;
    const auto scope = ranks_.find(Place{query.view, query.scope});
    if (scope == ranks_.end()) return found;
    const auto& ranks = scope->second;
    const auto take = [&](const std::string& key) {
        found.push_back(rows_.find(Place{query.view, key})->second);
    };
    const auto* start = query.start();
    if (!query.descending) {
        auto at = start != nullptr ? ranks.upper_bound({start->rank, start->key})
                                   : ranks.lower_bound({query.rank_min, {}});
        for (; at != ranks.end() && at->first <= query.rank_max && found.size() < query.limit; ++at)
            take(at->second);
        return found;
    }
    const bool to_the_end = query.rank_max == std::numeric_limits<std::int64_t>::max();
    auto at = start != nullptr ? ranks.lower_bound({start->rank, start->key})
              : to_the_end     ? ranks.end()
                               : ranks.lower_bound({query.rank_max + 1, {}});
    while (at != ranks.begin() && found.size() < query.limit) {
        --at;
        if (at->first < query.rank_min) break;
        take(at->second);
    }
    return found;
}

std::vector<EventRecord> MemoryDisk::events(const EventQuery& query) const {
    const std::scoped_lock lock(mutex_);
    static const std::vector<std::uint64_t> none;
    const auto positions_of = [](const Texts& texts,
                                 const std::string& text) -> const std::vector<std::uint64_t>& {
        const auto found = texts.find(text);
        return found == texts.end() ? none : found->second;
    };
    std::vector<EventRecord> found;
    const auto take = [&](std::uint64_t position) {
        const auto& event = *events_[position - 1];
        const bool wanted = (query.subject.empty() || event.subject == query.subject) &&
                            (query.scope.empty() || event.scope == query.scope);
        if (wanted) found.push_back(event);
        return found.size() < query.limit;
    };
    if (query.limit == 0) return found;
    if (query.subject.empty() && query.scope.empty()) {
        if (query.newest_first) {
            const auto end =
                std::min<std::uint64_t>(query.before == 0 ? 0 : query.before - 1, events_.size());
            for (auto position = end; position > 0 && take(position);) --position;
        } else {
            for (auto position = query.after + 1; position <= events_.size() && take(position);) ++position;
        }
        return found;
    }
    const auto& positions = query.subject.empty() ? positions_of(by_scope_, query.scope)
                                                  : positions_of(by_subject_, query.subject);
    if (query.newest_first) {
        auto at = std::ranges::lower_bound(positions, query.before);
        while (at != positions.begin() && take(*--at)) {
        }
    } else {
        auto at = std::ranges::upper_bound(positions, query.after);
        while (at != positions.end() && take(*at)) ++at;
    }
    return found;
}

std::shared_ptr<const EventRecord> MemoryDisk::event_at(std::uint64_t position) const {
    const std::scoped_lock lock(mutex_);
    return position > 0 && position <= events_.size() ? events_[position - 1] : nullptr;
}

std::uint64_t MemoryDisk::last_position() const { return last_position_.load(std::memory_order_acquire); }

std::optional<Answer> MemoryDisk::answer(std::string_view key) const {
    const std::scoped_lock lock(mutex_);
    return find(answers_, key);
}

std::vector<DeadLetter> MemoryDisk::dead_letters(std::size_t limit) const {
    const std::scoped_lock lock(mutex_);
    std::vector<DeadLetter> found;
    for (const auto& [_, letter] : dead_letters_) {
        if (found.size() == limit) break;
        found.push_back(letter);
    }
    return found;
}

std::vector<Position> MemoryDisk::positions() const {
    const std::scoped_lock lock(mutex_);
    std::vector<Position> found;
    for (const auto& [key, offset] : positions_) found.push_back({key.first, key.second, offset});
    return found;
}

std::vector<std::string> MemoryDisk::handled(std::span<const std::string> event_ids) const {
    const std::scoped_lock lock(mutex_);
    std::vector<std::string> found;
    for (const auto& id : event_ids) {
        if (handled_.contains(id)) found.push_back(id);
    }
    return found;
}

std::vector<Document> MemoryDisk::scan_documents(const std::string& kind, const std::string& id,
                                                 std::size_t limit) const {
    const std::scoped_lock lock(mutex_);
    auto page = page_of(documents_, {kind, id}, limit);
    for (auto& document : page) document.expected_version = document.version;
    return page;
}

std::vector<Row> MemoryDisk::scan_rows(const std::string& view, const std::string& key,
                                       std::size_t limit) const {
    const std::scoped_lock lock(mutex_);
    return page_of(rows_, {view, key}, limit);
}

std::vector<Deadline> MemoryDisk::due_deadlines(Timestamp now, std::size_t limit) const {
    const std::scoped_lock lock(mutex_);
    return due_of(deadlines_due_, deadlines_, now, limit);
}

std::optional<Timestamp> MemoryDisk::next_deadline() const {
    const std::scoped_lock lock(mutex_);
    if (deadlines_due_.empty()) return std::nullopt;
    return deadlines_due_.begin()->first;
}

std::vector<Effect> MemoryDisk::due_effects(Timestamp now, std::size_t limit, const MemoryReplica& by) {
    const std::scoped_lock lock(mutex_);
    std::vector<Effect> due;
    for (const auto& [when, id] : effects_due_) {
        if (when > now || due.size() == limit) break;
        auto& owed = effects_.find(id)->second;
        if (shared_) {
            if (owed.owner != by.name && owed.leased_until > by.now) continue;
            owed.owner = by.name;
            owed.leased_until = by.now + Store::effect_lease;
        }
        due.push_back(owed.effect);
    }
    return due;
}

std::optional<Timestamp> MemoryDisk::next_effect(const MemoryReplica& by) const {
    const std::scoped_lock lock(mutex_);
    if (effects_due_.empty()) return std::nullopt;
    if (!shared_) return effects_due_.begin()->first;
    std::optional<Timestamp> next;
    for (const auto& [when, id] : effects_due_) {
        if (next && *next <= when) break;
        const auto& owed = effects_.find(id)->second;
        const auto mine = owed.owner == by.name ? when : std::max(when, owed.leased_until);
        if (!next || mine < *next) next = mine;
    }
    return next;
}

}  // namespace dangol::adapters
