// From a page's HTML to the answer with it.
#include "adapters/web/page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

namespace dangol::adapters::web {
namespace {

std::string header(const runtime::Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers) {
        if (key == name) return value;
    }
    return {};
}

std::string unzipped(const std::string& packed) {
    std::string plain(100'000, '\0');
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    plain.resize(stream.total_out);
    inflateEnd(&stream);
    return plain;
}

TEST(Page, may_do_no_more_than_the_apps_need) {
    const auto page = page_response({}, 200, "<p>");
    EXPECT_THAT(header(page, "Content-Security-Policy"),
                testing::HasSubstr("default-src 'none'; script-src 'self';"));
    EXPECT_EQ(header(page, "Cache-Control"), "no-cache");
    EXPECT_EQ(header(page, "Cross-Origin-Opener-Policy"), "same-origin");
    EXPECT_EQ(page.body, "<p>");
}

TEST(Page, goes_compressed_to_who_can_read_that) {
    runtime::Request asked;
    asked.accept_encoding = "gzip, br";
    const std::string html(5000, 'x');
    const auto page = page_response(asked, 200, html);
    EXPECT_EQ(header(page, "Content-Encoding"), "gzip");
    EXPECT_LT(page.body.size(), 200U);
    EXPECT_EQ(unzipped(page.body), html);
}

TEST(Page, is_not_sent_again_while_it_says_the_same) {
    runtime::Request asked;
    const auto first = page_response(asked, 200, "<p>");
    asked.if_none_match = header(first, "ETag");
    const auto again = page_response(asked, 200, "<p>");
    EXPECT_EQ(again.status, 304);
    EXPECT_TRUE(again.body.empty());
    EXPECT_EQ(page_response(asked, 200, "<p>changed").status, 200);
}

}  // namespace
}  // namespace dangol::adapters::web
