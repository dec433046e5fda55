#include "adapters/system/data_folder.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <stdexcept>
#include <system_error>

#include <fmt/format.h>

#include "adapters/telemetry/log.hpp"

namespace dangol::adapters {
namespace {

namespace fs = std::filesystem;

constexpr unsigned others = 0077;

/// Takes the rights of group and others. On a volume that belongs to somebody else (Kubernetes gives access
/// through the group) there is nothing that could or should be changed.
void keep_private(const fs::path& path) {
    struct stat now{};
    if (::lstat(path.c_str(), &now) != 0 || S_ISLNK(now.st_mode) || (now.st_mode & others) == 0) return;
    if (now.st_uid == ::geteuid() && ::chmod(path.c_str(), now.st_mode & ~others & 07777U) == 0) return;
    if ((now.st_mode & S_IROTH) == 0 || S_ISDIR(now.st_mode)) return;
    log(LogLevel::warn, "data can be read by every user of this machine",
        {{"path", path.string()}, {"do", "make it the property of the user that runs dangol"}});
}

bool holds_data(const std::string& name) {
    for (const std::string_view end : {".db", ".db-wal", ".db-shm", ".db.lock", ".db.new"}) {
        if (name.ends_with(end)) return true;
    }
    return name == "sandbox.journal";
}

void keep_all_private(const fs::path& folder) {
    // Through a link that leads to the folder, too.
    std::error_code unreadable;  // whoever opens the files says what is wrong with them
    keep_private(fs::canonical(folder, unreadable));
    for (const auto& entry : fs::directory_iterator(folder, unreadable)) {
        if (holds_data(entry.path().filename().string())) keep_private(entry.path());
    }
    keep_private(folder / "keys");
    for (const auto& entry : fs::directory_iterator(folder / "keys", unreadable)) keep_private(entry.path());
}

}  // namespace

void refuse_unfinished_restore(const std::string& path) {
    for (const auto marker : {restore_moving, restore_copying}) {
        std::error_code unreadable;
        const auto folder = fs::path(path) / marker;
        if (!fs::exists(folder, unreadable)) continue;
        throw std::runtime_error(fmt::format(
            "a restore into {0} did not end, so the data there is not complete. Run it again: dangol restore "
            "BACKUP --data {0}{1}",
            path,
            marker == restore_copying
                ? fmt::format("\nOr delete {}: nothing else was touched yet", folder.string())
                : std::string{}));
    }
}

std::string open_data_folder(const std::string& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error) throw std::runtime_error("cannot make the data folder " + path + ": " + error.message());
    refuse_unfinished_restore(path);
    keep_all_private(path);
    return path;
}

}  // namespace dangol::adapters
