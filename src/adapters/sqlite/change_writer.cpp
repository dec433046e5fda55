#include "adapters/sqlite/change_writer.hpp"

#include <algorithm>

#include "core/overloaded.hpp"

namespace dangol::adapters {

using namespace dangol::runtime;

namespace {
constexpr Duration handled_kept = std::chrono::days{30};
}

ChangeWriter::ChangeWriter(SqliteConnection& connection)
    : connection_(connection),
      insert_document_(connection,
                       "INSERT INTO documents(kind, id, version, data) VALUES(?1, ?2, ?3, ?4) "
                       "ON CONFLICT DO NOTHING"),
      update_document_(connection,
                       "UPDATE documents SET version = ?3, data = ?4 "
                       "WHERE kind = ?1 AND id = ?2 AND version = ?5"),
      insert_event_(connection,
                    "INSERT INTO events(id, type, subject, version, time, scope, correlation, causation, "
                    "traceparent, actor, data) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"),
      put_row_(connection,
               "INSERT INTO rows(view, key, scope, rank, data) VALUES(?1, ?2, ?3, ?4, ?5) "
               "ON CONFLICT DO UPDATE SET scope = ?3, rank = ?4, data = ?5"),
      drop_row_(connection, "DELETE FROM rows WHERE view = ?1 AND key = ?2"),
      put_deadline_(connection, "REPLACE INTO deadlines(key, due, kind, data) VALUES(?1, ?2, ?3, ?4)"),
      cancel_deadline_(connection, "DELETE FROM deadlines WHERE key = ?1"),
      put_effect_(connection,
                  "REPLACE INTO effects(id, kind, subject, attempt, due, data) "
                  "VALUES(?1, ?2, ?3, ?4, ?5, ?6)"),
      finish_effect_(connection, "DELETE FROM effects WHERE id = ?1"),
      meet_deadline_(connection, "DELETE FROM deadlines WHERE key = ?1 AND due = ?2"),
      first_position_(connection,
                      "INSERT INTO positions(source, partition, \"offset\") VALUES(?1, ?2, ?3) "
                      "ON CONFLICT DO UPDATE SET \"offset\" = excluded.\"offset\" WHERE \"offset\" = 0"),
      move_position_(connection,
                     "UPDATE positions SET \"offset\" = ?3 "
                     "WHERE source = ?1 AND partition = ?2 AND \"offset\" = ?4"),
      put_handled_(connection, "INSERT INTO handled(event_id, at) VALUES(?1, ?2) ON CONFLICT DO NOTHING"),
      forget_handled_(connection,
                      "DELETE FROM handled WHERE event_id IN "
                      "(SELECT event_id FROM handled WHERE at <= ?1 ORDER BY at LIMIT ?2)"),
      put_answer_(connection,
                  "INSERT INTO answers(key, fingerprint, resource, done, status, body, expires) "
                  "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(key) DO UPDATE SET fingerprint = ?2, "
                  "resource = ?3, done = ?4, status = ?5, body = ?6, expires = ?7"),
      forget_answers_(connection,
                      "DELETE FROM answers WHERE rowid IN "
                      "(SELECT rowid FROM answers WHERE expires <= ?1 ORDER BY expires LIMIT ?2)"),
      put_dead_letter_(
          connection,
          "REPLACE INTO dead_letters(source, partition, \"offset\", subject, reason, attempts, parked_at, "
          "event_id, event_type, event_source, event_subject, event_version, event_position, event_time, "
          "event_scope, event_correlation, event_causation, event_traceparent, event_actor, event_data) "
          "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, "
          "?20)"),
      drop_dead_letter_(
          connection, "DELETE FROM dead_letters WHERE source = ?1 AND partition = ?2 AND \"offset\" = ?3") {}

bool ChangeWriter::write_expecting(const Changes& changes) {
    return write_documents(changes) && move_positions(changes) && note_handled(changes) &&
           std::ranges::all_of(changes.deadlines, [&](const DeadlineChange& change) {
               const auto* met = std::get_if<MeetDeadline>(&change);
               return met == nullptr || meet_deadline_.run(met->key, met->due) == 1;
           });
}

bool ChangeWriter::move_positions(const Changes& changes) {
    return std::ranges::all_of(changes.positions, [&](const Position& position) {
        const int written =
            position.expected == 0
                ? first_position_.run(position.source, position.partition, position.offset)
                : move_position_.run(position.source, position.partition, position.offset, position.expected);
        return written == 1;
    });
}

bool ChangeWriter::note_handled(const Changes& changes) {
    if (changes.handled.empty()) return true;
    for (const auto& handled : changes.handled) {
        if (put_handled_.run(handled.event_id, handled.at) != 1) return false;
    }
    forget_handled_.run(changes.handled.front().at - handled_kept, std::uint64_t{2 * changes.handled.size()});
    return true;
}

bool ChangeWriter::write_documents(const Changes& changes) {
    for (const auto& document : changes.documents) {
        const int written =
            document.expected_version == 0
                ? insert_document_.run(document.kind, document.id, document.version, document.data)
                : update_document_.run(document.kind, document.id, document.version, document.data,
                                       document.expected_version);
        if (written != 1) return false;
    }
    return true;
}

void ChangeWriter::write_rest(Changes& changes) {
    append_events(changes.events);
    for (const auto& change : changes.rows) {
        std::visit(Overloaded{[&](const Row& row) {
                                  put_row_.run(row.view, row.key, row.scope, row.rank, row.data);
                              },
                              [&](const DropRow& row) { drop_row_.run(row.view, row.key); }},
                   change);
    }
    for (const auto& change : changes.deadlines) {
        std::visit(Overloaded{[&](const Deadline& deadline) {
                                  put_deadline_.run(deadline.key, deadline.due, deadline.kind, deadline.data);
                              },
                              [&](const CancelDeadline& deadline) { cancel_deadline_.run(deadline.key); },
                              [](const MeetDeadline&) { /* with what must be as expected */ }},
                   change);
    }
    for (const auto& change : changes.effects) {
        std::visit(Overloaded{[&](const Effect& effect) {
                                  put_effect_.run(effect.id, effect.kind, effect.subject, effect.attempt,
                                                  effect.due, effect.data);
                              },
                              [&](const FinishEffect& effect) { finish_effect_.run(effect.id); }},
                   change);
    }
    remember_answers(changes);
    for (const auto& change : changes.dead_letters) {
        std::visit(Overloaded{[&](const DeadLetter& letter) {
                                  const auto& event = letter.event;
                                  put_dead_letter_.run(
                                      letter.source, letter.partition, letter.offset, letter.subject,
                                      letter.reason, letter.attempts, letter.parked_at, event.id, event.type,
                                      event.source, event.subject, event.version, event.position, event.time,
                                      event.scope, event.correlation, event.causation, event.traceparent,
                                      event.actor, event.data);
                              },
                              [&](const DropDeadLetter& letter) {
                                  drop_dead_letter_.run(letter.source, letter.partition, letter.offset);
                              }},
                   change);
    }
}

void ChangeWriter::append_events(std::vector<EventRecord>& events) {
    for (auto& event : events) {
        insert_event_.run(event.id, event.type, event.subject, event.version, event.time, event.scope,
                          event.correlation, event.causation, event.traceparent, event.actor, event.data);
        event.position = static_cast<std::uint64_t>(connection_.last_rowid());
    }
}

void ChangeWriter::remember_answers(const Changes& changes) {
    for (const auto& answer : changes.answers) {
        put_answer_.run(answer.key, answer.fingerprint, answer.resource, answer.done, answer.status,
                        answer.body, answer.expires);
    }
    if (changes.events.empty()) return;
    // A store has no clock: the newest event tells the time. Twice as many go as came, so that they cannot
    // pile up.
    const auto now = std::ranges::max_element(changes.events, {}, &EventRecord::time)->time;
    constexpr std::size_t forgotten_min = 8;
    forget_answers_.run(now, std::uint64_t{forgotten_min + 2 * changes.answers.size()});
}

}  // namespace dangol::adapters
