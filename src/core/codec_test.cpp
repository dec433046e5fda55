#include "core/codec.hpp"

#include <gtest/gtest.h>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace dangol::codec {
namespace {

enum class Size { regular, large };
BOOST_DESCRIBE_ENUM(Size, regular, large)

struct Line {
    std::string menu_id;
    int quantity = 1;
    std::optional<Size> size;
};
BOOST_DESCRIBE_STRUCT(Line, (), (menu_id, quantity, size))

struct Basket {
    CafeId cafe_id;
    std::vector<Line> lines;
    Timestamp ordered_at{};
};
BOOST_DESCRIBE_STRUCT(Basket, (), (cafe_id, lines, ordered_at))

struct Cash {
    int amount = 0;
};
BOOST_DESCRIBE_STRUCT(Cash, (), (amount))
struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())
using Payment = std::variant<Nothing, Cash>;

TEST(Codec, a_struct_survives_the_round_trip_in_camel_case) {
    const Basket basket{
        .cafe_id = {"c1"}, .lines = {{"m\"1\n", 2, Size::large}, {"m2", 1, {}}}, .ordered_at = {}};
    const auto json = to_json(basket);
    EXPECT_EQ(json, R"({"cafeId":"c1","lines":[{"menuId":"m\"1\n","quantity":2,"size":"large"},)"
                    R"({"menuId":"m2","quantity":1}],"orderedAt":"1970-01-01T00:00:00.000Z"})");
    const auto back = from_json<Basket>(json);
    ASSERT_TRUE(back.has_value()) << back.error().path << back.error().message;
    EXPECT_EQ(to_json(*back), json);
}

TEST(Codec, an_error_names_the_path) {
    const auto back = from_json<Basket>(R"({"lines":[{"quantity":1},{"quantity":1.5}]})");
    ASSERT_FALSE(back.has_value());
    EXPECT_EQ(back.error().path, "lines[1].quantity");
    EXPECT_EQ(back.error().message, "must be an integer");
}

TEST(Codec, integers_are_exact_and_in_range) {
    EXPECT_FALSE(from_json<Cash>(R"({"amount":4294967296})"));
    EXPECT_FALSE(from_json<Cash>(R"({"amount":"4"})"));
    EXPECT_FALSE(from_json<Cash>(R"({"amount":1e300})"));
    EXPECT_FALSE(from_json<Cash>(R"({"amount":1e10})"));
    EXPECT_FALSE(from_json<Cash>(R"({"amount":22.5})"));
    EXPECT_EQ(from_json<Cash>(R"({"amount":-7})")->amount, -7);
    EXPECT_EQ(from_json<Cash>(R"({"amount":22.0})")->amount, 22) << "JSON Schema calls it an integer";
}

TEST(Codec, members_may_come_in_any_order) {
    const auto basket = from_json<Basket>(
        R"({"orderedAt":"1970-01-01T00:00:00.000Z","lines":[{"quantity":2,"menuId":"m1"}],"cafeId":"c1"})",
        Unknown::refuse);
    ASSERT_TRUE(basket.has_value());
    EXPECT_EQ(basket->cafe_id.value, "c1");
    EXPECT_EQ(basket->lines.at(0).quantity, 2);
}

TEST(Codec, unknown_members_are_ignored_or_refused_as_asked) {
    EXPECT_TRUE(from_json<Cash>(R"({"amount":1,"paid":true})"));
    const auto strict = from_json<Cash>(R"({"amount":1,"paid":true})", Unknown::refuse);
    ASSERT_FALSE(strict.has_value());
    EXPECT_EQ(strict.error().path, "paid");
}

TEST(Codec, null_is_no_value_where_a_request_leaves_members_out) {
    const auto strict = from_json<Cash>(R"({"amount":null})", Unknown::refuse);
    ASSERT_FALSE(strict.has_value());
    EXPECT_EQ(strict.error().path, "amount");
    EXPECT_EQ(strict.error().message, "must not be null; leave it out");
}

TEST(Codec, variants_carry_their_kind) {
    EXPECT_EQ(to_json(Payment{Cash{5}}), R"({"kind":"Cash","amount":5})");
    EXPECT_EQ(to_json(Payment{Nothing{}}), R"({"kind":"Nothing"})");
    EXPECT_EQ(std::get<Cash>(*from_json<Payment>(R"({"kind":"Cash","amount":5})", Unknown::refuse)).amount,
              5);
    EXPECT_FALSE(from_json<Payment>(R"({"kind":"Card"})"));
}

TEST(Codec, deep_and_broken_json_is_refused) {
    EXPECT_FALSE(parse(std::string(1000, '[') + std::string(1000, ']')));
    EXPECT_FALSE(parse("{\"a\":}"));
    EXPECT_FALSE(parse(""));
    EXPECT_FALSE(parse("\"\xff\""));
}

}  // namespace
}  // namespace dangol::codec
