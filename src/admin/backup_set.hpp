#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/time.hpp"

/// What a backup consists of: the files of a data folder, and a list of them that is written last.
namespace dangol::admin {

struct BackupFile {
    std::string path;  ///< within the folder: "order.db", "keys/tokens.pem"
    std::uint64_t bytes = 0;
    std::string sha256;  ///< in hexadecimal
};
BOOST_DESCRIBE_STRUCT(BackupFile, (), (path, bytes, sha256))

/// backup.json
struct BackupSet {
    int format = 1;
    std::string dangol;  ///< version of the program
    Timestamp taken_at{};
    std::vector<BackupFile> files;

    [[nodiscard]] std::uint64_t bytes() const;
};
BOOST_DESCRIBE_STRUCT(BackupSet, (), (format, dangol, taken_at, files))

// All of these throw std::runtime_error with the file and what is wrong.

/// Makes a folder that only its owner may enter; its parents, too, where they are missing.
void make_private_folder(const std::filesystem::path& folder);
/// Flushes a file, or the names in a folder, to the disk.
void flush(const std::filesystem::path& path);
/// Copies the first `bytes_max` bytes to a new file for its owner alone (0600), flushed.
void copy_durably(const std::filesystem::path& from, const std::filesystem::path& to,
                  std::uint64_t bytes_max = UINT64_MAX);
/// Reads the file `path` in `folder`.
[[nodiscard]] BackupFile described(const std::filesystem::path& folder, const std::string& path);

void write_list(const std::filesystem::path& folder, const BackupSet& set);
/// Refuses a folder that is no finished backup, and one of a newer format.
[[nodiscard]] BackupSet read_list(const std::filesystem::path& folder);

/// Reads everything back: size and checksum of each file, SQLite's own check of each database, that no
/// context has read more than its sources hold, and the sum of the ledger. Changes nothing there.
void verify(const std::filesystem::path& folder, const BackupSet& set);

/// "12.3 MiB"
[[nodiscard]] std::string size_of(std::uint64_t bytes);

}  // namespace dangol::admin
