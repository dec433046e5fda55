#include "adapters/postgres/commit_statements.hpp"

#include <algorithm>
#include <map>

#include "core/overloaded.hpp"
#include "runtime/store.hpp"

namespace dangol::adapters {
namespace {

using namespace dangol::runtime;

constexpr char between_stale = '\x1e';
constexpr char inside_stale = '\x1f';
constexpr Duration handled_kept = std::chrono::days{30};

/// Of several changes with the same key the last one counts; a statement may touch each key only once.
template <class Change, class Key>
std::vector<const Change*> last_of_each(const std::vector<Change>& changes, Key key) {
    std::map<decltype(key(changes.front())), const Change*> last;
    for (const auto& change : changes) last.insert_or_assign(key(change), &change);
    std::vector<const Change*> found;
    found.reserve(last.size());
    for (const auto& [_, change] : last) found.push_back(change);
    return found;
}

/// Those changes that are of one alternative.
template <class Alternative, class Change>
std::vector<const Alternative*> alternatives(const std::vector<const Change*>& changes) {
    std::vector<const Alternative*> found;
    for (const auto* change : changes) {
        if (const auto* alternative = std::get_if<Alternative>(change)) found.push_back(alternative);
    }
    return found;
}

class Builder {
  public:
    Builder(const Changes& changes, const std::string& owner) : changes_(changes), owner_(owner) {}

    CommitStatements build() {
        const bool writes = !only_premises();
        if (writes) add("SELECT pg_advisory_xact_lock(1145980748, hashtext(current_schema()))", {});
        check_documents();
        check_premises();
        if (!writes) return std::move(result_);
        move_positions();
        meet_deadlines();
        note_handled();
        write_documents();
        append_events();
        write_rows();
        write_deadlines();
        write_effects();
        remember_answers();
        write_dead_letters();
        return std::move(result_);
    }

  private:
    void add(const char* sql, PgParameters parameters) {
        result_.statements.push_back({sql, std::move(parameters)});
    }

    [[nodiscard]] bool only_premises() const {
        const auto& c = changes_;
        return c.events.empty() && c.documents.empty() && c.rows.empty() && c.deadlines.empty() &&
               c.effects.empty() && c.positions.empty() && c.handled.empty() && c.answers.empty() &&
               c.dead_letters.empty();
    }

    void check_documents() {
        std::vector<std::string_view> kinds;
        std::vector<std::string_view> ids;
        std::vector<std::int64_t> versions;
        const auto expect = [&](const std::string& kind, const std::string& id, std::uint64_t version) {
            kinds.emplace_back(kind);
            ids.emplace_back(id);
            versions.push_back(static_cast<std::int64_t>(version));
        };
        for (const auto& d : changes_.documents) expect(d.kind, d.id, d.expected_version);
        for (const auto& p : changes_.premises) {
            if (p.of == Premise::Of::document) expect(p.space, p.id, p.version);
        }
        if (kinds.empty()) return;
        add("SELECT refuse(string_agg(w.kind || E'\\x1f' || w.id, E'\\x1e')) "
            "FROM unnest($1::text[], $2::text[], $3::bigint[]) AS w(kind, id, version) "
            "LEFT JOIN documents d ON d.kind = w.kind AND d.id = w.id "
            "WHERE coalesce(d.version, 0) <> w.version HAVING count(*) > 0",
            std::move(PgParameters{}.texts(kinds).texts(ids).integers(versions)));
    }

    void check_premises() {
        std::vector<const Premise*> rows;
        std::vector<const Premise*> answers;
        for (const auto& premise : changes_.premises) {
            if (premise.of == Premise::Of::row) rows.push_back(&premise);
            if (premise.of == Premise::Of::answer) answers.push_back(&premise);
        }
        if (!rows.empty()) {
            add("SELECT refuse('a row was changed by another replica') "
                "FROM unnest($1::text[], $2::text[], $3::bigint[]) AS w(view, key, revision) "
                "LEFT JOIN rows r ON r.view = w.view AND r.key = w.key "
                "WHERE coalesce(r.xmin::text::bigint, 0) <> w.revision HAVING count(*) > 0",
                std::move(PgParameters{}
                              .texts_of(rows, &Premise::space)
                              .texts_of(rows, &Premise::id)
                              .integers_of(rows, &Premise::version)));
        }
        if (!answers.empty()) {
            add("SELECT refuse('a request was answered by another replica') "
                "FROM unnest($1::text[], $2::bigint[]) AS w(key, revision) "
                "LEFT JOIN answers a ON a.key = w.key "
                "WHERE coalesce(a.xmin::text::bigint, 0) <> w.revision HAVING count(*) > 0",
                std::move(
                    PgParameters{}.texts_of(answers, &Premise::id).integers_of(answers, &Premise::version)));
        }
    }

