#include "adapters/sqlite/export.hpp"

#include <limits>

#include <fmt/format.h>

#include "adapters/sqlite/schema.hpp"
#include "adapters/sqlite/sqlite_reader.hpp"

namespace dangol::adapters {

using namespace dangol::runtime;

namespace {
constexpr std::size_t page_max = 500;
}

SqliteExport::SqliteExport(const SqliteOptions& options, Timestamp now)
    : options_(options),
      now_(now.time_since_epoch().count()),
      lock_(options.path),
      connection_(options.path, SqliteConnection::Mode::write) {
    prepare_connection(connection_, SqliteConnection::Mode::write, options.path);
}

/// `take` adds one row to the page.
template <class Take>
void SqliteExport::each(const char* sql, const std::function<void(const Changes&)>& give, Take take) {
    Statement statement(connection_, sql);
    auto rows = statement.query();
    Changes page;
    for (std::size_t taken = 0; rows.next();) {
        take(page, rows);
        if (++taken % page_max == 0) give(std::exchange(page, {}));
    }
    if (!page.empty()) give(page);
}

void SqliteExport::read(const std::function<void(const Changes& page)>& give) {
    SqliteReader reader(connection_, options_.context);
    for (std::uint64_t after = 0;;) {
        Changes page;
        page.events = reader.events({.after = after, .limit = page_max});
        if (page.events.empty()) break;
        after = page.events.back().position;
        give(page);
    }
    each("SELECT kind, id, version, data FROM documents", give, [](Changes& page, const Rows& rows) {
        page.documents.push_back({rows.text(0), rows.text(1), rows.count(2), 0, rows.text(3)});
    });
    each("SELECT view, key, scope, rank, data FROM rows", give, [](Changes& page, const Rows& rows) {
        page.rows.emplace_back(Row{rows.text(0), rows.text(1), rows.text(2), rows.integer(3), rows.text(4)});
    });
    each("SELECT key, due, kind, data FROM deadlines", give, [](Changes& page, const Rows& rows) {
        page.deadlines.emplace_back(Deadline{rows.text(0), rows.time(1), rows.text(2), rows.text(3)});
    });
    each("SELECT id, kind, subject, attempt, due, data FROM effects", give,
         [](Changes& page, const Rows& rows) {
             page.effects.emplace_back(
                 Effect{rows.text(0), rows.text(1), rows.text(2), rows.small(3), rows.time(4), rows.text(5)});
         });
    each("SELECT event_id, at FROM handled", give,
         [](Changes& page, const Rows& rows) { page.handled.push_back({rows.text(0), rows.time(1)}); });
    each(fmt::format("SELECT key, fingerprint, resource, done, status, body, expires FROM answers "
                     "WHERE expires > {}",
                     now_)
             .c_str(),
         give, [](Changes& page, const Rows& rows) {
             page.answers.push_back({rows.text(0), rows.text(1), rows.text(2), rows.integer(3) != 0,
                                     rows.small(4), rows.text(5), rows.time(6)});
         });
    Changes rest;
    rest.positions = reader.positions();
    for (auto& letter : reader.dead_letters(std::numeric_limits<std::int32_t>::max()))
        rest.dead_letters.emplace_back(std::move(letter));
    if (!rest.empty()) give(rest);
}

std::map<std::string, std::uint64_t> SqliteExport::counts() {
    std::map<std::string, std::uint64_t> counts;
    for (const char* table : {"events", "documents", "rows", "deadlines", "effects", "positions", "handled",
                              "answers", "dead_letters"}) {
        counts[table] = static_cast<std::uint64_t>(
            connection_.integer(fmt::format("SELECT count(*) FROM {}", table).c_str()));
    }
    counts["answers"] = static_cast<std::uint64_t>(
        connection_.integer(fmt::format("SELECT count(*) FROM answers WHERE expires > {}", now_).c_str()));
    return counts;
}

}  // namespace dangol::adapters
