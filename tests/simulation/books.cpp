#include "books.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace dangol::simulation {
namespace {

[[noreturn]] void fail(const char* what) {
    throw std::runtime_error(std::string("the bank's books: ") + what + ": " + std::strerror(errno));
}

}  // namespace

Books::Books() : file_(::memfd_create("books", MFD_CLOEXEC)) {
    if (file_ < 0) fail("cannot make a file in memory");
}

Books::~Books() { ::close(file_); }

std::string Books::path() const { return "/proc/self/fd/" + std::to_string(file_); }

std::size_t Books::size() const {
    struct stat status{};
    if (::fstat(file_, &status) != 0) fail("cannot measure");
    return static_cast<std::size_t>(status.st_size);
}

void Books::cut(std::size_t size) {
    if (::ftruncate(file_, static_cast<off_t>(size)) != 0) fail("cannot cut");
}

void Books::append(char character) {
    if (::pwrite(file_, &character, 1, static_cast<off_t>(size())) != 1) fail("cannot write");
}

}  // namespace dangol::simulation
