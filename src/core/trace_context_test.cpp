#include "core/trace_context.hpp"

#include <gtest/gtest.h>

namespace dangol::trace_context {
namespace {

const std::string valid = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

TEST(TraceContext, tells_what_is_one) {
    EXPECT_TRUE(is_valid(valid));
    EXPECT_TRUE(is_valid("01" + valid.substr(2) + "-more")) << "of a later version what is known";
    EXPECT_FALSE(is_valid(valid + "-more"));
    EXPECT_FALSE(is_valid("ff" + valid.substr(2)));
    EXPECT_FALSE(is_valid("00-" + std::string(32, '0') + valid.substr(35)));
    EXPECT_FALSE(is_valid(valid.substr(0, 36) + std::string(16, '0') + "-01"));
    EXPECT_FALSE(is_valid("00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"));
    EXPECT_FALSE(is_valid(""));
}

TEST(TraceContext, gives_its_parts) {
    EXPECT_EQ(trace_id(valid), "0af7651916cd43dd8448eb211c80319c");
    EXPECT_EQ(span_id(valid), "b7ad6b7169203331");
    EXPECT_EQ(trace_id("nonsense"), "");
    EXPECT_EQ(span_id(""), "");
}

TEST(TraceContext, is_sampled_by_the_lowest_bit_of_its_flags) {
    const auto flagged = [](std::string flags) { return valid.substr(0, 53) + std::move(flags); };
    EXPECT_TRUE(sampled(flagged("01")));
    EXPECT_TRUE(sampled(flagged("0b")));
    EXPECT_FALSE(sampled(flagged("00")));
    EXPECT_FALSE(sampled(flagged("fe")));
    EXPECT_FALSE(sampled(""));
}

TEST(TraceContext, a_child_stays_in_the_trace) {
    const auto made = child(valid, 0xab);
    EXPECT_EQ(made, "00-0af7651916cd43dd8448eb211c80319c-00000000000000ab-01");
    EXPECT_TRUE(is_valid(child(valid, 0)));
    EXPECT_FALSE(sampled(child(valid.substr(0, 53) + "00", 1)));
}

TEST(TraceContext, a_root_is_valid_whatever_chance_says) {
    EXPECT_TRUE(is_valid(root(0, 0, 0, true)));
    EXPECT_EQ(root(1, 2, 3, false), "00-00000000000000010000000000000002-0000000000000003-00");
}

}  // namespace
}  // namespace dangol::trace_context
