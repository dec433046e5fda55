#include "core/json.hpp"

#include <cstdlib>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace dangol::json {
namespace {

Document parsed(std::string_view text) {
    auto document = Document::parse(text);
    EXPECT_TRUE(document) << text << ": " << document.error();
    return std::move(*document);
}

TEST(Json, each_kind_is_itself_and_no_other) {
    const auto document = parsed(R"([null,true,false,-7,18446744073709551615,0.25,"a",[],{}])");
    std::string kinds;
    const auto array = *document.root().array();
    for (const auto value : array) {
        if (value.is_null()) kinds += "null ";
        if (const auto is = value.boolean()) kinds += *is ? "true " : "false ";
        if (const auto number = value.integer()) kinds += std::to_string(*number) + " ";
        if (const auto number = value.great_integer()) kinds += std::to_string(*number) + " ";
        if (value.fraction() == 0.25) kinds += "0.25 ";
        if (value.is_number()) kinds += "number ";
        if (value.text()) kinds += "text ";
        if (value.array()) kinds += "array ";
        if (value.object()) kinds += "object ";
    }
    EXPECT_EQ(kinds, "null true false -7 number 18446744073709551615 number 0.25 number text array object ");
}

TEST(Json, members_come_in_their_order_with_all_that_is_nested_skipped) {
    const auto document = parsed(R"({"a":{"x":[1,2,{"y":3}]},"b":[[],[4.5,"s"]],"a":null,"c":"\u0000\n가"})");
    const auto object = *document.root().object();
    std::vector<std::string> names;
    for (const auto [name, value] : object) names.emplace_back(name);
    EXPECT_EQ(names, (std::vector<std::string>{"a", "b", "a", "c"}));
    EXPECT_EQ((*object.find("c")).value.text(), std::string_view("\0\n가", 5));
    EXPECT_TRUE((*object.find("a")).value.object()) << "the first of two";
    EXPECT_TRUE(object.find("x") == object.end()) << "is further inside";
}

TEST(Json, a_fraction_is_the_nearest_double) {
    for (const std::string text :
         {"37.5675", "126.9825", "0.1", "2.2250738585072011e-308", "1.7976931348623157e308",
          "371111111111111111111111111111111111111111111111111111111.5675"})
        EXPECT_EQ(parsed(text).root().fraction(), std::strtod(text.c_str(), nullptr)) << text;
}

TEST(Json, what_is_no_json_is_refused) {
    for (const std::string_view text : {"",
                                        " ",
                                        "{",
                                        "[1,]",
                                        "{\"a\"}",
                                        "nul",
                                        "01",
                                        "1.",
                                        "+1",
                                        "'a'",
                                        "\"\x80\"",
                                        "\"\xed\xa0\x80\"",
                                        "\"\\ud800\"",
                                        "\"a\nb\"",
                                        "\xef\xbb\xbf{}",
                                        "{} {}",
                                        "1e309",
                                        "-1e309",
                                        "18446744073709551616",
                                        "NaN"}) {
        const auto document = Document::parse(text);
        ASSERT_FALSE(document) << text;
        EXPECT_FALSE(document.error().empty());
    }
}

TEST(Json, nesting_ends_at_32) {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + "1" + std::string(depth, ']');
    };
    EXPECT_TRUE(Document::parse(nested(32)));
    EXPECT_FALSE(Document::parse(nested(33)));
    EXPECT_EQ(Document::parse(nested(500)).error(), "it is nested more than 32 deep");
}

TEST(Json, an_error_is_told_in_our_words) {
    for (const auto& [text, words] : std::vector<std::pair<std::string_view, std::string>>{
             {"", "it is empty"},
             {"\xef\xbb\xbf{}", "it begins with a byte order mark"},
             {"\"\x80\"", "it is not UTF-8"},
             {"1e309", "a number is malformed or out of range"},
             {"\"\\q\"", "a string is malformed or not closed"},
             {"{\"a\"}", "it is incomplete or malformed"}})
        EXPECT_EQ(Document::parse(text).error(), words) << text;
}

TEST(Json, documents_do_not_disturb_each_other) {
    // More than a thread keeps parsers for, and a long one among them.
    const std::string lengthy = "[\"" + std::string(100'000, 'x') + "\"]";
    std::vector<Document> documents;
    for (int round = 0; round < 3; ++round) {
        for (std::size_t i = 0; i < 5; ++i) documents.push_back(parsed("[" + std::to_string(i) + "]"));
        documents.push_back(parsed(lengthy));
        for (std::size_t i = 0; i < 5; ++i)
            EXPECT_EQ((*documents.at(i).root().array()->begin()).integer(), static_cast<std::int64_t>(i));
        EXPECT_EQ((*documents.at(5).root().array()->begin()).text()->size(), 100'000U);
        documents.clear();
    }
}

}  // namespace
}  // namespace dangol::json
