// Creates or upgrades the schemas of a PostgreSQL database, as their owner.
#include <cstdint>
#include <memory>
#include <string>

#include <fmt/format.h>

#include "adapters/postgres/connection.hpp"
#include "adapters/postgres/schema.hpp"
#include "admin/command.hpp"
#include "admin/commands.hpp"
#include "app/context_set.hpp"
#include "app/setting_flags.hpp"

namespace dangol::admin {
namespace {

/// The version of the context's schema; 0 if there is none yet.
std::int64_t version_of(const std::string& owner_url, const std::string& context) {
    adapters::PgConnection connection(owner_url, context);
    try {
        return connection.run({"SELECT coalesce(max(version), 0) FROM schema_version"}).integer(0, 0);
    } catch (const adapters::PgError&) {
        return 0;
    }
}

int migrate(const app::Config& config) {
    if (config.database.empty()) {
        fmt::print(
            stderr,
            "--database is missing. Set it to postgresql://dangol@HOST/DATABASE, with the role that the "
            "services use. SQLite files need no migration: they are upgraded when they are opened.\n");
        return 2;
    }
    if (config.database_owner.empty()) {
        fmt::print(
            stderr,
            "DANGOL_DATABASE_OWNER is missing. Set it, or the file named by DANGOL_DATABASE_OWNER_FILE, to "
            "the URL of the same database with the role that owns it: "
            "postgresql://dangol_owner:PASSWORD@HOST/DATABASE\n");
        return 2;
    }
    for (const auto& entry : app::all_contexts()) {
        const std::string context(entry);
        const auto before = version_of(config.database_owner, context);
        adapters::migrate_postgres(config.database_owner, config.database, context);
        const auto after = version_of(config.database_owner, context);
        if (before == after) {
            fmt::print("{:<13} was up to date, version {}\n", context, after);
        } else if (before == 0) {
            fmt::print("{:<13} created, version {}\n", context, after);
        } else {
            fmt::print("{:<13} upgraded from version {} to {}\n", context, before, after);
        }
    }
    return 0;
}

}  // namespace

void add_migrate(CLI::App& admin, int& status) {
    const auto flags = std::make_shared<app::SettingFlags>();
    Command command(
        admin, "migrate",
        "create or upgrade the schemas in a PostgreSQL database\n\n"
        "Examples:\n"
        "  DANGOL_DATABASE_OWNER=postgresql://dangol_owner@db/dangol \\\n"
        "    dangol admin migrate --database postgresql://dangol@db/dangol\n"
        "  DANGOL_DATABASE_OWNER_FILE=/run/secrets/owner dangol admin migrate --config dangol.toml\n\n"
        "The owner role creates the tables and grants the role in --database read and write access.");
    flags->add_to(command.app(), {"database"});
    command.runs([flags] { return migrate(flags->config()); }, status);
}

}  // namespace dangol::admin
