#pragma once

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

}  // namespace dangol
