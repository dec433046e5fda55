#include "adapters/postgres/schema.hpp"

#include <array>
#include <cstdlib>
#include <memory>

#include <fmt/format.h>

#include "adapters/postgres/connection.hpp"

namespace dangol::adapters {
namespace {

using runtime::StoreBroken;

// Texts are compared byte by byte, as in the other stores: COLLATE "C". Positions are given by the commit,
// which has the context's lock, so they have no gaps; xid orders events for the relay even against a writer
// that does not take the lock. Rows and answers need no version of their own: xmin changes with each write.
constexpr std::array migrations{
    R"sql(
CREATE TABLE events(
    position bigint PRIMARY KEY, xid bigint NOT NULL, id text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL, subject text COLLATE "C" NOT NULL, version bigint NOT NULL,
    time timestamptz NOT NULL, scope text COLLATE "C" NOT NULL, correlation text COLLATE "C" NOT NULL,
    causation text COLLATE "C" NOT NULL, traceparent text COLLATE "C" NOT NULL, data text COLLATE "C" NOT NULL);
CREATE UNIQUE INDEX events_by_xid ON events(xid, position);
CREATE INDEX events_by_subject ON events(subject, position);
CREATE INDEX events_by_scope ON events(scope, position) WHERE scope <> '';
CREATE TABLE documents(
    kind text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, version bigint NOT NULL,
    data text COLLATE "C" NOT NULL, PRIMARY KEY(kind, id)) WITH (fillfactor = 80);
CREATE TABLE rows(
    view text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, scope text COLLATE "C" NOT NULL,
    rank bigint NOT NULL, data text COLLATE "C" NOT NULL, PRIMARY KEY(view, key));
CREATE INDEX rows_by_rank ON rows(view, scope, rank, key);
CREATE TABLE deadlines(
    key text COLLATE "C" PRIMARY KEY, due timestamptz NOT NULL, kind text COLLATE "C" NOT NULL,
    data text COLLATE "C" NOT NULL);
CREATE INDEX deadlines_by_due ON deadlines(due, key);
CREATE TABLE effects(
    id text COLLATE "C" PRIMARY KEY, kind text COLLATE "C" NOT NULL, subject text COLLATE "C" NOT NULL,
    attempt bigint NOT NULL, due timestamptz NOT NULL, data text COLLATE "C" NOT NULL,
    owner text COLLATE "C" NOT NULL, leased_until timestamptz NOT NULL);
CREATE INDEX effects_by_due ON effects(due, id);
CREATE TABLE positions(
    source text COLLATE "C" NOT NULL, partition bigint NOT NULL, "offset" bigint NOT NULL,
    PRIMARY KEY(source, partition));
CREATE TABLE handled(event_id text COLLATE "C" PRIMARY KEY, at timestamptz NOT NULL);
CREATE INDEX handled_by_time ON handled(at);
CREATE TABLE answers(
    key text COLLATE "C" PRIMARY KEY, fingerprint text COLLATE "C" NOT NULL, resource text COLLATE "C" NOT NULL,
    done bigint NOT NULL, status bigint NOT NULL, body text COLLATE "C" NOT NULL, expires timestamptz NOT NULL);
CREATE INDEX answers_by_expiry ON answers(expires);
CREATE TABLE dead_letters(
    source text COLLATE "C" NOT NULL, partition bigint NOT NULL, "offset" bigint NOT NULL,
    subject text COLLATE "C" NOT NULL, reason text NOT NULL, attempts bigint NOT NULL,
    parked_at timestamptz NOT NULL, event_id text NOT NULL, event_type text NOT NULL, event_source text NOT NULL,
    event_subject text NOT NULL, event_version bigint NOT NULL, event_position bigint NOT NULL,
    event_time timestamptz NOT NULL, event_scope text NOT NULL, event_correlation text NOT NULL,
    event_causation text NOT NULL, event_traceparent text NOT NULL, event_data text NOT NULL,
    PRIMARY KEY(source, partition, "offset"));
CREATE TABLE relay(
    one boolean PRIMARY KEY DEFAULT true CHECK (one), fence bigint NOT NULL, xid bigint NOT NULL,
    position bigint NOT NULL);
INSERT INTO relay(fence, xid, position) VALUES(0, 0, 0);
CREATE FUNCTION refuse(what text) RETURNS boolean LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '%', what USING ERRCODE = 'DG409'; END $$;
)sql",
    // Constant defaults: PostgreSQL notes them and rewrites no row. Replicas of the version before write on.
    R"sql(
ALTER TABLE events ADD COLUMN actor text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE dead_letters ADD COLUMN event_actor text NOT NULL DEFAULT '';
)sql",
};

