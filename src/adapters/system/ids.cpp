#include "adapters/system/ids.hpp"

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/assert.hpp"

namespace dangol::adapters {
namespace {

class RandomBytes {
  public:
    unsigned next() {
        if (used_ == bytes_.size()) fill();
        return std::exchange(bytes_[used_++], static_cast<unsigned char>(0));
    }

  private:
    void fill() {
        std::size_t filled = 0;
        while (filled < bytes_.size()) {
            const auto got = ::getrandom(bytes_.data() + filled, bytes_.size() - filled, 0);
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) throw std::system_error(errno, std::generic_category(), "getrandom");
            filled += static_cast<std::size_t>(got);
        }
        used_ = 0;
    }

    std::array<unsigned char, 4096> bytes_{};
    std::size_t used_ = bytes_.size();
};

unsigned random_byte() {
    thread_local RandomBytes bytes;
    return bytes.next();
}

// Crockford's: sorts like the numbers it stands for, and nothing in it is mistaken for something else.
constexpr std::string_view base32 = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::string_view base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

std::string SystemIds::next() {
    constexpr int time_characters = 10;
    constexpr std::size_t characters = 26;
    std::string id(characters, '0');
    auto time = static_cast<std::uint64_t>(
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())
            .time_since_epoch()
            .count());
    for (int i = time_characters - 1; i >= 0; --i) {
        id[static_cast<std::size_t>(i)] = base32[time % base32.size()];
        time /= base32.size();
    }
    // 256 is a multiple of 32, so every character is as likely as any other.
    for (std::size_t i = time_characters; i < characters; ++i) id[i] = base32[random_byte() % base32.size()];
    return id;
}

std::uint64_t SystemIds::random(unsigned bits) {
    DANGOL_INVARIANT(bits <= 64);
    std::uint64_t value = 0;
    for (int i = 0; i < 8; ++i) value = value << 8 | random_byte();
    return bits == 0 ? 0 : value >> (64 - bits);
}

std::string SystemIds::secret() {
    constexpr std::size_t characters = 22;
    std::string secret(characters, 'A');
    for (auto& character : secret) character = base64url[random_byte() % base64url.size()];
    return secret;
}

}  // namespace dangol::adapters
