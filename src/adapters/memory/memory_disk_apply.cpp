// How a MemoryDisk takes Changes.
#include <algorithm>

#include "adapters/memory/memory_disk.hpp"
#include "core/overloaded.hpp"

namespace dangol::adapters {

using namespace dangol::runtime;

namespace {

/// Puts `value` under `key` and keeps the schedule of due times in step.
template <class Map, class Schedule, class Value>
void put_scheduled(Map& map, Schedule& schedule, const std::string& key, Timestamp Value::* member,
                   const Value& value) {
    const auto [at, fresh] = map.insert({key, value});
    if (!fresh) {
        schedule.erase({at->second.*member, key});
        at->second = value;
    }
    schedule.insert({value.*member, key});
}

template <class Map, class Schedule, class Value>
void drop_scheduled(Map& map, Schedule& schedule, const std::string& key, Timestamp Value::* member) {
    const auto at = map.find(key);
    if (at == map.end()) return;
    schedule.erase({at->second.*member, key});
    map.erase(at);
}

}  // namespace

bool MemoryDisk::attach() {
    const std::scoped_lock lock(mutex_);
    return !std::exchange(attached_, true);
}

void MemoryDisk::detach() {
    const std::scoped_lock lock(mutex_);
    attached_ = false;
}

bool MemoryDisk::apply(Changes& changes) {
    const std::scoped_lock lock(mutex_);
    if (!fits(changes) || !apply_documents(changes.documents)) return false;
    append(changes.events);
    for (const auto& change : changes.rows) apply(change);
    for (const auto& change : changes.deadlines) apply(change);
    for (const auto& change : changes.effects) apply(change);
    for (const auto& position : changes.positions) {
        positions_.insert_or_assign({position.source, position.partition}, position.offset);
    }
    note_handled(changes);
    remember_answers(changes);
    for (const auto& change : changes.dead_letters) apply(change);
    return true;
}

/// Whether positions, deadlines and events are as the changes expect them. A memory disk has one writer, so
/// premises always hold.
bool MemoryDisk::fits(const Changes& changes) const {
    for (const auto& position : changes.positions) {
        const auto stored = positions_.find({position.source, position.partition});
        if ((stored == positions_.end() ? 0 : stored->second) != position.expected) return false;
    }
    for (const auto& change : changes.deadlines) {
        const auto* met = std::get_if<MeetDeadline>(&change);
        if (met == nullptr) continue;
        const auto stored = deadlines_.find(met->key);
        if (stored == deadlines_.end() || stored->second.due != met->due) return false;
    }
    return std::ranges::none_of(changes.handled,
                                [&](const Handled& handled) { return handled_.contains(handled.event_id); });
}

/// The documents already put are taken back when one does not fit.
bool MemoryDisk::apply_documents(const std::vector<Document>& documents) {
    std::vector<std::pair<Key, std::optional<Document>>> before;
    before.reserve(documents.size());
    for (const auto& document : documents) {
        Key key{document.kind, document.id};
        const auto stored = documents_.find(key);
        const auto version = stored == documents_.end() ? 0 : stored->second.version;
        if (version != document.expected_version) {
            for (auto undo = before.rbegin(); undo != before.rend(); ++undo) {
                if (undo->second) {
                    documents_.insert_or_assign(undo->first, std::move(*undo->second));
                } else {
                    documents_.erase(undo->first);
                }
            }
            return false;
        }
        if (stored == documents_.end()) {
            documents_.insert({key, document});
            before.emplace_back(std::move(key), std::nullopt);
        } else {
            before.emplace_back(std::move(key), std::exchange(stored->second, document));
        }
    }
    return true;
}

void MemoryDisk::note_handled(const Changes& changes) {
    if (changes.handled.empty()) return;
    for (const auto& handled : changes.handled) {
        handled_.insert({handled.event_id, handled.at});
        handled_at_.insert({handled.at, handled.event_id});
    }
    const auto forgotten = changes.handled.front().at - std::chrono::days{30};
    for (auto left = 2 * changes.handled.size();
         left > 0 && !handled_at_.empty() && handled_at_.begin()->first <= forgotten; --left) {
        handled_.erase(handled_at_.begin()->second);
        handled_at_.erase(handled_at_.begin());
    }
}

void MemoryDisk::append(std::vector<EventRecord>& events) {
    for (auto& event : events) {
        event.position = events_.size() + 1;
        auto& stored = events_.emplace_back(event);
        stored.source = context_;
        by_subject_[stored.subject].push_back(stored.position);
        if (!stored.scope.empty()) by_scope_[stored.scope].push_back(stored.position);
    }
}

void MemoryDisk::drop_row(const Key& key) {
    const auto at = rows_.find(key);
    if (at == rows_.end()) return;
    ranks_.erase({at->second.view, at->second.scope, at->second.rank, at->second.key});
    rows_.erase(at);
}

void MemoryDisk::apply(const RowChange& change) {
    std::visit(Overloaded{[&](const Row& row) {
                              drop_row({row.view, row.key});
                              ranks_.insert({row.view, row.scope, row.rank, row.key});
                              rows_.insert({{row.view, row.key}, row});
                          },
                          [&](const DropRow& row) { drop_row({row.view, row.key}); }},
               change);
}

void MemoryDisk::apply(const DeadlineChange& change) {
    std::visit(Overloaded{[&](const Deadline& deadline) {
                              put_scheduled(deadlines_, deadlines_due_, deadline.key, &Deadline::due,
                                            deadline);
                          },
                          [&](const CancelDeadline& deadline) {
                              drop_scheduled(deadlines_, deadlines_due_, deadline.key, &Deadline::due);
                          },
                          [&](const MeetDeadline& deadline) {
                              const auto stored = deadlines_.find(deadline.key);
                              if (stored == deadlines_.end() || stored->second.due != deadline.due) return;
                              drop_scheduled(deadlines_, deadlines_due_, deadline.key, &Deadline::due);
                          }},
               change);
}

void MemoryDisk::apply(const EffectChange& change) {
    std::visit(Overloaded{[&](const Effect& effect) {
                              auto stored = effect;
                              stored.resumed = false;  // is not stored
                              put_scheduled(effects_, effects_due_, effect.id, &Effect::due, stored);
                          },
                          [&](const FinishEffect& effect) {
                              drop_scheduled(effects_, effects_due_, effect.id, &Effect::due);
                          }},
               change);
}

void MemoryDisk::apply(const DeadLetterChange& change) {
    std::visit(Overloaded{[&](const DeadLetter& letter) {
                              dead_letters_.insert_or_assign({letter.source, letter.partition, letter.offset},
                                                             letter);
                          },
                          [&](const DropDeadLetter& letter) {
                              dead_letters_.erase({letter.source, letter.partition, letter.offset});
                          }},
               change);
}

/// Forgets expired answers as the SQLite store does: by the time of the newest event, a few with each commit.
void MemoryDisk::remember_answers(const Changes& changes) {
    for (const auto& answer : changes.answers) {
        put_scheduled(answers_, answers_expire_, answer.key, &Answer::expires, answer);
    }
    if (changes.events.empty()) return;
    const auto now = std::ranges::max_element(changes.events, {}, &EventRecord::time)->time;
    auto left = 8 + 2 * changes.answers.size();
    while (left-- > 0 && !answers_expire_.empty() && answers_expire_.begin()->first <= now) {
        answers_.erase(answers_expire_.begin()->second);
        answers_expire_.erase(answers_expire_.begin());
    }
}

}  // namespace dangol::adapters
