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
    const auto [at, fresh] = map.try_emplace(key, value);
    if (!fresh) {
        if (at->second.*member != value.*member) {
            schedule.erase({at->second.*member, key});
            schedule.insert({value.*member, key});
        }
        at->second = value;
        return;
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

std::pair<std::string_view, std::string_view> key_of(std::string_view one, std::string_view other) {
    return {one, other};
}

}  // namespace

bool MemoryDisk::attach(bool shared) {
    const std::scoped_lock lock(mutex_);
    if (attached_ > 0 && !(shared && shared_)) return false;
    shared_ = shared;
    ++attached_;
    return true;
}

void MemoryDisk::detach() {
    const std::scoped_lock lock(mutex_);
    --attached_;
}

void MemoryDisk::forget_decoded() {
    const std::scoped_lock lock(mutex_);
    for (; bytes_alone_ < events_.size(); ++bytes_alone_) events_[bytes_alone_]->decoded = {};
}

std::expected<void, CommitError> MemoryDisk::apply(Changes& changes, const MemoryReplica& by) {
    const std::scoped_lock lock(mutex_);
    CommitError conflict{CommitError::Kind::conflict,
                         "something is not as expected: another writer was first"};
    if (const auto* misfit = misfit_of(changes.documents)) {
        conflict.stale.emplace_back(misfit->kind, misfit->id);
        return std::unexpected(std::move(conflict));
    }
    if (!fits(changes)) return std::unexpected(std::move(conflict));
    for (const auto& document : changes.documents) put(document);
    append(changes.events);
    for (const auto& change : changes.rows) apply(change);
    for (const auto& change : changes.deadlines) apply(change);
    for (const auto& change : changes.effects) apply(change, by);
    for (const auto& position : changes.positions) {
        positions_.insert_or_assign({position.source, position.partition}, position.offset);
    }
    note_handled(changes);
    remember_answers(changes);
    for (const auto& change : changes.dead_letters) apply(change);
    return {};
}

/// Whether positions, deadlines, events and premises are as the changes expect them.
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
    return std::ranges::none_of(
               changes.handled,
               [&](const Handled& handled) { return handled_.contains(handled.event_id); }) &&
           std::ranges::all_of(changes.premises, [&](const Premise& premise) { return holds(premise); });
}

bool MemoryDisk::holds(const Premise& premise) const {
    const auto is = [&](const auto& table, const auto& key, auto member) {
        const auto found = table.find(key);
        return (found == table.end() ? 0 : found->second.*member) == premise.version;
    };
    const auto key = key_of(premise.space, premise.id);
    switch (premise.of) {
        case Premise::Of::document: return is(documents_, key, &Document::version);
        case Premise::Of::row: return is(rows_, key, &Row::revision);
        case Premise::Of::answer: return is(answers_, premise.id, &Answer::revision);
    }
    return false;
}

const Document* MemoryDisk::misfit_of(const std::vector<Document>& documents) const {
    for (const auto& document : documents) {
        const auto stored = documents_.find(key_of(document.kind, document.id));
        if ((stored == documents_.end() ? 0 : stored->second.version) != document.expected_version)
            return &document;
    }
    return nullptr;
}

/// What is there keeps its place in memory.
void MemoryDisk::put(const Document& document) {
    const auto at = documents_.find(key_of(document.kind, document.id));
    if (at == documents_.end()) {
        documents_.emplace(std::pair{document.kind, document.id}, document);
        return;
    }
    at->second.version = document.version;
    at->second.expected_version = document.expected_version;
    at->second.data = document.data;
}

void MemoryDisk::note_handled(const Changes& changes) {
    if (changes.handled.empty()) return;
    for (const auto& handled : changes.handled) {
        handled_.insert({handled.event_id, handled.at});
        handled_at_.emplace_back(handled.at, handled.event_id);
    }
    const auto forgotten = changes.handled.front().at - std::chrono::days{30};
    for (auto left = 2 * changes.handled.size();
         left > 0 && !handled_at_.empty() && handled_at_.front().first <= forgotten; --left) {
        handled_.erase(handled_at_.front().second);
        handled_at_.pop_front();
    }
}

void MemoryDisk::append(std::vector<EventRecord>& events) {
    for (auto& event : events) {
        event.position = events_.size() + 1;
        auto stored = std::make_shared<EventRecord>(event);
        stored->source = context_;
        stored->state = {};  // the record is kept for ever, and every state would be with it
        by_subject_[stored->subject].push_back(stored->position);
        if (!stored->scope.empty()) by_scope_[stored->scope].push_back(stored->position);
        events_.push_back(std::move(stored));
    }
    last_position_.store(events_.size(), std::memory_order_release);
}

void MemoryDisk::drop_row(std::string_view view, std::string_view key) {
    const auto at = rows_.find(key_of(view, key));
    if (at == rows_.end()) return;
    const auto scope = ranks_.find(key_of(view, at->second.scope));
    scope->second.erase({at->second.rank, at->second.key});
    if (scope->second.empty()) ranks_.erase(scope);
    rows_.erase(at);
}

void MemoryDisk::apply(const RowChange& change) {
    std::visit(Overloaded{[&](const Row& row) {
                              auto at = rows_.find(key_of(row.view, row.key));
                              const bool stays = at != rows_.end() && at->second.scope == row.scope &&
                                                 at->second.rank == row.rank;
                              if (stays) {
                                  at->second.data = row.data;
                              } else {
                                  drop_row(row.view, row.key);
                                  auto scope = ranks_.find(key_of(row.view, row.scope));
                                  if (scope == ranks_.end())
                                      scope = ranks_.try_emplace({row.view, row.scope}).first;
                                  scope->second.emplace(row.rank, row.key);
                                  at = rows_.emplace(std::pair{row.view, row.key}, row).first;
                              }
                              at->second.revision = ++revision_;
                          },
                          [&](const DropRow& row) { drop_row(row.view, row.key); }},
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

void MemoryDisk::apply(const EffectChange& change, const MemoryReplica& by) {
    const auto drop = [&](const std::string& id) {
        const auto at = effects_.find(id);
        if (at == effects_.end()) return;
        effects_due_.erase({at->second.effect.due, id});
        effects_.erase(at);
    };
    std::visit(Overloaded{[&](const Effect& effect) {
                              drop(effect.id);
                              auto& owed = effects_[effect.id];
                              owed = {effect, by.name, std::max(effect.due, by.now) + Store::effect_lease};
                              owed.effect.resumed = false;  // is not stored
                              effects_due_.insert({effect.due, effect.id});
                          },
                          [&](const FinishEffect& effect) { drop(effect.id); }},
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
        answers_.find(answer.key)->second.revision = ++revision_;
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
