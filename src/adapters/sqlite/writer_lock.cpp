#include "adapters/sqlite/writer_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include <fmt/format.h>

#include "runtime/store.hpp"

namespace dangol::adapters {
namespace {

std::string holder_of(int file) {
    std::array<char, 32> text{};
    const auto size = ::pread(file, text.data(), text.size(), 0);
    return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size)) : "unknown";
}

}  // namespace

WriterLock::WriterLock(const std::string& store_path) {
    const std::string path = store_path + ".lock";
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file_ < 0) throw runtime::StoreBroken(fmt::format("{}: {}", path, std::strerror(errno)));
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
        const auto holder = holder_of(file_);
        ::close(file_);
        throw runtime::StoreBroken(
            fmt::format("{}: is already being written by process {}; stop it first, or serve this context "
                        "from one process only",
                        store_path, holder));
    }
    // Only for the message above; the lock itself is the kernel's.
    const auto pid = std::to_string(::getpid());
    if (::ftruncate(file_, 0) != 0 || ::pwrite(file_, pid.data(), pid.size(), 0) < 0) {
        const int error = errno;
        ::close(file_);
        throw runtime::StoreBroken(fmt::format("{}: {}", path, std::strerror(error)));
    }
}

WriterLock::~WriterLock() { ::close(file_); }

}  // namespace dangol::adapters
