#include "core/visible.hpp"

#include <array>
#include <cstddef>
#include <utility>

namespace dangol {
namespace {

/// What prints nothing: controls, Unicode's spaces, and what has no width (first and last of each run).
constexpr std::array<std::pair<char32_t, char32_t>, 10> blanks{{{0x00, 0x20},
                                                                {0x7F, 0xA0},
                                                                {0xAD, 0xAD},
                                                                {0x115F, 0x1160},
                                                                {0x1680, 0x1680},
                                                                {0x2000, 0x200F},
                                                                {0x2028, 0x202F},
                                                                {0x205F, 0x206F},
                                                                {0x3000, 0x3000},
                                                                {0x3164, 0x3164}}};
constexpr char32_t byte_order_mark = 0xFEFF;

bool is_blank(char32_t character) {
    if (character == byte_order_mark) return true;
    for (const auto& [first, last] : blanks) {
        if (character >= first && character <= last) return true;
    }
    return false;
}

/// How many bytes the character at the beginning of the UTF-8 text has.
std::size_t bytes_of(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return bytes < text.size() ? bytes : text.size();
}

char32_t character_of(std::string_view bytes) {
    const auto lead = static_cast<unsigned char>(bytes.front());
    char32_t character = bytes.size() == 1 ? lead : lead & (0x7FU >> bytes.size());
    for (const char byte : bytes.substr(1))
        character = character << 6U | (static_cast<unsigned char>(byte) & 0x3FU);
    return character;
}

}  // namespace

std::string_view visible_part(std::string_view text) {
    std::size_t first = std::string_view::npos;
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto bytes = bytes_of(text.substr(at));
        const bool visible = !is_blank(character_of(text.substr(at, bytes)));
        if (visible && first == std::string_view::npos) first = at;
        at += bytes;
        if (visible) end = at;
    }
    return first == std::string_view::npos ? std::string_view{} : text.substr(first, end - first);
}

}  // namespace dangol
