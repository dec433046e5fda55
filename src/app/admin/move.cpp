// From SQLite files on one machine to a PostgreSQL database, with nothing lost.
#include <array>
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "adapters/postgres/import.hpp"
#include "adapters/postgres/schema.hpp"
#include "adapters/sqlite/export.hpp"
#include "adapters/system/clock.hpp"
#include "app/admin/commands.hpp"
#include "app/context_table.hpp"
#include "app/setting_flags.hpp"

namespace dangol::app::admin {
namespace {

using Counts = std::map<std::string, std::uint64_t>;
using Exports = std::map<std::string, std::unique_ptr<adapters::SqliteExport>>;

constexpr std::array tables{"events",    "documents", "rows",    "deadlines",   "effects",
                            "positions", "handled",   "answers", "dead_letters"};

/// With all of them open nobody serves any of the contexts.
Exports open_exports(const std::string& folder) {
    const auto now = adapters::SystemClock().now();
    Exports exports;
    for (const auto& entry : all_contexts()) {
        const std::string context(entry.name);
        const auto path = fmt::format("{}/{}.db", folder, context);
        if (!std::filesystem::exists(path)) continue;
        exports[context] = std::make_unique<adapters::SqliteExport>(
            adapters::SqliteOptions{.path = path, .context = context}, now);
    }
    if (exports.empty())
        throw std::runtime_error(fmt::format("there is no data in {}; is --data right?", folder));
    return exports;
}

/// Tells of long work every other second.
class Progress {
  public:
    Progress(std::string context, const Counts& counts) : context_(std::move(context)) {
        for (const auto& [_, count] : counts) all_ += count;
    }
    void add(const runtime::Changes& page) {
        done_ += page.events.size() + page.documents.size() + page.rows.size() + page.deadlines.size() +
                 page.effects.size() + page.positions.size() + page.handled.size() + page.answers.size() +
                 page.dead_letters.size();
        const auto now = std::chrono::steady_clock::now();
        if (now - told_ < std::chrono::seconds{2}) return;
        told_ = now;
        fmt::print(stderr, "{}: {} of {} entries\n", context_, done_, all_);
    }

  private:
    std::string context_;
    std::uint64_t all_ = 0;
    std::uint64_t done_ = 0;
    std::chrono::steady_clock::time_point told_ = std::chrono::steady_clock::now();
};

/// A table of the counts; where old and new differ, both.
bool print_compared(const std::map<std::string, std::pair<Counts, Counts>>& compared) {
    fmt::print("{:<13}", "");
    for (const auto* table : tables) fmt::print(" {:>13}", table);
    bool same = true;
    for (const auto& [context, counts] : compared) {
        const auto& [before, after] = counts;
        fmt::print("\n{:<13}", context);
        for (const auto* table : tables) {
            const bool equal = before.at(table) == after.at(table);
            fmt::print(" {:>13}", equal ? std::to_string(before.at(table))
                                        : fmt::format("{}, now {}", before.at(table), after.at(table)));
            same = same && equal;
        }
    }
    fmt::print("\n");
    return same;
}

std::map<std::string, std::vector<std::string>> sources_of_all() {
    std::map<std::string, std::vector<std::string>> sources;
    for (const auto& entry : all_contexts())
        sources[std::string(entry.name)].assign(entry.sources.begin(), entry.sources.end());
    return sources;
}

int move(const Config& config) {
    if (config.database.empty()) {
        fmt::print(stderr,
                   "where to? Give --database postgresql://dangol@HOST/DATABASE, a database in which no "
                   "service has run yet.\n");
        return 2;
    }
    auto exports = open_exports(config.data);
    if (!config.database_owner.empty()) {
        for (const auto& entry : all_contexts())
            adapters::migrate_postgres(config.database_owner, config.database, entry.name);
    }
    adapters::PostgresImport target(config.database);
    for (const auto& entry : all_contexts()) target.begin(std::string(entry.name));
    std::map<std::string, std::pair<Counts, Counts>> compared;
    for (auto& [context, source] : exports) {
        auto& [before, after] = compared[context];
        before = source->counts();
        Progress progress(context, before);
        target.begin(context);
        source->read([&](const runtime::Changes& page) {
            target.write(page);
            progress.add(page);
        });
        after = target.counts();
    }
    if (!print_compared(compared)) {
        fmt::print(stderr, "not everything has arrived, so nothing was moved: the database is as it was.\n");
        return 1;
    }
    if (!config.kafka.empty()) target.hand_over_to_broker(sources_of_all());
    target.commit();
    fmt::print(
        "moved {} contexts. Keep {}: the key that signs tokens (keys/) and the payment sandbox's books are "
        "still needed there, or where --token-key points. Its .db files are only a backup now: do not serve "
        "them again.\nGo on with: dangol serve --data {} --database …{}\n",
        exports.size(), config.data, config.data,
        config.kafka.empty() ? "" : " --kafka …  (on topics that nobody has used yet)");
    return 0;
}

}  // namespace

void add_move(CLI::App& admin, int& status) {
    const auto flags = std::make_shared<SettingFlags>();
    auto* command = admin.add_subcommand(
        "move",
        "carry an embedded installation's data to PostgreSQL, with nothing lost\n\n"
        "Examples:\n"
        "  DANGOL_DATABASE_OWNER=postgresql://dangol_owner@db/dangol \\\n"
        "    dangol admin move --data ./data --database postgresql://dangol@db/dangol\n"
        "  dangol admin move --data ./data --database postgresql://… --kafka broker:9092\n\n"
        "Stop the server first. The database must be empty; its schemas are made if DANGOL_DATABASE_OWNER\n"
        "is set, or beforehand by dangol admin migrate. All is one transaction: if it is interrupted "
        "nothing\n"
        "was moved, and it may simply be run again. The files in --data stay as they are.\n"
        "With --kafka the services will run on a broker: what some have not yet read is published there.");
    flags->add_to(*command, {"data", "database", "kafka"});
    command->callback([flags, &status] { status = move(flags->config()); });
}

}  // namespace dangol::app::admin