    void move_positions() {
        const auto positions = last_of_each(
            changes_.positions, [](const Position& p) { return std::pair{p.source, p.partition}; });
        if (positions.empty()) return;
        PgParameters parameters;
        parameters.texts_of(positions, &Position::source)
            .integers_of(positions, &Position::partition)
            .integers_of(positions, &Position::offset)
            .integers_of(positions, &Position::expected);
        add("SELECT refuse('a position was moved by another replica') "
            "FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[]) "
            "AS w(source, partition, \"offset\", expected) "
            "LEFT JOIN positions p ON p.source = w.source AND p.partition = w.partition "
            "WHERE coalesce(p.\"offset\", 0) <> w.expected HAVING count(*) > 0",
            parameters);
        add("INSERT INTO positions(source, partition, \"offset\") "
            "SELECT w.source, w.partition, w.\"offset\" "
            "FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[]) "
            "AS w(source, partition, \"offset\", expected) "
            "ON CONFLICT (source, partition) DO UPDATE SET \"offset\" = excluded.\"offset\"",
            std::move(parameters));
    }

    void meet_deadlines() {
        std::vector<const MeetDeadline*> met;
        for (const auto& change : changes_.deadlines) {
            if (const auto* one = std::get_if<MeetDeadline>(&change)) met.push_back(one);
        }
        if (met.empty()) return;
        add("WITH met AS (DELETE FROM deadlines d USING unnest($1::text[], $2::timestamptz[]) AS w(key, due) "
            "WHERE d.key = w.key AND d.due = w.due RETURNING 1) "
            "SELECT refuse('a deadline was met by another replica') FROM met "
            "HAVING count(*) <> cardinality($1::text[])",
            std::move(PgParameters{}.texts_of(met, &MeetDeadline::key).times_of(met, &MeetDeadline::due)));
    }

    void note_handled() {
        const auto& handled = changes_.handled;
        if (handled.empty()) return;
        add("INSERT INTO handled(event_id, at) SELECT * FROM unnest($1::text[], $2::timestamptz[])",
            std::move(PgParameters{}.texts_of(handled, &Handled::event_id).times_of(handled, &Handled::at)));
        add("DELETE FROM handled WHERE event_id IN (SELECT event_id FROM handled WHERE at <= $1::timestamptz "
            "ORDER BY at LIMIT $2::bigint)",
            std::move(PgParameters{}
                          .time(handled.front().at - handled_kept)
                          .integer(std::uint64_t{2 * handled.size()})));
    }

    void write_documents() {
        const auto& documents = changes_.documents;
        if (documents.empty()) return;
        add("INSERT INTO documents(kind, id, version, data) "
            "SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[]) "
            "ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version, data = excluded.data",
            std::move(PgParameters{}
                          .texts_of(documents, &Document::kind)
                          .texts_of(documents, &Document::id)
                          .integers_of(documents, &Document::version)
                          .texts_of(documents, &Document::data)));
    }

    void append_events() {
        const auto& events = changes_.events;
        if (events.empty()) return;
        result_.events = result_.statements.size();
        add("INSERT INTO events(position, xid, id, type, subject, version, time, scope, correlation, "
            "causation, traceparent, actor, data) "
            "SELECT (SELECT coalesce(max(position), 0) FROM events) + e.place, "
            "pg_current_xact_id()::text::bigint, e.id, e.type, e.subject, e.version, e.time, e.scope, "
            "e.correlation, e.causation, e.traceparent, e.actor, e.data "
            "FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::timestamptz[], $6::text[], "
            "$7::text[], $8::text[], $9::text[], $10::text[], $11::text[]) WITH ORDINALITY "
            "AS e(id, type, subject, version, time, scope, correlation, causation, traceparent, actor, data, "
            "place) "
            "ORDER BY e.place RETURNING position",
            std::move(PgParameters{}
                          .texts_of(events, &EventRecord::id)
                          .texts_of(events, &EventRecord::type)
                          .texts_of(events, &EventRecord::subject)
                          .integers_of(events, &EventRecord::version)
                          .times_of(events, &EventRecord::time)
                          .texts_of(events, &EventRecord::scope)
                          .texts_of(events, &EventRecord::correlation)
                          .texts_of(events, &EventRecord::causation)
                          .texts_of(events, &EventRecord::traceparent)
                          .texts_of(events, &EventRecord::actor)
                          .texts_of(events, &EventRecord::data)));
    }

