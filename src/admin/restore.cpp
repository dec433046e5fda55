// Puts a backup in place: whole, or not at all.
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "adapters/sqlite/writer_lock.hpp"
#include "adapters/system/clock.hpp"
#include "adapters/system/data_folder.hpp"
#include "admin/backup.hpp"
#include "admin/backup_set.hpp"
#include "admin/command.hpp"
#include "app/context_set.hpp"
#include "app/setting_flags.hpp"

namespace dangol::admin {
namespace {

namespace fs = std::filesystem;

constexpr const char* set_aside = "before-restore-";

struct Wanted {
    app::SettingFlags flags;
    std::string backup;
    bool replace = false;
};

/// Not part of an installation: locks, what restores leave, and what a new volume comes with.
bool may_stay(const std::string& name) {
    return name.ends_with(".db.lock") || name == adapters::restore_copying ||
           name == adapters::restore_moving || name.starts_with(set_aside) || name == "lost+found";
}

std::vector<std::string> content_of(const fs::path& data) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(data)) {
        auto name = entry.path().filename().string();
        if (!may_stay(name)) names.push_back(std::move(name));
    }
    return names;
}

/// No server can run on the folder as long as these live.
std::vector<std::unique_ptr<adapters::WriterLock>> lock_all(const fs::path& data) {
    std::vector<std::unique_ptr<adapters::WriterLock>> locks;
    for (const auto context : app::all_contexts()) {
        locks.push_back(
            std::make_unique<adapters::WriterLock>((data / fmt::format("{}.db", context)).string()));
    }
    return locks;
}

void copy_all(const fs::path& backup, const BackupSet& set, const fs::path& into) {
    for (const auto& file : set.files) {
        const auto folder = (into / file.path).parent_path();
        make_private_folder(folder);
        copy_durably(backup / file.path, into / file.path);
        flush(folder);
        if (file.bytes >= 1024 * 1024) fmt::print(stderr, "{}: {}\n", file.path, size_of(file.bytes));
    }
}

/// A name for what is there now, not yet in use.
fs::path aside_in(const fs::path& data) {
    const auto time = format_time(adapters::SystemClock().now()).substr(0, 19);
    auto folder = data / (set_aside + time);
    for (int more = 2; fs::exists(folder); ++more)
        folder = data / fmt::format("{}{}-{}", set_aside, time, more);
    return folder;
}

/// Renames alone: a file is under its old name or its new one. Until the last of them the folder `moving` is
/// there, and no server starts.
void put_in_place(const fs::path& data, const std::vector<std::string>& old) {
    const auto moving = data / adapters::restore_moving;
    fs::rename(data / adapters::restore_copying, moving);  // over an empty one, if one was interrupted
    flush(data);
    if (!old.empty()) {
        const auto aside = aside_in(data);
        make_private_folder(aside);
        for (const auto& name : old) fs::rename(data / name, aside / name);
        flush(aside);
        fmt::print("what was in {} is now in {}; delete it when you no longer need it\n", data.string(),
                   aside.string());
    }
    for (const auto& entry : fs::directory_iterator(moving)) {
        fs::rename(entry.path(), data / entry.path().filename());
    }
    flush(data);
    fs::remove(moving);
    flush(data);
}

int restore(const Wanted& wanted) {
    const auto config = wanted.flags.config();
    if (!config.database.empty()) {
        fmt::print(stderr,
                   "--database is set, so the data is in PostgreSQL: stop all services, restore all schemas "
                   "at once with pg_restore, then start them. dangol restore puts back SQLite "
                   "installations.\n");
        return 2;
    }
    const fs::path backup(wanted.backup);
    const fs::path data(config.data);
    const auto set = read_list(backup);
    fmt::print(stderr, "verifying the backup of {} …\n", format_time(set.taken_at));
    verify(backup, set);

    const auto copying = data / adapters::restore_copying;
    const auto moving = data / adapters::restore_moving;
    const bool half_moved = fs::exists(moving);
    if (fs::exists(data) && !content_of(data).empty() && !wanted.replace && !half_moved) {
        fmt::print(stderr,
                   "{0} is not empty. Name an empty or a new folder, or add --replace: what is there is then "
                   "kept in {0}/{1}…\n",
                   data.string(), set_aside);
        return 2;
    }
    make_private_folder(data);
    const auto locks = lock_all(data);
    fs::remove_all(copying);
    // The folder stays: it says that what an interrupted restore has put in place is not whole.
    if (half_moved) {
        for (const auto& left : fs::directory_iterator(moving)) fs::remove_all(left.path());
    }
    make_private_folder(copying);
    flush(data);
    fmt::print(stderr, "copying {} files, {} …\n", set.files.size(), size_of(set.bytes()));
    copy_all(backup, set, copying);
    flush(copying);
    fmt::print(stderr, "verifying the copy …\n");
    verify(copying, set);
    put_in_place(data, content_of(data));

    fmt::print("restored {} as of {}: {} files, complete and verified\n", data.string(),
               format_time(set.taken_at), set.files.size());
    if (!config.pictures.empty()) {
        fmt::print("The menu pictures are in {}/pictures. Move them to {}, or start without --pictures.\n",
                   data.string(), config.pictures);
    }
    fmt::print("Continue with: dangol serve --data {}\n", data.string());
    return 0;
}

}  // namespace

void add_restore_command(CLI::App& app, int& status) {
    const auto wanted = std::make_shared<Wanted>();
    Command command(
        app, "restore",
        "restore a backup into a data folder\n\n"
        "Examples:\n"
        "  dangol restore /backups/monday --data /var/lib/dangol-new      into an empty or a new folder\n"
        "  dangol restore /backups/monday --data /var/lib/dangol --replace\n\n"
        "Stop the server first; one that uses the folder is noticed. A damaged backup is refused before\n"
        "anything is touched. With --replace what is in the folder is kept there in before-restore-….\n"
        "If it is interrupted, the server refuses to start on the folder until dangol restore has run "
        "again.\n"
        "What happened after the backup is lost: compare with your payment provider. Exit status: 0 done,\n"
        "1 failed, 2 wrong request.");
    wanted->flags.add_to(command.app(), {"data", "pictures", "database"});
    command.option("backup", wanted->backup, "folder that dangol backup made",
                   {.required = true, .type = "BACKUP"});
    command.flag("--replace", wanted->replace, "restore into a folder that is not empty");
    command.runs([wanted] { return restore(*wanted); }, status);
}

}  // namespace dangol::admin
