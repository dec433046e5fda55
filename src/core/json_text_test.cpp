#include "core/json_text.hpp"

#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "core/codec.hpp"

namespace dangol {
namespace {

TEST(JsonText, grows_beyond_what_it_has_in_itself) {
    json::Text text;
    std::string expected;
    for (int i = 0; i < 2'000; ++i) {
        text.put(i % 2 == 0 ? "\"열여섯 바이트\"" : "12");
        expected += i % 2 == 0 ? "\"열여섯 바이트\"" : "12";
        text.put(',');
        expected += ',';
    }
    EXPECT_EQ(text.view(), expected);
}

TEST(JsonText, a_string_as_long_as_its_room_or_a_little_longer) {
    for (std::size_t length = 2'030; length < 2'060; ++length) {
        json::Text text;
        text.put_string(std::string(length, 'x'));
        EXPECT_EQ(text.view(), '"' + std::string(length, 'x') + '"');
    }
}

TEST(JsonText, a_view_of_nothing_is_an_empty_string) {
    json::Text text;
    text.put(std::string_view{});
    text.put_string(std::string_view{});
    EXPECT_EQ(text.view(), R"("")");
}

TEST(JsonText, a_prefix_near_the_end_of_the_room_is_whole) {
    const json::Prefix prefix(",\"cafeId\":");
    for (std::size_t before = 1'990; before < 2'060; ++before) {
        json::Text text;
        text.put(std::string(before, ' '));
        text.put(prefix);
        text.put_number(-7);
        EXPECT_EQ(text.view(), std::string(before, ' ') + ",\"cafeId\":-7");
    }
}

TEST(JsonText, refuses_a_prefix_that_it_cannot_keep) {
    EXPECT_NO_THROW(json::Prefix(std::string(json::Prefix::size_max, 'x')));
    EXPECT_THROW(json::Prefix(std::string(json::Prefix::size_max + 1, 'x')), std::length_error);
}

TEST(JsonText, what_must_be_escaped_is_found_at_every_place) {
    for (std::size_t length = 0; length < 40; ++length) {
        for (std::size_t at = 0; at < length; ++at) {
            for (const char c : {'"', '\\', '\n', '\x01', '\x1f'}) {
                std::string text(length, 'x');
                text[at] = c;
                json::Text out;
                out.put_string(text);
                EXPECT_EQ(codec::from_json<std::string>(out.view()).value_or("unreadable"), text);
            }
        }
    }
}

TEST(JsonText, a_time_is_written_as_format_time_does) {
    for (const std::int64_t at : {0LL, 1LL, 951'782'399'999LL, 1'795'996'923'004LL, 253'402'300'799'999LL}) {
        const Timestamp time{Duration{at}};
        json::Text text;
        text.put_time(time);
        EXPECT_EQ(text.view(), '"' + format_time(time) + '"');
        EXPECT_EQ(parse_time(format_time(time)), time);
    }
}

}  // namespace
}  // namespace dangol