std::string quoted(std::string_view name) {
    std::string text = "\"";
    for (const char c : name) text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + "\"";
}

std::int64_t version_in(PgConnection& connection) {
    const auto rows = connection.run({.sql = "SELECT coalesce(max(version), 0) FROM schema_version"});
    return rows.integer(0, 0);
}

void migrate(PgConnection& connection, const std::string& schema, const std::string& user) {
    connection.script(
        fmt::format("CREATE SCHEMA IF NOT EXISTS {}; "
                    "CREATE TABLE IF NOT EXISTS {}.schema_version(version bigint PRIMARY KEY, "
                    "at timestamptz NOT NULL DEFAULT now())",
                    schema, schema));
    for (auto version = version_in(connection); version < static_cast<std::int64_t>(migrations.size());
         ++version) {
        connection.script(fmt::format("BEGIN; {} INSERT INTO schema_version(version) VALUES({}); COMMIT",
                                      migrations.at(static_cast<std::size_t>(version)), version + 1));
    }
    connection.script(
        fmt::format("GRANT USAGE ON SCHEMA {0} TO {1}; "
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {0} TO {1}; "
                    "REVOKE INSERT, UPDATE, DELETE ON {0}.schema_version FROM {1}",
                    schema, user));
}

}  // namespace

std::string role_of(const std::string& url) {
    struct Free {
        void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
    };
    const std::unique_ptr<PQconninfoOption, Free> given(PQconninfoParse(url.c_str(), nullptr));
    const std::unique_ptr<PQconninfoOption, Free> defaults(PQconndefaults());
    for (const auto* options : {given.get(), defaults.get()}) {
        for (const auto* option = options; option != nullptr && option->keyword != nullptr; ++option) {
            if (std::string_view(option->keyword) == "user" && option->val != nullptr) return option->val;
        }
    }
    throw StoreBroken("the database URL names no user, and the system has no default for it");
}

void migrate_postgres(const std::string& owner_url, const std::string& user_url, std::string_view context) {
    PgConnection connection(owner_url, std::string(context), "-c statement_timeout=0 -c lock_timeout=0");
    try {
        // Of the session: it spans the transactions of several steps, and ends with the connection.
        connection.script(
            fmt::format("SELECT pg_advisory_lock(1145980748, hashtext('migrate {}'))", context));
        migrate(connection, quoted(context), quoted(role_of(user_url)));
    } catch (const PgError& error) {
        throw StoreBroken(
            fmt::format("the schema \"{}\" cannot be made: {} (the role of --database-owner needs "
                        "CREATE on the database)",
                        context, error.what()));
    }
}

void check_postgres_schema(PgConnection& connection, std::string_view context) {
    constexpr auto known = static_cast<std::int64_t>(migrations.size());
    std::int64_t found = 0;
    try {
        found = version_in(connection);
    } catch (const PgError& error) {
        throw StoreBroken(
            fmt::format("the schema \"{}\" is not there or not readable ({}); give the owner's URL "
                        "as DANGOL_DATABASE_OWNER once, or run dangol admin migrate",
                        context, error.what()));
    }
    if (found < known) {
        throw StoreBroken(
            fmt::format("the schema \"{}\" is of version {}, this program needs {}; give the owner's "
                        "URL as DANGOL_DATABASE_OWNER once, or run dangol admin migrate",
                        context, found, known));
    }
}

}  // namespace dangol::adapters
