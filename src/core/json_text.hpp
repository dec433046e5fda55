#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "core/time.hpp"

namespace dangol::json {

/// What stands before a value: `,"cafeId":`. Kept in one piece, so that it is copied without a loop.
class Prefix {
  public:
    static constexpr std::size_t size_max = 48;
    /// Throws std::length_error if it is longer than `size_max`.
    explicit Prefix(std::string_view text);

  private:
    friend class Text;
    std::array<char, size_max> bytes_{};
    std::size_t size_;
};

/// JSON text while it is written. Appends only; whoever writes puts the commas. Most texts fit into the
/// object itself, so that the finished string is the only thing that is allocated. One thread.
class Text {
  public:
    Text() = default;
    Text(const Text&) = delete;
    Text& operator=(const Text&) = delete;
    ~Text() = default;

    void put(char c) { *room(1) = c, used_ += 1; }
    /// As it is: punctuation, or what is JSON already.
    void put(std::string_view text) {
        if (text.empty()) return;
        std::memcpy(room(text.size()), text.data(), text.size());
        used_ += text.size();
    }
    void put(const Prefix& prefix) {
        std::memcpy(room(Prefix::size_max), prefix.bytes_.data(), Prefix::size_max);
        used_ += prefix.size_;
    }
    template <std::integral Number>
    void put_number(Number value) {
        constexpr std::size_t digits_max = 24;
        auto* const at = room(digits_max);
        used_ += static_cast<std::size_t>(std::to_chars(at, at + digits_max, value).ptr - at);
    }
    /// As a string with its quotes, escaped where it must be.
    void put_string(std::string_view text);
    /// As `format_time`, with quotes.
    void put_time(Timestamp time);

    [[nodiscard]] std::size_t size() const { return used_; }
    /// Replaces one that stands there.
    void set(std::size_t at, char c) { bytes_[at] = c; }
    [[nodiscard]] std::string_view view() const { return {bytes_, used_}; }

  private:
    /// Where the next `bytes` may be written.
    char* room(std::size_t bytes) {
        if (capacity_ - used_ < bytes) grow(bytes);
        return bytes_ + used_;
    }
    void grow(std::size_t bytes);

    std::array<char, 2048> own_;
    std::unique_ptr<char[]> more_;  ///< in place of `own_`
    char* bytes_ = own_.data();
    std::size_t capacity_ = own_.size();
    std::size_t used_ = 0;
};

}  // namespace dangol::json
