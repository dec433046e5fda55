#include "adapters/http/header_values.hpp"

#include <gtest/gtest.h>

#include "adapters/http/raw_client.hpp"
#include "adapters/http/target.hpp"
#include "adapters/http/wire.hpp"

namespace dangol::adapters {
namespace {

TEST(Language, is_korean_unless_english_is_preferred) {
    for (const auto* korean : {"", "ko", "ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7", "fr", "*",
                               "en;q=0.5, ko;q=0.6", "en;q=0", "en;q=nonsense", "ko, en", "energy"}) {
        EXPECT_EQ(preferred_language(korean), Language::ko) << korean;
    }
    for (const auto* english : {"en", "EN-us", "fr, en;q=0.3", "en, ko", "ko;q=0.899,en;q=0.9",
                                "ko;q=0, en;q=0.001", "en ; q=1.000"}) {
        EXPECT_EQ(preferred_language(english), Language::en) << english;
    }
}

TEST(Language, is_what_the_reader_has_chosen) {
    EXPECT_EQ(preferred_language("ko", "a=b; lang=en"), Language::en);
    EXPECT_EQ(preferred_language("en", "lang=ko;x=y"), Language::ko);
    for (const auto* nothing : {"", "lang=fr", "xlang=ko", "lang", "lang=", "lang=ko2"})
        EXPECT_EQ(preferred_language("en", nothing), Language::en) << nothing;
}

TEST(HeaderValue, tells_json_by_its_media_type_alone) {
    EXPECT_TRUE(is_json("application/json"));
    EXPECT_TRUE(is_json("Application/JSON; charset=utf-8"));
    EXPECT_FALSE(is_json("application/jsonp"));
    EXPECT_FALSE(is_json("text/plain"));
    EXPECT_FALSE(is_json(""));
}

TEST(HeaderValue, takes_the_token_of_a_bearer_only) {
    EXPECT_EQ(bearer_token("Bearer abc"), "abc");
    EXPECT_EQ(bearer_token("bearer  abc "), "abc");
    EXPECT_EQ(bearer_token("Basic abc"), "");
    EXPECT_EQ(bearer_token("Bearer"), "");
}

TEST(HeaderValue, names_are_equal_in_any_case) {
    EXPECT_TRUE(equals_ignoring_case("Retry-After", "retry-AFTER"));
    EXPECT_TRUE(equals_ignoring_case("", ""));
    EXPECT_FALSE(equals_ignoring_case("Host", "Hos"));
    EXPECT_FALSE(equals_ignoring_case("[", "{"));
}

TEST(Target, is_decoded_into_path_and_query) {
    const auto target = parse_target("/a%20b/%EA%B0%80?q=1+2%2B&empty=&bare&q=second&&%3D=x");
    ASSERT_TRUE(target.has_value());
    EXPECT_EQ(target->path, "/a b/가");
    EXPECT_EQ(target->query.at("q"), "1 2+");
    EXPECT_EQ(target->query.at("empty"), "");
    EXPECT_EQ(target->query.at("bare"), "");
    EXPECT_EQ(target->query.at("="), "x");
    EXPECT_EQ(target->query.size(), 4U);
}

TEST(Target, may_be_absolute) {
    EXPECT_EQ(parse_target("http://cafe.example:8088/orders?x=1")->path, "/orders");
    EXPECT_EQ(parse_target("http://cafe.example")->path, "/");
}

TEST(Target, is_refused_when_it_is_broken_or_ambiguous) {
    for (const auto* broken :
         {"", "*", "orders", "/a%2", "/a%", "/a%zz", "/a%2Fb", "/a%00", "/a?b=%0A", "/a?%f"}) {
        EXPECT_FALSE(parse_target(broken).has_value()) << broken;
    }
}

TEST(Wire, writes_one_data_field_for_each_line_of_a_frame) {
    std::string out;
    write_frame(out, {"7", "Order", "one\ntwo\r\n\rfour"});
    EXPECT_EQ(out, "id: 7\nevent: Order\ndata: one\ndata: two\ndata: \ndata: four\n\n");
    out.clear();
    write_frame(out, {"", "", ""});
    EXPECT_EQ(out, "data: \n\n");
    out.clear();
    write_frame(out, {"1\ndata: forged", "", "x"});
    EXPECT_EQ(out, "data: x\n\n");
}

TEST(Wire, lets_nobody_write_headers_through_a_value) {
    std::string out;
    runtime::Response response;
    response.headers.emplace_back("Location", "/x\r\nSet-Cookie: a=b");
    write_response(out, response, {"id1", "", false, true, false});
    EXPECT_FALSE(out.contains("Set-Cookie")) << out;
}

TEST(Wire, guards_html_with_a_policy_unless_the_page_has_its_own) {
    runtime::Response page;
    page.content_type = "text/html; charset=utf-8";
    page.body = "<p>";
    std::string out;
    write_response(out, page, {"id1", "", false, true, false});
    EXPECT_TRUE(out.contains("Content-Security-Policy: default-src 'self'")) << out;
    page.headers.emplace_back("content-security-policy", "default-src 'none'");
    out.clear();
    write_response(out, page, {"id1", "", false, true, false});
    EXPECT_FALSE(out.contains("default-src 'self'")) << out;
}

TEST(Wire, sends_no_body_with_204_and_to_head) {
    runtime::Response response;
    response.body = "{}";
    std::string out;
    write_response(out, response, {"id1", "", true, true, false});
    EXPECT_TRUE(out.contains("Content-Length: 2\r\n") && out.ends_with("\r\n\r\n")) << out;
    response.status = 204;
    out.clear();
    write_response(out, response, {"id1", "", false, true, false});
    EXPECT_TRUE(!out.contains("Content-Length") && out.ends_with("\r\n\r\n")) << out;
}

TEST(Wire, writes_the_date_as_http_wants_it) {
    EXPECT_EQ(http_date(784111777), "Sun, 06 Nov 1994 08:49:37 GMT");
}

}  // namespace
}  // namespace dangol::adapters
