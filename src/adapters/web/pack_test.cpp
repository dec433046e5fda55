// The pack: what is read, what is refused, and which representation a reader gets.
#include "adapters/web/pack.hpp"

#include <gtest/gtest.h>

#include "adapters/web/negotiation.hpp"
#include "adapters/web/small_pack.hpp"

namespace dangol::adapters::web {
namespace {

std::string why_broken(std::string_view bytes) {
    try {
        const Pack pack(bytes);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return {};
}

TEST(Pack, finds_each_file_in_each_of_its_encodings) {
    const auto bytes = packed({{"/assets/order-Ab3_.js", "text/javascript", "identity", "let x;"},
                               {"/assets/order-Ab3_.js", "text/javascript", "br", "\x0b\x02"},
                               {"/sw.js", "text/javascript", "identity", "self;"}});
    const Pack pack(bytes);
    const auto& script = pack.find("/assets/order-Ab3_.js");
    ASSERT_EQ(script.size(), 2U);
    EXPECT_EQ(script[0].bytes, "let x;");
    EXPECT_EQ(script[1].bytes, "\x0b\x02");
    EXPECT_EQ(script[1].encoding, "br");
    EXPECT_EQ(pack.find("/sw.js")[0].bytes, "self;");
    EXPECT_TRUE(pack.find("/nothing").empty());
    EXPECT_EQ(pack.find("/sw.js")[0].bytes.data(), bytes.data() + bytes.size() - 5) << "nothing is copied";
}

TEST(Pack, may_be_missing) {
    const Pack pack{std::string_view{}};
    EXPECT_TRUE(pack.paths().empty());
    EXPECT_TRUE(pack.page_template("order").empty());
}

TEST(Pack, says_what_is_wrong_with_it) {
    EXPECT_NE(why_broken("something else").find("does not begin"), std::string::npos);
    EXPECT_NE(why_broken("dangol-web 1 99\n\n").find("99 bytes"), std::string::npos);
    EXPECT_NE(why_broken("dangol-web 1 x\n\n").find("'x' is not a number"), std::string::npos);
    EXPECT_NE(why_broken(packed({{"/../etc/passwd", "text/plain", "identity", ""}})).find("/../etc/passwd"),
              std::string::npos);
    EXPECT_NE(why_broken(packed({{"/a.js", "text/javascript", "zstd", "x"}})).find("zstd"),
              std::string::npos);
    EXPECT_NE(why_broken(packed({{"/a.js", "text/javascript", "br", "x"}})).find("no identity"),
              std::string::npos);
    auto cut_off = packed({{"/a.js", "text/javascript", "identity", "whole"}});
    cut_off.pop_back();
    EXPECT_NE(why_broken(cut_off).find("beyond its end"), std::string::npos);
}

TEST(Negotiation, takes_the_best_that_the_reader_takes) {
    const std::vector<Representation> all{
        {"t", "identity", "e", "plain"}, {"t", "gzip", "e", "gz"}, {"t", "br", "e", "brotli"}};
    EXPECT_EQ(best_of(all, "gzip, deflate, br, zstd").bytes, "brotli");
    EXPECT_EQ(best_of(all, "gzip").bytes, "gz");
    EXPECT_EQ(best_of(all, "br;q=0, gzip;q=0.5").bytes, "gz");
    EXPECT_EQ(best_of(all, "br; q=0.0, *;q=0").bytes, "plain");
    EXPECT_EQ(best_of(all, "*").bytes, "brotli");
    EXPECT_EQ(best_of(all, "").bytes, "plain");
    EXPECT_EQ(best_of({all[0], all[1]}, "br, gzip").bytes, "gz");
}

TEST(Negotiation, knows_what_the_reader_has) {
    EXPECT_TRUE(has_already(R"("a", W/"b")", "b"));
    EXPECT_TRUE(has_already("*", "b"));
    EXPECT_FALSE(has_already(R"("bb")", "b"));
    EXPECT_FALSE(has_already("b", "b"));
    EXPECT_FALSE(has_already("", "b"));
}

}  // namespace
}  // namespace dangol::adapters::web
