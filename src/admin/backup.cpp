// Copies a whole installation while it runs.
#include "admin/backup.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "adapters/sqlite/snapshot.hpp"
#include "adapters/system/clock.hpp"
#include "adapters/system/data_folder.hpp"
#include "admin/backup_set.hpp"
#include "admin/command.hpp"
#include "app/context_set.hpp"
#include "app/setting_flags.hpp"
#include "app/version.hpp"

namespace dangol::admin {
namespace {

namespace fs = std::filesystem;

/// FOLDER.unfinished, where the copy grows. What an earlier one left there is removed. Goes away again,
/// unless it is finished.
class Unfinished {
  public:
    explicit Unfinished(const fs::path& finished)
        : finished_(finished), path_(finished.string() + ".unfinished") {
        make_private_folder(path_);
        lock_ = ::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (lock_ < 0 || ::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
            if (lock_ >= 0) ::close(lock_);
            throw std::runtime_error(path_.string() +
                                     " is in use: another backup to the same place is running");
        }
        for (const auto& left : fs::directory_iterator(path_)) fs::remove_all(left.path());
    }
    ~Unfinished() {
        ::close(lock_);
        if (done_) return;
        std::error_code ignored;  // what is left there goes with the next backup to this place
        fs::remove_all(path_, ignored);
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    [[nodiscard]] const fs::path& path() const { return path_; }
    /// From here on it is a backup.
    void finish() {
        flush(path_);
        fs::rename(path_, finished_);
        done_ = true;
        flush(finished_.parent_path());
    }

  private:
    fs::path finished_;
    fs::path path_;
    int lock_ = -1;
    bool done_ = false;
};

/// A line for each file, and for a long one every two seconds how far it is.
class Progress {
  public:
    void begin(std::string name) { name_ = std::move(name); }
    void pages(std::uint64_t done, std::uint64_t all) {
        const auto now = std::chrono::steady_clock::now();
        if (now - told_ < std::chrono::seconds{2}) return;
        told_ = now;
        fmt::print(stderr, "{}: {} of {} pages\n", name_, done, all);
    }
    static void done(const BackupFile& file) {
        fmt::print(stderr, "{}: {}\n", file.path, size_of(file.bytes));
    }

