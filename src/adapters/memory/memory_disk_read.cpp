// The questions to a MemoryDisk.
#include <algorithm>
#include <limits>

#include "adapters/memory/memory_disk.hpp"

namespace dangol::adapters {

using namespace dangol::runtime;

namespace {

template <class Map>
auto find(const Map& map, const typename Map::key_type& key) -> std::optional<typename Map::mapped_type> {
    const auto found = map.find(key);
    if (found == map.end()) return std::nullopt;
    return found->second;
}

/// The values after `key`, at most `limit`.
template <class Map>
std::vector<typename Map::mapped_type> page_of(const Map& map, const typename Map::key_type& key,
                                               std::size_t limit) {
    std::vector<typename Map::mapped_type> page;
    for (auto at = map.upper_bound(key); at != map.end() && page.size() < limit; ++at)
        page.push_back(at->second);
    return page;
}

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
    auto document = find(documents_, {std::string(kind), std::string(id)});
    if (document) document->expected_version = document->version;
    return document;
}

std::optional<Row> MemoryDisk::row(std::string_view view, std::string_view key) const {
    const std::scoped_lock lock(mutex_);
    return find(rows_, {std::string(view), std::string(key)});
}

std::vector<Row> MemoryDisk::rows(const RowQuery& query) const {
    const std::scoped_lock lock(mutex_);
    std::vector<Row> found;
    const auto inside = [&](const auto& place) {
        const auto& [view, scope, rank, key] = place;
        return view == query.view && scope == query.scope && rank >= query.rank_min && rank <= query.rank_max;
    };
    const auto take = [&](const auto& place) {
        found.push_back(rows_.find({query.view, std::get<3>(place)})->second);
    };
    const auto* start = query.start();
    if (!query.descending) {
        auto at = start != nullptr
                      ? ranks_.upper_bound({query.view, query.scope, start->rank, start->key})
                      : ranks_.lower_bound({query.view, query.scope, query.rank_min, std::string{}});
        for (; at != ranks_.end() && inside(*at) && found.size() < query.limit; ++at) take(*at);
        return found;
    }
    // Where rank_max + 1 would begin; beyond the largest rank that is where the scope ends.
    auto at = start != nullptr ? ranks_.lower_bound({query.view, query.scope, start->rank, start->key})
              : query.rank_max == std::numeric_limits<std::int64_t>::max()
                  ? ranks_.lower_bound(
                        {query.view, query.scope + '\0', std::numeric_limits<std::int64_t>::min(), {}})
                  : ranks_.lower_bound({query.view, query.scope, query.rank_max + 1, std::string{}});
    while (at != ranks_.begin() && found.size() < query.limit) {
        --at;
        if (!inside(*at)) break;
        take(*at);
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
        const auto& event = events_[position - 1];
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

std::uint64_t MemoryDisk::last_position() const {
    const std::scoped_lock lock(mutex_);
    return events_.size();
}

std::optional<Answer> MemoryDisk::answer(std::string_view key) const {
    const std::scoped_lock lock(mutex_);
    return find(answers_, std::string(key));
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

std::vector<Effect> MemoryDisk::due_effects(Timestamp now, std::size_t limit) const {
    const std::scoped_lock lock(mutex_);
    return due_of(effects_due_, effects_, now, limit);
}

std::optional<Timestamp> MemoryDisk::next_effect() const {
    const std::scoped_lock lock(mutex_);
    if (effects_due_.empty()) return std::nullopt;
    return effects_due_.begin()->first;
}

}  // namespace dangol::adapters
