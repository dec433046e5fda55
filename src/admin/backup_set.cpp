#include "admin/backup_set.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <memory>
#include <span>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "adapters/local_bus/ahead.hpp"
#include "adapters/sqlite/snapshot.hpp"
#include "app/context_set.hpp"
#include "contexts/payment/figures.hpp"
#include "core/codec.hpp"

namespace dangol::admin {
namespace {

namespace fs = std::filesystem;

constexpr const char* list_name = "backup.json";
constexpr std::size_t block = 1 << 16;

[[noreturn]] void fail(const fs::path& path, std::string_view doing) {
    throw std::runtime_error(
        fmt::format("{}: {}: {}", path.string(), doing, std::generic_category().message(errno)));
}

class File {
  public:
    File(const fs::path& path, int flags)
        : path_(path), number_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {
        if (number_ < 0) fail(path_, "cannot be opened");
    }
    ~File() { ::close(number_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    /// Fewer than asked for only at the end of the file.
    [[nodiscard]] std::size_t read(char* into, std::size_t bytes) const {
        std::size_t all = 0;
        while (all < bytes) {
            const auto count = ::read(number_, into + all, bytes - all);
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) fail(path_, "cannot be read");
            if (count == 0) break;
            all += static_cast<std::size_t>(count);
        }
        return all;
    }
    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto count = ::write(number_, bytes.data(), bytes.size());
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) fail(path_, "cannot be written");
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
    }
    void flush() const {
        if (::fsync(number_) != 0) fail(path_, "cannot be flushed to the disk");
    }

  private:
    fs::path path_;
    int number_;
};

std::string hexadecimal(std::span<const unsigned char> bytes) {
    std::string text;
    for (const auto byte : bytes) text += fmt::format("{:02x}", byte);
    return text;
}

/// A list that somebody else wrote must not lead out of the folder.
bool stays_inside(const std::string& path) {
    const fs::path parts(path);
    return !path.empty() && parts.is_relative() && std::ranges::find(parts, fs::path("..")) == parts.end();
}

void verify_databases(const fs::path& folder, const BackupSet& set) {
    adapters::Stores stores;
    for (const auto context : app::all_contexts()) {
        const auto name = fmt::format("{}.db", context);
        if (std::ranges::find(set.files, name, &BackupFile::path) == set.files.end()) {
            stores.emplace_back(context, nullptr);
            continue;
        }
        const auto path = (folder / name).string();
        if (const auto damage = adapters::damage_in(path); !damage.empty()) throw std::runtime_error(damage);
        stores.emplace_back(context, adapters::open_sqlite_reader({path, std::string(context)}));
    }
    for (const auto& ahead : adapters::ahead_of_sources(stores)) {
        throw std::runtime_error(adapters::told(ahead) +
                                 ": the databases are not of one time. See: dangol admin positions");
    }
    for (const auto& [context, reader] : stores) {
        if (context != "payment" || !reader) continue;
        for (const auto& total : payment::sum_of_ledger(*reader).total) {
            if (total.amount == 0) continue;
            throw std::runtime_error(fmt::format("the ledger in {} does not sum to zero: {} {}",
                                                 (folder / "payment.db").string(), total.amount,
                                                 total.currency));
        }
    }
}

}  // namespace

std::uint64_t BackupSet::bytes() const {
    std::uint64_t sum = 0;
    for (const auto& file : files) sum += file.bytes;
    return sum;
}

void make_private_folder(const fs::path& folder) {
    const auto above = folder.parent_path();
    std::error_code error;
    if (!above.empty() && !fs::exists(above, error)) make_private_folder(above);
    const bool made = fs::create_directory(folder, error);
    if (error) throw std::runtime_error(folder.string() + ": cannot be made: " + error.message());
    if (made) flush(above.empty() ? "." : above);
    // A volume that belongs to somebody else is theirs to protect.
    if (::chmod(folder.c_str(), 0700) != 0 && errno != EPERM) fail(folder, "cannot be made private");
}

void flush(const fs::path& path) { File(path, O_RDONLY).flush(); }

void copy_durably(const fs::path& from, const fs::path& to, std::uint64_t bytes_max) {
    const File source(from, O_RDONLY);
    const File target(to, O_WRONLY | O_CREAT | O_EXCL);
    std::array<char, block> buffer{};
    for (auto left = bytes_max; left > 0;) {
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(left, buffer.size()));
        const auto count = source.read(buffer.data(), wanted);
        target.write({buffer.data(), count});
        if (count < wanted) break;
        left -= count;
    }
    target.flush();
}

BackupFile described(const fs::path& folder, const std::string& path) {
    const File file(folder / path, O_RDONLY);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
    unsigned size = 0;
    bool well = digest && EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr) == 1;
    BackupFile found{.path = path, .bytes = 0, .sha256 = {}};
    std::array<char, block> buffer{};
    for (auto count = buffer.size(); well && count == buffer.size();) {
        count = file.read(buffer.data(), buffer.size());
        well = EVP_DigestUpdate(digest.get(), buffer.data(), count) == 1;
        found.bytes += count;
    }
    if (!well || EVP_DigestFinal_ex(digest.get(), sum.data(), &size) != 1)
        throw std::runtime_error("OpenSSL could not compute the checksum of " + path);
    found.sha256 = hexadecimal(std::span(sum).first(size));
    return found;
}

void write_list(const fs::path& folder, const BackupSet& set) {
    const File file(folder / list_name, O_WRONLY | O_CREAT | O_EXCL);
    file.write(codec::to_json(set));
    file.flush();
}

BackupSet read_list(const fs::path& folder) {
    const auto path = folder / list_name;
    if (!fs::exists(path)) {
        throw std::runtime_error(
            fmt::format("{} is not a finished backup: there is no {} in it. dangol backup makes one",
                        folder.string(), list_name));
    }
    std::ifstream file(path, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    auto set = codec::from_json<BackupSet>(text);
    if (!set || set->files.empty())
        throw std::runtime_error(path.string() + " is damaged: it is not a list of files");
    if (set->format != 1) {
        throw std::runtime_error(
            fmt::format("{} was written by dangol {}, which is newer: restore it with that version",
                        folder.string(), set->dangol));
    }
    for (const auto& one : set->files) {
        if (!stays_inside(one.path))
            throw std::runtime_error(path.string() + " is damaged: it names " + one.path);
    }
    return std::move(*set);
}

void verify(const fs::path& folder, const BackupSet& set) {
    for (const auto& file : set.files) {
        const auto found = described(folder, file.path);
        if (found.bytes == file.bytes && found.sha256 == file.sha256) continue;
        throw std::runtime_error(fmt::format("{} is damaged: {} bytes, and not what was written ({} bytes)",
                                             (folder / file.path).string(), found.bytes, file.bytes));
    }
    verify_databases(folder, set);
}

std::string size_of(std::uint64_t bytes) {
    return bytes < 1024 * 1024 ? fmt::format("{} KiB", (bytes + 1023) / 1024)
                               : fmt::format("{:.1f} MiB", static_cast<double>(bytes) / 1024 / 1024);
}

}  // namespace dangol::admin
