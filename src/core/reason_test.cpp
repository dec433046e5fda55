#include "core/reason.hpp"

#include <gtest/gtest.h>

namespace dangol {
namespace {

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

TEST(Reason, loses_the_blanks_around_it) {
    EXPECT_EQ(required_reason(" \u3000음료가 \u200b식었어요\n\u00a0").value(), "음료가 \u200b식었어요");
    EXPECT_EQ(required_reason("x").value(), "x");
}

TEST(Reason, must_be_visible) {
    for (const auto* blank : {"", " ", "\t\r\n", "\u3000", "\u3000\u00a0", "\u200b", "\u3164", "\ufeff"}) {
        const auto refused = required_reason(blank);
        ASSERT_FALSE(refused) << blank;
        EXPECT_EQ(refused.error().code, "reason-required");
    }
    EXPECT_FALSE(required_reason(std::string_view("\0", 1)));
}

TEST(Reason, is_counted_in_characters) {
    EXPECT_TRUE(required_reason(repeated("가", 200)));
    EXPECT_FALSE(required_reason(repeated("가", 201)));
    EXPECT_TRUE(required_reason(repeated("😀", 200)));
    EXPECT_TRUE(required_reason("  " + repeated("x", 200) + "  "));
    EXPECT_FALSE(required_reason(repeated("x", 201)));
}

TEST(Reason, that_ends_within_a_character_harms_nothing) {
    EXPECT_TRUE(required_reason("\xEA"));
    EXPECT_TRUE(required_reason("a\xF0\x9F"));
}

}  // namespace
}  // namespace dangol