    void write_rows() {
        const auto last = last_of_each(changes_.rows, [](const RowChange& change) {
            return std::visit([](const auto& row) { return std::pair{row.view, row.key}; }, change);
        });
        if (const auto dropped = alternatives<DropRow>(last); !dropped.empty()) {
            add("DELETE FROM rows r USING unnest($1::text[], $2::text[]) AS w(view, key) "
                "WHERE r.view = w.view AND r.key = w.key",
                std::move(PgParameters{}.texts_of(dropped, &DropRow::view).texts_of(dropped, &DropRow::key)));
        }
        if (const auto put = alternatives<Row>(last); !put.empty()) {
            add("INSERT INTO rows(view, key, scope, rank, data) "
                "SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[]) "
                "ON CONFLICT (view, key) DO UPDATE SET scope = excluded.scope, rank = excluded.rank, "
                "data = excluded.data",
                std::move(PgParameters{}
                              .texts_of(put, &Row::view)
                              .texts_of(put, &Row::key)
                              .texts_of(put, &Row::scope)
                              .integers_of(put, &Row::rank)
                              .texts_of(put, &Row::data)));
        }
    }

    void write_deadlines() {
        std::map<std::string_view, const DeadlineChange*> last;
        for (const auto& change : changes_.deadlines) {
            if (std::holds_alternative<MeetDeadline>(change)) continue;
            last.insert_or_assign(std::visit([](const auto& d) -> std::string_view { return d.key; }, change),
                                  &change);
        }
        std::vector<const DeadlineChange*> changed;
        for (const auto& [_, change] : last) changed.push_back(change);
        if (const auto canceled = alternatives<CancelDeadline>(changed); !canceled.empty()) {
            add("DELETE FROM deadlines WHERE key = ANY($1::text[])",
                std::move(PgParameters{}.texts_of(canceled, &CancelDeadline::key)));
        }
        if (const auto put = alternatives<Deadline>(changed); !put.empty()) {
            add("INSERT INTO deadlines(key, due, kind, data) "
                "SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[]) "
                "ON CONFLICT (key) DO UPDATE SET due = excluded.due, kind = excluded.kind, data = "
                "excluded.data",
                std::move(PgParameters{}
                              .texts_of(put, &Deadline::key)
                              .times_of(put, &Deadline::due)
                              .texts_of(put, &Deadline::kind)
                              .texts_of(put, &Deadline::data)));
        }
    }

    void write_effects() {
        const auto last = last_of_each(changes_.effects, [](const EffectChange& change) {
            return std::visit([](const auto& effect) { return effect.id; }, change);
        });
        if (const auto finished = alternatives<FinishEffect>(last); !finished.empty()) {
            add("DELETE FROM effects WHERE id = ANY($1::text[])",
                std::move(PgParameters{}.texts_of(finished, &FinishEffect::id)));
        }
        if (const auto put = alternatives<Effect>(last); !put.empty()) {
            add("INSERT INTO effects(id, kind, subject, attempt, due, data, owner, leased_until) "
                "SELECT w.*, $7::text, greatest(w.due, now()) + $8::bigint * interval '1 millisecond' "
                "FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::timestamptz[], "
                "$6::text[]) "
                "AS w(id, kind, subject, attempt, due, data) "
                "ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, subject = excluded.subject, "
                "attempt = excluded.attempt, due = excluded.due, data = excluded.data, owner = "
                "excluded.owner, "
                "leased_until = excluded.leased_until",
                std::move(PgParameters{}
                              .texts_of(put, &Effect::id)
                              .texts_of(put, &Effect::kind)
                              .texts_of(put, &Effect::subject)
                              .integers_of(put, &Effect::attempt)
                              .times_of(put, &Effect::due)
                              .texts_of(put, &Effect::data)
                              .text(owner_)
                              .integer(std::int64_t{Store::effect_lease.count()})));
        }
    }

