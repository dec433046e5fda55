#include "adapters/web/picture_store.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
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

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size, std::endian order) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const auto place = order == std::endian::big ? at + i : at + size - 1 - i;
        number = number << 8U | static_cast<unsigned char>(bytes[place]);
    }
    return number;
}

/// The frame header (SOF) that follows the other segments.
std::optional<PictureSize> jpeg_size(std::string_view bytes) {
    constexpr std::size_t frame_header = 9;  // marker, length, precision, height, width
    for (std::size_t at = 2; at + frame_header <= bytes.size();) {
        if (bytes[at] != '\xff') return std::nullopt;
        const auto marker = static_cast<unsigned char>(bytes[at + 1]);
        if (marker == 0xFF) {  // padding
            ++at;
            continue;
        }
        const bool is_frame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (is_frame) {
            return PictureSize{number_at(bytes, at + 7, 2, std::endian::big),
                               number_at(bytes, at + 5, 2, std::endian::big)};
        }
        if (marker == 0xD9 || marker == 0xDA) return std::nullopt;  // the picture, without its frame header
        at += 2 + number_at(bytes, at + 2, 2, std::endian::big);
    }
    return std::nullopt;
}

/// Of the lossy, the lossless and the extended format.
std::optional<PictureSize> webp_size(std::string_view bytes) {
    constexpr std::size_t header = 30;
    if (bytes.size() < header) return std::nullopt;
    const auto chunk = bytes.substr(12, 4);
    const auto number = [&](std::size_t at, std::size_t size) {
        return number_at(bytes, at, size, std::endian::little);
    };
    if (chunk == "VP8 "sv && bytes.substr(23, 3) == "\x9d\x01\x2a"sv)
        return PictureSize{number(26, 2) & 0x3FFFU, number(28, 2) & 0x3FFFU};
    if (chunk == "VP8L"sv && bytes[20] == '\x2f')
        return PictureSize{(number(21, 4) & 0x3FFFU) + 1, (number(21, 4) >> 14U & 0x3FFFU) + 1};
    if (chunk == "VP8X"sv) return PictureSize{number(24, 3) + 1, number(27, 3) + 1};
    return std::nullopt;
}

std::optional<PictureSize> png_size(std::string_view bytes) {
    constexpr std::size_t header = 24;
    if (bytes.size() < header || bytes.substr(8, 8) != "\0\0\0\x0dIHDR"sv) return std::nullopt;
    return PictureSize{number_at(bytes, 16, 4, std::endian::big), number_at(bytes, 20, 4, std::endian::big)};
}

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

std::optional<PictureSize> picture_size(std::string_view bytes) {
    const auto kind = picture_kind(bytes);
    const auto size = kind == "png"    ? png_size(bytes)
                      : kind == "jpg"  ? jpeg_size(bytes)
                      : kind == "webp" ? webp_size(bytes)
                                       : std::nullopt;
    return size && size->width > 0 && size->height > 0 ? size : std::nullopt;
}

std::string_view picture_type(std::string_view kind) {
    const auto* const found = std::ranges::find(kinds, kind, &decltype(kinds)::value_type::first);
    return found == kinds.end() ? std::string_view{} : found->second;
}

std::optional<std::string> PictureStore::keep(const std::string& cafe, std::string_view bytes) const {
    namespace fs = std::filesystem;
    std::random_device random;
    auto name = digest_of(bytes) + "." + std::string(picture_kind(bytes));
    const auto own = folder_ + "/of/" + cafe;
    fs::create_directories(own);
    std::error_code error;
    if (!fs::exists(own + "/" + name, error)) {
        const auto kept = std::distance(fs::directory_iterator(own), fs::directory_iterator{});
        if (static_cast<std::size_t>(kept) >= of_a_cafe_max_) return std::nullopt;
        const File mark(own + "/" + name, O_WRONLY | O_CREAT);
    }
    const auto path = folder_ + "/" + name;
    if (fs::exists(path, error)) return name;
    const auto beside = fmt::format("{}.{:08x}{:08x}.unfinished", path, random(), random());
    try {
        const File file(beside, O_WRONLY | O_CREAT | O_EXCL);
        file.write(bytes);
        file.sync();
        fs::rename(beside, path);
    } catch (...) {
        fs::remove(beside, error);
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
