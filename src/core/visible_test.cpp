#include "core/visible.hpp"

#include <gtest/gtest.h>

namespace dangol {
namespace {

TEST(VisiblePart, is_without_what_prints_nothing_at_its_ends) {
    EXPECT_EQ(visible_part(" \u3000음료가 \u200b식었어요\n\u00a0"), "음료가 \u200b식었어요");
    EXPECT_EQ(visible_part("x"), "x");
    EXPECT_EQ(visible_part("👩‍🍳"), "👩‍🍳");
}

TEST(VisiblePart, is_empty_where_nothing_can_be_seen) {
    for (const auto* text : {"", " ", "\t\r\n", "\u3000\u00a0", "\u200b", "\u3164", "\u115f\u1160", "\ufeff"})
        EXPECT_EQ(visible_part(text), "") << text;
}

}  // namespace
}  // namespace dangol