  private:
    std::string name_;
    std::chrono::steady_clock::time_point told_ = std::chrono::steady_clock::now();
};

std::vector<adapters::SqliteOptions> stores_in(const fs::path& data) {
    std::vector<adapters::SqliteOptions> stores;
    for (const auto context : app::all_contexts()) {
        const auto path = data / fmt::format("{}.db", context);
        if (fs::exists(path)) stores.push_back({path.string(), std::string(context)});
    }
    if (stores.empty())
        throw std::runtime_error(fmt::format("there is no data in {}; is --data right?", data.string()));
    return stores;
}

/// The regular files in a folder and in those within it that are complete, as paths from the folder, sorted;
/// none if there is no such folder.
std::vector<std::string> files_in(const fs::path& folder) {
    std::vector<std::string> names;
    if (!fs::exists(folder)) return names;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        auto name = entry.path().lexically_relative(folder).string();
        if (entry.is_regular_file() && !name.ends_with(".unfinished")) names.push_back(std::move(name));
    }
    std::ranges::sort(names);
    return names;
}

/// Copies the files of `from` into the folder `into` of the backup. They never change once they are there.
void copy_folder(const fs::path& from, const fs::path& backup, const std::string& into, BackupSet& set) {
    const auto names = files_in(from);
    if (names.empty()) return;
    std::set<fs::path> folders;
    for (const auto& name : names) {
        const auto path = fmt::format("{}/{}", into, name);
        const auto folder = (backup / path).parent_path();
        if (folders.insert(folder).second) make_private_folder(folder);
        copy_durably(from / name, backup / path);
        set.files.push_back(described(backup, path));
    }
    for (const auto& folder : folders) flush(folder);
    fmt::print(stderr, "{}: {} files\n", into, names.size());
}

BackupSet copy_all(const app::Config& config, const fs::path& backup) {
    const fs::path data(config.data);
    const auto journal = data / "sandbox.journal";
    BackupSet set;
    set.dangol = app::version;
    std::optional<std::uint64_t> journal_bytes;
    const auto stores = stores_in(data);
    adapters::SqliteSnapshot snapshot(stores, [&] {
        set.taken_at = adapters::SystemClock().now();
        // It only grows; what the provider did later belongs to no payment in the copies.
        if (fs::exists(journal)) journal_bytes = fs::file_size(journal);
    });
    Progress progress;
    for (std::size_t i = 0; i < stores.size(); ++i) {
        const auto name = fs::path(stores[i].path).filename().string();
        progress.begin(name);
        snapshot.copy(i, (backup / name).string(),
                      [&](std::uint64_t done, std::uint64_t all) { progress.pages(done, all); });
        flush(backup / name);
        set.files.push_back(described(backup, name));
        Progress::done(set.files.back());
    }
    if (journal_bytes) {
        copy_durably(journal, backup / "sandbox.journal", *journal_bytes);
        set.files.push_back(described(backup, "sandbox.journal"));
        Progress::done(set.files.back());
    }
    copy_folder(data / "keys", backup, "keys", set);
    copy_folder(config.pictures.empty() ? data / "pictures" : fs::path(config.pictures), backup, "pictures",
                set);
    return set;
}

int back_up(const app::Config& config, fs::path target) {
    if (!config.database.empty()) {
        fmt::print(stderr,
                   "the data is in PostgreSQL: back up its database with pg_dump or with the backups of the "
                   "server, all schemas at once. dangol backup copies SQLite installations.\n");
        return 2;
    }
    if (!target.has_filename()) target = target.parent_path();  // given with a slash at its end
    target = fs::absolute(target);
    if (fs::exists(target) && !(fs::is_directory(target) && fs::is_empty(target))) {
        fmt::print(stderr, "{} is there already; name a new folder, such as {}-2\n", target.string(),
                   target.string());
        return 2;
    }
    adapters::refuse_unfinished_restore(config.data);
    static_cast<void>(stores_in(config.data));
    Unfinished unfinished(target);
    const auto set = copy_all(config, unfinished.path());
    fmt::print(stderr, "verifying …\n");
    verify(unfinished.path(), set);
    write_list(unfinished.path(), set);
    unfinished.finish();
    fmt::print("backup of {} as of {}: {} files, {}, complete and verified: {}\n", config.data,
               format_time(set.taken_at), set.files.size(), size_of(set.bytes()), target.string());
    if (!config.token_key.empty())
        fmt::print("Not in it: the token signing key {}. Keep a copy of it.\n", config.token_key);
    fmt::print(
        "Not in it: the configuration file, and secrets in the environment. It holds personal data and keys: "
        "keep a copy on another machine, where only you can read it.\n"
        "To restore it: dangol restore {} --data NEW_FOLDER\n",
        target.string());
    return 0;
}

}  // namespace

void add_backup_command(CLI::App& app, int& status) {
    struct Wanted {
        app::SettingFlags flags;
        std::string target;
    };
    const auto wanted = std::make_shared<Wanted>();
    Command command(
        app, "backup",
        "back up a SQLite installation, also while the server runs\n\n"
        "Examples:\n"
        "  dangol backup /backups/monday --data /var/lib/dangol\n"
        "  dangol backup /backups/$(date +%F-%H%M) --config dangol.toml        e.g. every night, from "
        "cron\n\n"
        "Run it as the user that runs the server. The new folder holds all databases as they were at one\n"
        "instant, the token signing key, the menu pictures and the journal of the payment sandbox. It "
        "appears\n"
        "under its name when it is complete and has been read back: checksums, SQLite's integrity check, "
        "the\n"
        "positions of all contexts, and the sum of the ledger. Exit status: 0 done, 1 failed, 2 wrong "
        "request.");
    wanted->flags.add_to(command.app(), {"data", "pictures", "token-key", "database"});
    command.option("folder", wanted->target, "new folder for the backup",
                   {.required = true, .type = "FOLDER"});
    command.runs([wanted] { return back_up(wanted->flags.config(), wanted->target); }, status);
}

}  // namespace dangol::admin
