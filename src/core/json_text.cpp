#include "core/json_text.hpp"

#include <algorithm>
#include <cstdint>
#include <stdexcept>

namespace dangol::json {
namespace {

bool is_plain(unsigned char c) { return c >= 0x20 && c != '"' && c != '\\'; }

/// Whether eight bytes may stand in a string as they are. The tests for zero bytes are those of "Bit
/// Twiddling Hacks" (Anderson, Stanford).
bool are_plain(std::uint64_t word) {
    constexpr std::uint64_t ones = 0x0101'0101'0101'0101U;
    constexpr std::uint64_t highs = 0x80 * ones;
    const auto has_zero = [](std::uint64_t bytes) { return (bytes - ones) & ~bytes & highs; };
    const auto control = (word - 0x20 * ones) & ~word & highs;
    return (control | has_zero(word ^ ('"' * ones)) | has_zero(word ^ ('\\' * ones))) == 0;
}

std::uint64_t eight_at(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

bool is_plain(std::string_view text) {
    constexpr std::size_t word = sizeof(std::uint64_t);
    if (text.size() < word)
        return std::ranges::all_of(text, [](char c) { return is_plain(static_cast<unsigned char>(c)); });
    for (std::size_t at = 0; at + word <= text.size(); at += word) {
        if (!are_plain(eight_at(text.data() + at))) return false;
    }
    return are_plain(eight_at(text.data() + text.size() - word));
}

/// At most six bytes.
std::string_view escaped(unsigned char c, std::array<char, 6>& place) {
    static constexpr char hex[] = "0123456789abcdef";
    switch (c) {
        case '"': return "\\\"";
        case '\\': return "\\\\";
        case '\n': return "\\n";
        case '\r': return "\\r";
        case '\t': return "\\t";
        default: place = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]}; return {place.data(), place.size()};
    }
}

}  // namespace

Prefix::Prefix(std::string_view text) : size_(text.size()) {
    if (text.size() > size_max) throw std::length_error("too long for a JSON prefix: " + std::string(text));
    std::ranges::copy(text, bytes_.begin());
}

void Text::put_string(std::string_view text) {
    if (is_plain(text)) {
        auto* const at = room(text.size() + 2);
        at[0] = '"';
        std::ranges::copy(text, at + 1);
        at[text.size() + 1] = '"';
        used_ += text.size() + 2;
        return;
    }
    put('"');
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (is_plain(c)) continue;
        std::array<char, 6> place{};
        put(text.substr(plain, i - plain));
        put(escaped(c, place));
        plain = i + 1;
    }
    put(text.substr(plain));
    put('"');
}

void Text::put_time(Timestamp time) {
    auto* const at = room(time_length + 2);
    at[0] = '"';
    write_time(time, at + 1);
    at[time_length + 1] = '"';
    used_ += time_length + 2;
}

void Text::grow(std::size_t bytes) {
    const auto capacity = std::max(2 * capacity_, used_ + bytes);
    auto more = std::make_unique_for_overwrite<char[]>(capacity);
    std::memcpy(more.get(), bytes_, used_);
    more_ = std::move(more);
    bytes_ = more_.get();
    capacity_ = capacity;
}

}  // namespace dangol::json
