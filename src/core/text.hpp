#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace dangol {

enum class Language { ko, en };
BOOST_DESCRIBE_ENUM(Language, ko, en)

/// The same words for people in both languages, each written by hand. Korean comes first.
struct Text {
    std::string ko;
    std::string en;

    [[nodiscard]] const std::string& in(Language language) const {
        return language == Language::ko ? ko : en;
    }
    bool operator==(const Text&) const = default;
};
BOOST_DESCRIBE_STRUCT(Text, (), (ko, en))

/// How long a text is, as every limit counts it: in code points (JSON Schema's maxLength), not in bytes.
[[nodiscard]] constexpr std::size_t characters(std::string_view utf8) {
    std::size_t count = 0;
    for (const char c : utf8) {
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
    }
    return count;
}

}  // namespace dangol
