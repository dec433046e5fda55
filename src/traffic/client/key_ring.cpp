#include "traffic/client/key_ring.hpp"

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include "core/codec.hpp"

namespace dangol::traffic::client {
namespace {

[[noreturn]] void fail(const std::string& what) {
    throw std::system_error(errno, std::generic_category(), what);
}

/// A file descriptor that closes itself.
struct Opened {
    explicit Opened(int opened) : file(opened) {}
    ~Opened() { ::close(file); }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    int file;
};

void write_new(const std::string& path, std::string_view text) {
    ::unlink(path.c_str());  // a left-over keeps the rights it was made with
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0) fail("cannot make " + path);
    const Opened opened(file);
    while (!text.empty()) {
        const auto written = ::write(opened.file, text.data(), text.size());
        if (written < 0) fail("cannot write " + path);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

std::string key_file_in(const std::string& data) { return data + "/demo-keys.json"; }

KeyRing load_keys(const std::string& path) {
    std::ifstream file(path);
    if (!file) {
        throw std::runtime_error("cannot read " + path +
                                 "; start the server with --demo, and give its data folder with --data");
    }
    const std::string text(std::istreambuf_iterator<char>(file), {});
    auto keys = codec::from_json<KeyRing>(text);
    if (!keys) throw std::runtime_error(path + ": " + keys.error().path + " " + keys.error().message);
    return std::move(*keys);
}

void save_keys(const std::string& path, const KeyRing& keys) {
    const auto fresh = path + ".new";
    write_new(fresh, codec::to_json(keys));
    if (std::rename(fresh.c_str(), path.c_str()) != 0) fail("cannot replace " + path);
}

}  // namespace dangol::traffic::client
