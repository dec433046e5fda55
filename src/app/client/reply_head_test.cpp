#include "app/client/reply_head.hpp"

#include <gtest/gtest.h>

namespace dangol::app::client {
namespace {

TEST(ReplyHead, a_whole_head_gives_status_and_sizes) {
    const std::string head = "HTTP/1.1 201 Created\r\nDate: now\r\nContent-Length: 12\r\n\r\n";
    const auto read = read_reply_head(head + "{\"id\":\"a\"}..next");
    ASSERT_TRUE(read && *read);
    EXPECT_EQ(**read, (ReplyHead{201, head.size(), 12, true}));
}

TEST(ReplyHead, every_part_of_a_head_asks_for_more) {
    const std::string head = "HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n";
    for (std::size_t size = 0; size < head.size(); ++size) {
        const auto read = read_reply_head(std::string_view(head).substr(0, size));
        ASSERT_TRUE(read.has_value()) << size;
        EXPECT_FALSE(read->has_value()) << size;
    }
    EXPECT_TRUE(read_reply_head(head).value().has_value());
}

TEST(ReplyHead, the_case_of_names_does_not_matter_and_space_around_values_neither) {
    const auto read =
        read_reply_head("HTTP/1.1 204 No Content\r\nCONTENT-length:\t 7 \r\nconnection: Close\r\n\r\n");
    ASSERT_TRUE(read && *read);
    EXPECT_EQ((*read)->body_bytes, 7U);
    EXPECT_FALSE((*read)->keep_alive);
}

TEST(ReplyHead, without_a_length_there_is_no_body) {
    const auto read = read_reply_head("HTTP/1.1 204 No Content\r\nX-Content-Length: 9\r\n\r\n");
    ASSERT_TRUE(read && *read);
    EXPECT_EQ((*read)->body_bytes, 0U);
}

TEST(ReplyHead, what_is_not_understood_is_an_error) {
    EXPECT_FALSE(read_reply_head("HTTP/1.1 abc\r\n\r\n"));
    EXPECT_FALSE(read_reply_head("SSH-2.00 200 OK\r\n\r\n"));
    EXPECT_FALSE(read_reply_head("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"));
    EXPECT_FALSE(read_reply_head("HTTP/1.1 200 OK\r\nContent-Length: 1x\r\n\r\n"));
    EXPECT_FALSE(read_reply_head("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
    EXPECT_FALSE(read_reply_head(std::string(20'000, 'x')));
}

TEST(TextOfMember, finds_a_text_by_its_whole_name) {
    constexpr std::string_view json =
        R"({"reorderId":"x","orderId":"o-1","qty":2,"destination":{"pin":"0042"}})";
    EXPECT_EQ(text_of_member(json, "orderId"), "o-1");
    EXPECT_EQ(text_of_member(json, "pin"), "0042");
    EXPECT_EQ(text_of_member(json, "qty"), "");
    EXPECT_EQ(text_of_member(json, "none"), "");
}

}  // namespace
}  // namespace dangol::app::client
