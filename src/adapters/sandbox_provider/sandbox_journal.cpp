// The sandbox provider's books on disk.
#include "adapters/sandbox_provider/sandbox_journal.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace dangol::adapters {
namespace {

[[noreturn]] void fail(const std::string& path, const char* what) {
    throw std::runtime_error("sandbox journal " + path + ": " + what + ": " + std::strerror(errno));
}

std::string read_all(int file, const std::string& path) {
    std::string text;
    std::array<char, 65536> buffer{};
    while (true) {
        const auto count = ::read(file, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail(path, "cannot read");
        if (count == 0) return text;
        text.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

}  // namespace

SandboxJournal::SandboxJournal(const std::string& path, const std::function<void(std::string_view)>& replay)
    : path_(path), file_(::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600)) {
    if (file_ < 0) fail(path_, "cannot open");
    const auto text = read_all(file_, path_);
    std::size_t begin = 0;
    for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
        replay(std::string_view(text).substr(begin, end - begin));
        begin = end + 1;
    }
    size_ = begin;
    if (begin < text.size()) cut();
}

SandboxJournal::~SandboxJournal() { ::close(file_); }

void SandboxJournal::append(std::string line) {
    line += '\n';
    if (torn_) cut();
    while (true) {
        const auto count = ::write(file_, line.data(), line.size());
        if (count == static_cast<ssize_t>(line.size())) break;
        if (count < 0 && errno == EINTR) continue;
        // A full disk takes a part: the next line would be joined to it.
        const auto error = count < 0 ? errno : ENOSPC;
        if (count > 0) {
            torn_ = true;
            cut();
        }
        errno = error;
        fail(path_, "cannot write a whole line");
    }
    size_ += line.size();
}

void SandboxJournal::cut() {
    if (::ftruncate(file_, static_cast<off_t>(size_)) != 0) fail(path_, "cannot cut");
    torn_ = false;
}

}  // namespace dangol::adapters
