#include "adapters/postgres/postgres_reader.hpp"

#include <array>

namespace dangol::adapters {

using namespace dangol::runtime;

EventRecord event_at(const PgRows& rows, int row, const std::string& context) {
    return {.id = rows.text(row, 1),
            .type = rows.text(row, 2),
            .source = context,
            .subject = rows.text(row, 3),
            .version = rows.count(row, 4),
            .position = rows.count(row, 0),
            .time = rows.time(row, 5),
            .scope = rows.text(row, 6),
            .correlation = rows.text(row, 7),
            .causation = rows.text(row, 8),
            .traceparent = rows.text(row, 9),
            .actor = rows.text(row, 10),
            .data = rows.text(row, 11)};
}

PgRows PostgresReader::ask(const char* sql, const PgParameters& parameters) {
    try {
        return connection_.run({sql, parameters}, PgConnection::IfLost::again);
    } catch (const PgError& error) {
        throw StoreBroken("PostgreSQL, schema " + context_ + ": " + error.what());
    }
}

std::optional<Document> PostgresReader::document(std::string_view kind, std::string_view id) {
    if (!is_storable(id)) return std::nullopt;
    const auto found = ask("SELECT version, data FROM documents WHERE kind = $1::text AND id = $2::text",
                           PgParameters{}.text(kind).text(id));
    if (found.size() == 0) return std::nullopt;
    const auto version = found.count(0, 0);
    return Document{std::string(kind), std::string(id), version, version, found.text(0, 1)};
}

std::optional<Row> PostgresReader::row(std::string_view view, std::string_view key) {
    if (!is_storable(key)) return std::nullopt;
    const auto found =
        ask("SELECT scope, rank, data, xmin::text::bigint FROM rows WHERE view = $1::text AND key = $2::text",
            PgParameters{}.text(view).text(key));
    if (found.size() == 0) return std::nullopt;
    return Row{std::string(view),   std::string(key), found.text(0, 0),
               found.integer(0, 1), found.text(0, 2), found.count(0, 3)};
}

namespace {

#define DANGOL_ROWS \
    "SELECT key, rank, data, xmin::text::bigint FROM rows WHERE view = $1::text AND scope = $2::text AND "
#define DANGOL_UP "ORDER BY rank, key LIMIT $3::bigint"
#define DANGOL_DOWN "ORDER BY rank DESC, key DESC LIMIT $3::bigint"

/// Bit 0: descending, bit 1: after a cursor.
constexpr std::array row_queries{
    DANGOL_ROWS "rank BETWEEN $4::bigint AND $5::bigint " DANGOL_UP,
    DANGOL_ROWS "rank BETWEEN $4::bigint AND $5::bigint " DANGOL_DOWN,
    DANGOL_ROWS "(rank, key) > ($4::bigint, $5::text) AND rank <= $6::bigint " DANGOL_UP,
    DANGOL_ROWS "(rank, key) < ($4::bigint, $5::text) AND rank >= $6::bigint " DANGOL_DOWN,
};

}  // namespace

std::vector<Row> PostgresReader::rows(const RowQuery& query) {
    const auto* start = query.start();
    if (!is_storable(query.scope) || (start != nullptr && !is_storable(start->key))) return {};
    const unsigned shape = (query.descending ? 1U : 0U) | (start == nullptr ? 0U : 2U);
    PgParameters parameters;
    parameters.text(query.view).text(query.scope).integer(std::uint64_t{query.limit});
    if (start == nullptr) {
        parameters.integer(query.rank_min).integer(query.rank_max);
    } else {
        parameters.integer(start->rank).text(start->key);
        parameters.integer(query.descending ? query.rank_min : query.rank_max);
    }
    const auto found = ask(row_queries.at(shape), parameters);
    std::vector<Row> rows;
    rows.reserve(static_cast<std::size_t>(found.size()));
    for (int i = 0; i < found.size(); ++i) {
        rows.push_back({query.view, found.text(i, 0), query.scope, found.integer(i, 1), found.text(i, 2),
                        found.count(i, 3)});
    }
    return rows;
}

namespace {

#define DANGOL_EVENTS "SELECT " DANGOL_EVENT_COLUMNS " FROM events WHERE "
#define DANGOL_AFTER "position > $1::bigint "
#define DANGOL_BEFORE "position < $1::bigint "
#define DANGOL_OLDEST "ORDER BY position LIMIT $2::bigint"
#define DANGOL_NEWEST "ORDER BY position DESC LIMIT $2::bigint"

/// Bit 0: newest first, bit 1: by subject, bit 2: by scope. `scope <> ''` lets the partial index serve.
constexpr std::array event_queries{
    DANGOL_EVENTS DANGOL_AFTER DANGOL_OLDEST,
    DANGOL_EVENTS DANGOL_BEFORE DANGOL_NEWEST,
    DANGOL_EVENTS DANGOL_AFTER "AND subject = $3::text " DANGOL_OLDEST,
    DANGOL_EVENTS DANGOL_BEFORE "AND subject = $3::text " DANGOL_NEWEST,
    DANGOL_EVENTS DANGOL_AFTER "AND scope = $3::text AND scope <> '' " DANGOL_OLDEST,
    DANGOL_EVENTS DANGOL_BEFORE "AND scope = $3::text AND scope <> '' " DANGOL_NEWEST,
    DANGOL_EVENTS DANGOL_AFTER "AND subject = $3::text AND scope = $4::text AND scope <> '' " DANGOL_OLDEST,
    DANGOL_EVENTS DANGOL_BEFORE "AND subject = $3::text AND scope = $4::text AND scope <> '' " DANGOL_NEWEST,
};

}  // namespace

std::vector<EventRecord> PostgresReader::events(const EventQuery& query) {
    if (!is_storable(query.subject) || !is_storable(query.scope)) return {};
    const std::size_t shape =
        (query.newest_first ? 1U : 0U) | (query.subject.empty() ? 0U : 2U) | (query.scope.empty() ? 0U : 4U);
    PgParameters parameters;
    parameters.integer(query.newest_first ? query.before : query.after).integer(std::uint64_t{query.limit});
    if (!query.subject.empty()) parameters.text(query.subject);
    if (!query.scope.empty()) parameters.text(query.scope);
    const auto found = ask(event_queries.at(shape), parameters);
    std::vector<EventRecord> events;
    events.reserve(static_cast<std::size_t>(found.size()));
    for (int i = 0; i < found.size(); ++i) events.push_back(event_at(found, i, context_));
    return events;
}

std::uint64_t PostgresReader::last_position() {
    return ask("SELECT coalesce(max(position), 0) FROM events").count(0, 0);
}

std::optional<Answer> PostgresReader::answer(std::string_view key) {
    if (!is_storable(key)) return std::nullopt;
    const auto found =
        ask("SELECT fingerprint, resource, done, status, body, expires, xmin::text::bigint "
            "FROM answers WHERE key = $1::text",
            PgParameters{}.text(key));
    if (found.size() == 0) return std::nullopt;
    return Answer{.key = std::string(key),
                  .fingerprint = found.text(0, 0),
                  .resource = found.text(0, 1),
                  .done = found.integer(0, 2) != 0,
                  .status = static_cast<int>(found.integer(0, 3)),
                  .body = found.text(0, 4),
                  .expires = found.time(0, 5),
                  .revision = found.count(0, 6)};
}

std::vector<DeadLetter> PostgresReader::dead_letters(std::size_t limit) {
    const auto found = ask(
        "SELECT event_position, event_id, event_type, event_subject, event_version, event_time, event_scope, "
        "event_correlation, event_causation, event_traceparent, event_actor, event_data, event_source, "
        "source, subject, "
        "partition, \"offset\", reason, attempts, parked_at FROM dead_letters "
        "ORDER BY source, partition, \"offset\" LIMIT $1::bigint",
        PgParameters{}.integer(std::uint64_t{limit}));
    std::vector<DeadLetter> letters;
    for (int i = 0; i < found.size(); ++i) {
        letters.push_back({.source = found.text(i, 13),
                           .subject = found.text(i, 14),
                           .partition = static_cast<int>(found.integer(i, 15)),
                           .offset = found.count(i, 16),
                           .event = event_at(found, i, found.text(i, 12)),
                           .reason = found.text(i, 17),
                           .attempts = static_cast<int>(found.integer(i, 18)),
                           .parked_at = found.time(i, 19)});
    }
    return letters;
}

std::vector<Position> PostgresReader::positions() {
    const auto found = ask("SELECT source, partition, \"offset\" FROM positions ORDER BY source, partition");
    std::vector<Position> positions;
    for (int i = 0; i < found.size(); ++i) {
        positions.push_back({found.text(i, 0), static_cast<int>(found.integer(i, 1)), found.count(i, 2)});
    }
    return positions;
}

std::vector<Document> PostgresReader::scan_documents(const std::string& kind, const std::string& id,
                                                     std::size_t limit) {
    const auto found =
        ask("SELECT kind, id, version, data FROM documents "
            "WHERE (kind, id) > ($1::text, $2::text) ORDER BY kind, id LIMIT $3::bigint",
            PgParameters{}.text(kind).text(id).integer(std::uint64_t{limit}));
    std::vector<Document> documents;
    for (int i = 0; i < found.size(); ++i) {
        const auto version = found.count(i, 2);
        documents.push_back({found.text(i, 0), found.text(i, 1), version, version, found.text(i, 3)});
    }
    return documents;
}

std::vector<Row> PostgresReader::scan_rows(const std::string& view, const std::string& key,
                                           std::size_t limit) {
    const auto found =
        ask("SELECT view, key, scope, rank, data, xmin::text::bigint FROM rows "
            "WHERE (view, key) > ($1::text, $2::text) ORDER BY view, key LIMIT $3::bigint",
            PgParameters{}.text(view).text(key).integer(std::uint64_t{limit}));
    std::vector<Row> rows;
    for (int i = 0; i < found.size(); ++i) {
        rows.push_back({found.text(i, 0), found.text(i, 1), found.text(i, 2), found.integer(i, 3),
                        found.text(i, 4), found.count(i, 5)});
    }
    return rows;
}

std::vector<std::string> PostgresReader::handled(std::span<const std::string> event_ids) {
    const auto found = ask("SELECT event_id FROM handled WHERE event_id = ANY($1::text[])",
                           PgParameters{}.texts_of(event_ids, std::identity{}));
    std::vector<std::string> handled;
    for (int i = 0; i < found.size(); ++i) handled.push_back(found.text(i, 0));
    return handled;
}

}  // namespace dangol::adapters