    void remember_answers() {
        const auto put = last_of_each(changes_.answers, [](const Answer& answer) { return answer.key; });
        if (!put.empty()) {
            add("INSERT INTO answers(key, fingerprint, resource, done, status, body, expires) "
                "SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], "
                "$6::text[], "
                "$7::timestamptz[]) "
                "ON CONFLICT (key) DO UPDATE SET fingerprint = excluded.fingerprint, "
                "resource = excluded.resource, done = excluded.done, status = excluded.status, "
                "body = excluded.body, expires = excluded.expires",
                std::move(PgParameters{}
                              .texts_of(put, &Answer::key)
                              .texts_of(put, &Answer::fingerprint)
                              .texts_of(put, &Answer::resource)
                              .integers_of(put, &Answer::done)
                              .integers_of(put, &Answer::status)
                              .texts_of(put, &Answer::body)
                              .times_of(put, &Answer::expires)));
        }
        if (changes_.events.empty()) return;
        // As in the other stores the newest event tells the time. Twice as many go as came, so that they
        // cannot pile up.
        const auto now = std::ranges::max_element(changes_.events, {}, &EventRecord::time)->time;
        constexpr std::size_t forgotten_min = 8;
        add("DELETE FROM answers WHERE key IN (SELECT key FROM answers WHERE expires <= $1::timestamptz "
            "ORDER BY expires LIMIT $2::bigint)",
            std::move(PgParameters{}.time(now).integer(
                std::uint64_t{forgotten_min + 2 * changes_.answers.size()})));
    }

    void write_dead_letters() {
        for (const auto& change : changes_.dead_letters) {
            std::visit(Overloaded{[&](const DeadLetter& letter) { park(letter); },
                                  [&](const DropDeadLetter& letter) { drop(letter); }},
                       change);
        }
    }

    void drop(const DropDeadLetter& letter) {
        add("DELETE FROM dead_letters WHERE source = $1::text AND partition = $2::bigint AND "
            "\"offset\" = $3::bigint",
            std::move(PgParameters{}
                          .text(letter.source)
                          .integer(std::int64_t{letter.partition})
                          .integer(letter.offset)));
    }

    void park(const DeadLetter& letter) {
        const auto& event = letter.event;
        add("INSERT INTO dead_letters(source, partition, \"offset\", subject, reason, attempts, parked_at, "
            "event_id, event_type, event_source, event_subject, event_version, event_position, event_time, "
            "event_scope, event_correlation, event_causation, event_traceparent, event_actor, event_data) "
            "VALUES($1::text, $2::bigint, $3::bigint, $4::text, $5::text, $6::bigint, $7::timestamptz, "
            "$8::text, $9::text, $10::text, $11::text, $12::bigint, $13::bigint, $14::timestamptz, "
            "$15::text, $16::text, $17::text, $18::text, $19::text, $20::text) "
            "ON CONFLICT (source, partition, \"offset\") DO UPDATE SET "
            "reason = excluded.reason, attempts = excluded.attempts, parked_at = excluded.parked_at, "
            "subject = excluded.subject, event_id = excluded.event_id, event_data = excluded.event_data",
            std::move(PgParameters{}
                          .text(letter.source)
                          .integer(std::int64_t{letter.partition})
                          .integer(letter.offset)
                          .text(letter.subject)
                          .text(letter.reason)
                          .integer(std::int64_t{letter.attempts})
                          .time(letter.parked_at)
                          .text(event.id)
                          .text(event.type)
                          .text(event.source)
                          .text(event.subject)
                          .integer(event.version)
                          .integer(event.position)
                          .time(event.time)
                          .text(event.scope)
                          .text(event.correlation)
                          .text(event.causation)
                          .text(event.traceparent)
                          .text(event.actor)
                          .text(event.data)));
    }

    const Changes& changes_;
    const std::string& owner_;
    CommitStatements result_;
};

}  // namespace

CommitStatements statements_of(const Changes& changes, const std::string& owner) {
    return Builder(changes, owner).build();
}

std::vector<std::pair<std::string, std::string>> stale_in(const std::string& refusal) {
    std::vector<std::pair<std::string, std::string>> stale;
    std::size_t at = 0;
    while (at < refusal.size()) {
        const auto end = std::min(refusal.find(between_stale, at), refusal.size());
        const auto one = refusal.substr(at, end - at);
        if (const auto middle = one.find(inside_stale); middle != std::string::npos) {
            stale.emplace_back(one.substr(0, middle), one.substr(middle + 1));
        }
        at = end + 1;
    }
    return stale;
}

}  // namespace dangol::adapters
