#include "adapters/web/picture_store.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "adapters/web/digest.hpp"

namespace dangol::adapters::web {
namespace {

using namespace std::string_view_literals;

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kinds{
    {{"png", "image/png"}, {"jpg", "image/jpeg"}, {"webp", "image/webp"}}};

[[noreturn]] void fail(const std::string& what, const std::string& path) {
    throw std::runtime_error(
        fmt::format("cannot {} {}: {}", what, path, std::generic_category().message(errno)));
}

class File {
  public:
    File(std::string path, int flags)
        : path_(std::move(path)), number_(::open(path_.c_str(), flags | O_CLOEXEC, 0644)) {
        if (number_ < 0) fail("open", path_);
    }
    ~File() { ::close(number_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto written = ::write(number_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail("write", path_);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void sync() const {
        if (::fsync(number_) != 0) fail("make durable", path_);
    }

  private:
    std::string path_;
    int number_;
};

bool is_given_name(std::string_view name) {
    const auto dot = name.find('.');
    if (dot != 16) return false;
    return name.find_first_not_of("0123456789abcdef") == dot && !picture_type(name.substr(dot + 1)).empty();
}

}  // namespace

std::string_view picture_kind(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return "png";
    if (bytes.starts_with("\xff\xd8\xff"sv)) return "jpg";
    if (bytes.starts_with("RIFF"sv) && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP"sv) return "webp";
    return {};
}

std::string_view picture_type(std::string_view kind) {
    const auto* const found = std::ranges::find(kinds, kind, &decltype(kinds)::value_type::first);
    return found == kinds.end() ? std::string_view{} : found->second;
}

std::string PictureStore::keep(std::string_view bytes) const {
    std::random_device random;
    auto name = digest_of(bytes) + "." + std::string(picture_kind(bytes));
    const auto path = folder_ + "/" + name;
    std::error_code error;
    if (std::filesystem::exists(path, error)) return name;
    std::filesystem::create_directories(folder_);
    const auto beside = fmt::format("{}.{:08x}{:08x}.unfinished", path, random(), random());
    try {
        const File file(beside, O_WRONLY | O_CREAT | O_EXCL);
        file.write(bytes);
        file.sync();
        std::filesystem::rename(beside, path);
    } catch (...) {
        std::filesystem::remove(beside, error);
        throw;
    }
    File(folder_, O_RDONLY | O_DIRECTORY).sync();
    return name;
}

std::optional<std::string> PictureStore::find(std::string_view name) const {
    if (!is_given_name(name)) return std::nullopt;
    std::ifstream file(folder_ + "/" + std::string(name), std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace dangol::adapters::web
