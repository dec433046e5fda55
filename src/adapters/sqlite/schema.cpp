#include "adapters/sqlite/schema.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fmt/format.h>

namespace dangol::adapters {
namespace {

constexpr std::int64_t application_id = 0x444e474c;  // "DNGL", what `file` and sqlite3 show
constexpr std::int64_t first_version = 1;

// Contexts' tables are the same; what differs is inside `data`. Positions are rowids: events are never
// deleted, so they grow by one. The source of an event is the context itself and is not stored. Answers have
// rowids because their keys are random and their bodies long: so only a narrow index is written in random
// places.
constexpr const char* schema = R"sql(
CREATE TABLE events(
    position INTEGER PRIMARY KEY, id TEXT NOT NULL, type TEXT NOT NULL, subject TEXT NOT NULL,
    version INTEGER NOT NULL, time INTEGER NOT NULL, scope TEXT NOT NULL, correlation TEXT NOT NULL,
    causation TEXT NOT NULL, traceparent TEXT NOT NULL, data TEXT NOT NULL);
CREATE INDEX events_by_subject ON events(subject);
CREATE INDEX events_by_scope ON events(scope) WHERE scope <> '';
CREATE TABLE documents(
    kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, data TEXT NOT NULL,
    PRIMARY KEY(kind, id)) WITHOUT ROWID;
CREATE TABLE rows(
    view TEXT NOT NULL, key TEXT NOT NULL, scope TEXT NOT NULL, rank INTEGER NOT NULL, data TEXT NOT NULL,
    PRIMARY KEY(view, key)) WITHOUT ROWID;
CREATE INDEX rows_by_rank ON rows(view, scope, rank, key);
CREATE TABLE deadlines(
    key TEXT PRIMARY KEY, due INTEGER NOT NULL, kind TEXT NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX deadlines_by_due ON deadlines(due, key);
CREATE TABLE effects(
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, attempt INTEGER NOT NULL,
    due INTEGER NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX effects_by_due ON effects(due, id);
CREATE TABLE positions(
    source TEXT NOT NULL, partition INTEGER NOT NULL, "offset" INTEGER NOT NULL,
    PRIMARY KEY(source, partition)) WITHOUT ROWID;
CREATE TABLE answers(
    key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, resource TEXT NOT NULL, done INTEGER NOT NULL,
    status INTEGER NOT NULL, body TEXT NOT NULL, expires INTEGER NOT NULL);
CREATE INDEX answers_by_expiry ON answers(expires);
CREATE TABLE dead_letters(
    source TEXT NOT NULL, partition INTEGER NOT NULL, "offset" INTEGER NOT NULL, subject TEXT NOT NULL,
    reason TEXT NOT NULL, attempts INTEGER NOT NULL, parked_at INTEGER NOT NULL,
    event_id TEXT NOT NULL, event_type TEXT NOT NULL, event_source TEXT NOT NULL, event_subject TEXT NOT NULL,
    event_version INTEGER NOT NULL, event_position INTEGER NOT NULL, event_time INTEGER NOT NULL,
    event_scope TEXT NOT NULL, event_correlation TEXT NOT NULL, event_causation TEXT NOT NULL,
    event_traceparent TEXT NOT NULL, event_data TEXT NOT NULL,
    PRIMARY KEY(source, partition, "offset")) WITHOUT ROWID;
)sql";

/// What each later version added to the one before.
constexpr std::array upgrades{
    // 2: events that were handled, for sources that repeat them.
    R"sql(
CREATE TABLE handled(event_id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX handled_by_time ON handled(at);
)sql",
    // 3: whose command an event came of. Nobody noted it before.
    R"sql(
ALTER TABLE events ADD COLUMN actor TEXT NOT NULL DEFAULT '';
ALTER TABLE dead_letters ADD COLUMN event_actor TEXT NOT NULL DEFAULT '';
)sql",
};
constexpr std::int64_t schema_version = first_version + std::int64_t{upgrades.size()};

std::int64_t version_of(SqliteConnection& connection) { return connection.integer("PRAGMA user_version"); }

/// All steps or none: a crash on the way leaves the file as it was.
void upgrade(SqliteConnection& connection) {
    if (version_of(connection) == schema_version) return;
    connection.execute("BEGIN IMMEDIATE");
    for (auto version = version_of(connection); version < schema_version; ++version)
        connection.execute(upgrades.at(static_cast<std::size_t>(version - first_version)));
    connection.execute(fmt::format("PRAGMA user_version={}; COMMIT", schema_version).c_str());
}

[[noreturn]] void fail_with_errno(const std::string& path, std::string_view doing) {
    throw runtime::StoreBroken(fmt::format("{}: {}: {}", path, doing, std::strerror(errno)));
}

void flush(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) fail_with_errno(path, "cannot be opened to flush it");
    const int outcome = ::fsync(file);
    ::close(file);
    if (outcome != 0) fail_with_errno(path, "cannot be flushed to the disk");
}

void remove_left_over(const std::string& path) {
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(path + suffix);
}

}  // namespace

void create_store_file(const std::string& path) {
    // SQLite would apply a WAL that lies beside a new database, and it may hold commits of the one that is
    // gone.
    if (std::filesystem::exists(path + "-wal")) {
        throw runtime::StoreBroken(path +
                                   ": is missing, but its -wal file is there; put the database file back, or "
                                   "move the -wal file away");
    }
    const std::string unfinished = path + ".new";
    remove_left_over(unfinished);
    {
        SqliteConnection connection(unfinished, SqliteConnection::Mode::create);
        // Rows of one or two KiB that are mostly appended: pages of 8 KiB take an eighth less CPU for an
        // order than 4 KiB.
        connection.execute(
            "PRAGMA page_size=8192; PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY; BEGIN");
        connection.execute(schema);
        for (const auto* step : upgrades) connection.execute(step);
        connection.execute(fmt::format("PRAGMA application_id={}; PRAGMA user_version={}; COMMIT; "
                                       "PRAGMA journal_mode=WAL",
                                       application_id, schema_version)
                               .c_str());
    }
    flush(unfinished);
    std::filesystem::rename(unfinished, path);
    const auto folder = std::filesystem::path(path).parent_path();
    flush(folder.empty() ? "." : folder.string());
}

void prepare_connection(SqliteConnection& connection, SqliteConnection::Mode mode, const std::string& path) {
    constexpr int busy_timeout_ms = 2000;
    sqlite3_busy_timeout(connection.handle(), busy_timeout_ms);
    if (connection.integer("PRAGMA application_id") != application_id) {
        throw runtime::StoreBroken(path + ": is not a Dangol store; is the data folder the right one?");
    }
    if (const auto version = version_of(connection); version > schema_version) {
        throw runtime::StoreBroken(
            fmt::format("{}: was written by a newer Dangol (schema {}, this program knows up to {}); start "
                        "the newer program, or "
                        "restore a backup from before the upgrade",
                        path, version, schema_version));
    }
    if (mode == SqliteConnection::Mode::read) {
        connection.execute("PRAGMA query_only=ON; PRAGMA cache_size=-1024");
        return;
    }
    upgrade(connection);
    // With FULL a commit returns only after the WAL's fsync. A checkpoint (fsync of WAL and database) comes
    // once in 32 MiB of WAL.
    connection.execute(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-4096; "
        "PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=67108864; PRAGMA temp_store=MEMORY");
}

bool notes_actors(SqliteConnection& connection) { return version_of(connection) >= 3; }

}  // namespace dangol::adapters
