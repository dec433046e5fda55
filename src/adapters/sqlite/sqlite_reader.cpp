#include "adapters/sqlite/sqlite_reader.hpp"

#include <utility>

#include <fmt/format.h>

#include "adapters/sqlite/schema.hpp"

namespace dangol::adapters {
namespace {

using namespace dangol::runtime;

constexpr unsigned descending = 1;
constexpr unsigned after_cursor = 2;

/// Parameters: 1 view, 2 scope, 3 limit, then the lowest and the highest rank, or the cursor and the bound at
/// the other end. A second bound on the side of the cursor would keep SQLite from seeking to it.
Statement rows_statement(SqliteConnection& connection, unsigned shape) {
    std::string sql = "SELECT key, rank, data FROM rows WHERE view = ?1 AND scope = ?2 AND ";
    const bool down = (shape & descending) != 0;
    if ((shape & after_cursor) == 0) {
        sql += "rank BETWEEN ?4 AND ?5 ";
    } else {
        sql += down ? "(rank, key) < (?4, ?5) AND rank >= ?6 " : "(rank, key) > (?4, ?5) AND rank <= ?6 ";
    }
    sql += down ? "ORDER BY rank DESC, key DESC LIMIT ?3" : "ORDER BY rank, key LIMIT ?3";
    return {connection, std::move(sql)};
}

constexpr unsigned newest_first = 1;
constexpr unsigned by_subject = 2;
constexpr unsigned by_scope = 4;

/// An SQL expression for an event's actor, in any file that a reader may meet.
std::string actor_in(SqliteConnection& connection, std::string_view column) {
    return notes_actors(connection) ? std::string(column) : "''";
}

/// Parameters: 1 bound, 2 limit, then the subject, then the scope, if they are asked for.
Statement events_statement(SqliteConnection& connection, unsigned shape) {
    const bool newest = (shape & newest_first) != 0;
    auto sql = fmt::format(
        "SELECT position, id, type, subject, version, time, scope, correlation, causation, traceparent, {}, "
        "data FROM events WHERE position ",
        actor_in(connection, "actor"));
    sql += newest ? "< ?1" : "> ?1";
    if ((shape & by_subject) != 0) sql += " AND subject = ?3";
    // The second condition lets SQLite see that the partial index covers the first.
    if ((shape & by_scope) != 0) {
        sql += (shape & by_subject) != 0 ? " AND scope = ?4" : " AND scope = ?3";
        sql += " AND scope <> ''";
    }
    sql += newest ? " ORDER BY position DESC" : " ORDER BY position";
    sql += " LIMIT ?2";
    return {connection, std::move(sql)};
}

template <std::size_t... Shapes>
std::array<Statement, sizeof...(Shapes)> events_statements(SqliteConnection& connection,
                                                           std::index_sequence<Shapes...>) {
    return {events_statement(connection, Shapes)...};
}

}  // namespace

SqliteReader::SqliteReader(SqliteConnection& connection, std::string context)
    : context_(std::move(context)),
      document_(connection, "SELECT version, data FROM documents WHERE kind = ?1 AND id = ?2"),
      row_(connection, "SELECT scope, rank, data FROM rows WHERE view = ?1 AND key = ?2"),
      rows_{rows_statement(connection, 0), rows_statement(connection, descending),
            rows_statement(connection, after_cursor), rows_statement(connection, after_cursor | descending)},
      events_(events_statements(connection, std::make_index_sequence<8>{})),
      last_position_(connection, "SELECT max(position) FROM events"),
      answer_(connection,
              "SELECT fingerprint, resource, done, status, body, expires FROM answers WHERE key = ?1"),
      dead_letters_(
          connection,
          fmt::format(
              "SELECT source, partition, \"offset\", subject, reason, attempts, parked_at, event_id, "
              "event_type, event_source, event_subject, event_version, event_position, event_time, "
              "event_scope, "
              "event_correlation, event_causation, event_traceparent, {}, event_data FROM dead_letters "
              "ORDER BY source, partition, \"offset\" LIMIT ?1",
              actor_in(connection, "event_actor"))),
      positions_(connection,
                 "SELECT source, partition, \"offset\" FROM positions ORDER BY source, partition"),
      handled_(connection, "SELECT 1 FROM handled WHERE event_id = ?1"),
      scan_documents_(connection,
                      "SELECT kind, id, version, data FROM documents WHERE (kind, id) > (?1, ?2) "
                      "ORDER BY kind, id LIMIT ?3"),
      scan_rows_(connection,
                 "SELECT view, key, scope, rank, data FROM rows WHERE (view, key) > (?1, ?2) "
                 "ORDER BY view, key LIMIT ?3") {}

std::optional<Document> SqliteReader::document(std::string_view kind, std::string_view id) {
    auto rows = document_.query(kind, id);
    if (!rows.next()) return std::nullopt;
    const auto version = rows.count(0);
    return Document{std::string(kind), std::string(id), version, version, rows.text(1)};
}

std::optional<Row> SqliteReader::row(std::string_view view, std::string_view key) {
    auto rows = row_.query(view, key);
    if (!rows.next()) return std::nullopt;
    return Row{std::string(view), std::string(key), rows.text(0), rows.integer(1), rows.text(2)};
}

std::vector<Row> SqliteReader::rows(const RowQuery& query) {
    const auto* start = query.start();
    auto& statement = rows_[(query.descending ? descending : 0) | (start == nullptr ? 0 : after_cursor)];
    const auto limit = std::uint64_t{query.limit};
    const auto other_end = query.descending ? query.rank_min : query.rank_max;
    auto rows = start == nullptr
                    ? statement.query(query.view, query.scope, limit, query.rank_min, query.rank_max)
                    : statement.query(query.view, query.scope, limit, start->rank, start->key, other_end);
    std::vector<Row> found;
    while (rows.next())
        found.push_back({query.view, rows.text(0), query.scope, rows.integer(1), rows.text(2)});
    return found;
}

std::vector<EventRecord> SqliteReader::events(const EventQuery& query) {
    const unsigned shape = (query.newest_first ? newest_first : 0) |
                           (query.subject.empty() ? 0 : by_subject) | (query.scope.empty() ? 0 : by_scope);
    auto& statement = events_[shape];
    const auto bound = query.newest_first ? query.before : query.after;
    const auto limit = std::uint64_t{query.limit};
    const bool subject = !query.subject.empty();
    const bool scope = !query.scope.empty();
    auto rows = subject && scope ? statement.query(bound, limit, query.subject, query.scope)
                : subject        ? statement.query(bound, limit, query.subject)
                : scope          ? statement.query(bound, limit, query.scope)
                                 : statement.query(bound, limit);
    std::vector<EventRecord> found;
    while (rows.next()) {
        found.push_back({.id = rows.text(1),
                         .type = rows.text(2),
                         .source = context_,
                         .subject = rows.text(3),
                         .version = rows.count(4),
                         .position = rows.count(0),
                         .time = rows.time(5),
                         .scope = rows.text(6),
                         .correlation = rows.text(7),
                         .causation = rows.text(8),
                         .traceparent = rows.text(9),
                         .actor = rows.text(10),
                         .data = rows.text(11)});
    }
    return found;
}

std::uint64_t SqliteReader::last_position() {
    auto rows = last_position_.query();
    return rows.next() ? rows.count(0) : 0;
}

std::optional<Answer> SqliteReader::answer(std::string_view key) {
    auto rows = answer_.query(key);
    if (!rows.next()) return std::nullopt;
    return Answer{.key = std::string(key),
                  .fingerprint = rows.text(0),
                  .resource = rows.text(1),
                  .done = rows.integer(2) != 0,
                  .status = rows.small(3),
                  .body = rows.text(4),
                  .expires = rows.time(5)};
}

std::vector<DeadLetter> SqliteReader::dead_letters(std::size_t limit) {
    auto rows = dead_letters_.query(std::uint64_t{limit});
    std::vector<DeadLetter> found;
    while (rows.next()) {
        found.push_back({.source = rows.text(0),
                         .subject = rows.text(3),
                         .partition = rows.small(1),
                         .offset = rows.count(2),
                         .event = {.id = rows.text(7),
                                   .type = rows.text(8),
                                   .source = rows.text(9),
                                   .subject = rows.text(10),
                                   .version = rows.count(11),
                                   .position = rows.count(12),
                                   .time = rows.time(13),
                                   .scope = rows.text(14),
                                   .correlation = rows.text(15),
                                   .causation = rows.text(16),
                                   .traceparent = rows.text(17),
                                   .actor = rows.text(18),
                                   .data = rows.text(19)},
                         .reason = rows.text(4),
                         .attempts = rows.small(5),
                         .parked_at = rows.time(6)});
    }
    return found;
}

std::vector<Position> SqliteReader::positions() {
    auto rows = positions_.query();
    std::vector<Position> found;
    while (rows.next()) found.push_back({rows.text(0), rows.small(1), rows.count(2)});
    return found;
}

std::vector<Document> SqliteReader::scan_documents(const std::string& kind, const std::string& id,
                                                   std::size_t limit) {
    auto rows = scan_documents_.query(kind, id, std::uint64_t{limit});
    std::vector<Document> found;
    while (rows.next()) {
        const auto version = rows.count(2);
        found.push_back({rows.text(0), rows.text(1), version, version, rows.text(3)});
    }
    return found;
}

std::vector<Row> SqliteReader::scan_rows(const std::string& view, const std::string& key, std::size_t limit) {
    auto rows = scan_rows_.query(view, key, std::uint64_t{limit});
    std::vector<Row> found;
    while (rows.next()) {
        found.push_back({rows.text(0), rows.text(1), rows.text(2), rows.integer(3), rows.text(4)});
    }
    return found;
}

std::vector<std::string> SqliteReader::handled(std::span<const std::string> event_ids) {
    std::vector<std::string> found;
    for (const auto& id : event_ids) {
        if (handled_.query(id).next()) found.push_back(id);
    }
    return found;
}

}  // namespace dangol::adapters
