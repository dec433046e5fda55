// Migrates the data of a SQLite installation to a PostgreSQL database, in one transaction.
#include <array>
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "adapters/postgres/import.hpp"
#include "adapters/postgres/schema.hpp"
#include "adapters/sqlite/export.hpp"
#include "adapters/system/clock.hpp"
#include "adapters/system/ids.hpp"
#include "adapters/system/temporary_folder.hpp"
#include "adapters/system/thread_timers.hpp"
#include "admin/command.hpp"
#include "admin/commands.hpp"
#include "app/context_set.hpp"
#include "app/setting_flags.hpp"

namespace dangol::admin {
namespace {

using Counts = std::map<std::string, std::uint64_t>;
using Exports = std::map<std::string, std::unique_ptr<adapters::SqliteExport>>;

constexpr std::array tables{"events",    "documents", "rows",    "deadlines",   "effects",
                            "positions", "handled",   "answers", "dead_letters"};

/// Opens all SQLite files and holds their locks, so that no server can run on them meanwhile.
Exports open_exports(const std::string& folder) {
    const auto now = adapters::SystemClock().now();
    Exports exports;
    for (const auto& entry : app::all_contexts()) {
        const std::string context(entry);
        const auto path = fmt::format("{}/{}.db", folder, context);
        if (!std::filesystem::exists(path)) continue;
        exports[context] = std::make_unique<adapters::SqliteExport>(
            adapters::SqliteOptions{.path = path, .context = context}, now);
    }
    if (exports.empty())
        throw std::runtime_error(fmt::format("there is no data in {}; check --data", folder));
    return exports;
}

/// Prints progress every two seconds.
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

/// Prints a table of the row counts, source and target where they differ. True if all are equal.
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

/// The sources of each context, which the contexts themselves tell.
std::map<std::string, std::vector<std::string>> sources_of_all() {
    const adapters::TemporaryFolder folder;
    adapters::SystemClock clock;
    adapters::SystemIds ids;
    adapters::ThreadTimers timers;
    app::ContextSet set({}, folder.path(), {clock, ids, timers});
    std::map<std::string, std::vector<std::string>> sources;
    for (const auto& context : set.make()) sources[context.name()] = context.sources();
    set.stop();
    return sources;
}

int move(const app::Config& config) {
    if (config.database.empty()) {
        fmt::print(stderr,
                   "--database is missing. Set it to postgresql://dangol@HOST/DATABASE, a database that no "
                   "service has used yet.\n");
        return 2;
    }
    auto exports = open_exports(config.data);
    if (!config.database_owner.empty()) {
        for (const auto& entry : app::all_contexts())
            adapters::migrate_postgres(config.database_owner, config.database, entry);
    }
    adapters::PostgresImport target(config.database);
    for (const auto& entry : app::all_contexts()) target.begin(std::string(entry));
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
        fmt::print(stderr, "row counts differ, so nothing was moved: the transaction was rolled back.\n");
        return 1;
    }
    if (!config.kafka.empty()) target.hand_over_to_broker(sources_of_all());
    target.commit();
    fmt::print(
        "moved {} contexts. Keep {}: it holds the token signing key (keys/, unless --token-key points "
        "elsewhere) and the journal of the payment sandbox. Its .db files are only a backup now: do not "
        "serve them again.\nContinue with: dangol serve --data {} --database …{}\n",
        exports.size(), config.data, config.data,
        config.kafka.empty() ? "" : " --kafka …  (with topics that are not in use yet)");
    return 0;
}

}  // namespace

void add_move(CLI::App& admin, int& status) {
    const auto flags = std::make_shared<app::SettingFlags>();
    Command command(
        admin, "move",
        "migrate the data of a SQLite installation to PostgreSQL\n\n"
        "Examples:\n"
        "  DANGOL_DATABASE_OWNER=postgresql://dangol_owner@db/dangol \\\n"
        "    dangol admin move --data ./data --database postgresql://dangol@db/dangol\n"
        "  dangol admin move --data ./data --database postgresql://… --kafka broker:9092\n\n"
        "Stop the server first. The database must be empty. Its schemas are created here if\n"
        "DANGOL_DATABASE_OWNER is set; otherwise run dangol admin migrate first. The move is one\n"
        "transaction: after an interruption run it again. The files in --data are not changed.\n"
        "Give --kafka if the services will use Kafka: events that a context has not read yet are then\n"
        "published there.");
    flags->add_to(command.app(), {"data", "database", "kafka"});
    command.runs([flags] { return move(flags->config()); }, status);
}

}  // namespace dangol::admin
