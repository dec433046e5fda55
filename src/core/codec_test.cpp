#include "core/codec.hpp"

#include <array>

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
    bool operator==(const Line&) const = default;
};
BOOST_DESCRIBE_STRUCT(Line, (), (menu_id, quantity, size))

struct Basket {
    CafeId cafe_id;
    std::vector<Line> lines;
    Timestamp ordered_at{};
};
BOOST_DESCRIBE_STRUCT(Basket, (), (cafe_id, lines, ordered_at))

struct Order {
    static constexpr std::array may_be_missing{"ready_at", "note"};
    Basket basket;
    std::string note = "none";
    Timestamp ready_at{};
};
BOOST_DESCRIBE_STRUCT(Order, (), (basket, note, ready_at))

struct TakeAwayOrder : Order {
    int bags = 1;
};
BOOST_DESCRIBE_STRUCT(TakeAwayOrder, (Order), (bags))

struct Cash {
    int amount = 0;
};
BOOST_DESCRIBE_STRUCT(Cash, (), (amount))
struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

struct News {
    static constexpr bool leaves_out_defaults = true;
    std::string note;
    std::vector<Line> lines;
    int count = 1;
    bool sure = true;
    double level = 0.5;
    bool operator==(const News&) const = default;
};
BOOST_DESCRIBE_STRUCT(News, (), (note, lines, count, sure, level))
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

TEST(Codec, a_number_beyond_every_double_is_refused) {
    EXPECT_TRUE(from_json<double>("1e308"));
    for (const auto* number : {"1e309", "-1e309", "18E5675"}) {
        const auto read = from_json<double>(number);
        ASSERT_FALSE(read) << number;
        EXPECT_EQ(read.error().message, "is not valid JSON: a number is malformed or out of range");
    }
}

TEST(Codec, a_fraction_stays_what_it_is_however_often_it_is_written) {
    for (const auto* number : {"37.5675", "126.9825", "-0.1", "1e-07", "3.711111111111111e+71",
                               "1.2345678901234568e+20", "-1.2345678901234567e+19", "0"}) {
        const auto read = from_json<double>(number);
        ASSERT_TRUE(read) << number;
        EXPECT_EQ(to_json(*read), number);
    }
    EXPECT_EQ(to_json(*from_json<double>("-0.0")), "0");
}

TEST(Codec, a_request_names_each_member_once) {
    const std::string twice = R"({"menuId":"m1","quantity":2,"quantity":3})";
    const auto refused = from_json<Line>(twice, Reading::strict);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().path, "quantity");
    EXPECT_EQ(refused.error().message, "is there twice");
    EXPECT_TRUE(from_json<Line>(twice)) << "of what was stored, one of them";
}

TEST(Codec, members_may_come_in_any_order) {
    const auto basket = from_json<Basket>(
        R"({"orderedAt":"1970-01-01T00:00:00.000Z","lines":[{"quantity":2,"menuId":"m1"}],"cafeId":"c1"})",
        Reading::strict);
    ASSERT_TRUE(basket.has_value());
    EXPECT_EQ(basket->cafe_id.value, "c1");
    EXPECT_EQ(basket->lines.at(0).quantity, 2);
}

TEST(Codec, unknown_members_are_ignored_or_refused_as_asked) {
    EXPECT_TRUE(from_json<Cash>(R"({"amount":1,"paid":true})"));
    const auto strict = from_json<Cash>(R"({"amount":1,"paid":true})", Reading::strict);
    ASSERT_FALSE(strict.has_value());
    EXPECT_EQ(strict.error().path, "paid");
}

TEST(Codec, null_is_no_value_where_a_request_leaves_members_out) {
    const auto strict = from_json<Cash>(R"({"amount":null})", Reading::strict);
    ASSERT_FALSE(strict.has_value());
    EXPECT_EQ(strict.error().path, "amount");
    EXPECT_EQ(strict.error().message, "must not be null; leave it out");
}

TEST(Codec, what_was_stored_may_lack_members) {
    const auto old = from_json<Order>(R"({"basket":{"lines":[{}]}})");
    ASSERT_TRUE(old.has_value());
    EXPECT_EQ(old->note, "none");
    EXPECT_EQ(old->basket.lines.at(0).quantity, 1);
}

/// Where something is missing, or "".
template <class T>
std::string missing_in(std::string_view request) {
    const auto read = from_json<T>(request, Reading::strict);
    if (read) return "";
    EXPECT_EQ(read.error().message, "is missing");
    return read.error().path;
}

TEST(Codec, a_request_lacks_only_what_is_optional_or_named_as_such) {
    constexpr auto basket =
        R"({"cafeId":"c1","lines":[{"menuId":"m1","quantity":2}],"orderedAt":"1970-01-01T00:00:00Z"})";
    const auto order = R"({"basket":)" + std::string(basket) + "}";
    EXPECT_EQ(missing_in<Basket>(basket), "");
    EXPECT_EQ(missing_in<Order>(order), "");
    EXPECT_EQ(from_json<Order>(order, Reading::strict)->note, "none") << "it keeps its default";
    EXPECT_EQ(missing_in<Order>("{}"), "basket");
    EXPECT_EQ(missing_in<Basket>(R"({"cafeId":"c1","lines":[]})"), "orderedAt");
    EXPECT_EQ(missing_in<Order>(
                  R"({"basket":{"cafeId":"c1","lines":[{"menuId":"m1","quantity":2},{"menuId":"m2"}]}})"),
              "basket.lines[1].quantity");
    EXPECT_EQ(missing_in<Payment>(R"({"kind":"Cash"})"), "amount");
}

TEST(Codec, what_is_named_in_a_base_may_be_missing_in_what_has_it) {
    constexpr auto empty = R"({"cafeId":"c1","lines":[],"orderedAt":"1970-01-01T00:00:00Z"})";
    EXPECT_EQ(missing_in<TakeAwayOrder>(R"({"bags":2,"basket":)" + std::string(empty) + "}"), "");
    EXPECT_EQ(missing_in<TakeAwayOrder>(R"({"basket":)" + std::string(empty) + "}"), "bags");
}

TEST(Codec, variants_carry_their_kind) {
    EXPECT_EQ(to_json(Payment{Cash{5}}), R"({"kind":"Cash","amount":5})");
    EXPECT_EQ(to_json(Payment{Nothing{}}), R"({"kind":"Nothing"})");
    EXPECT_EQ(std::get<Cash>(*from_json<Payment>(R"({"kind":"Cash","amount":5})", Reading::strict)).amount,
              5);
    EXPECT_FALSE(from_json<Payment>(R"({"kind":"Card"})"));
}

TEST(Codec, deep_and_broken_json_is_refused) {
    EXPECT_FALSE(parse(std::string(1000, '[') + std::string(1000, ']')));
    EXPECT_FALSE(parse("{\"a\":}"));
    EXPECT_FALSE(parse(""));
    EXPECT_FALSE(parse("\"\xff\""));
}

TEST(Codec, what_must_be_escaped_is_found_wherever_it_stands) {
    for (const char special : {'"', '\\', '\n', '\x01', '\x1f'}) {
        for (std::size_t length = 1; length <= 24; ++length) {
            for (std::size_t at = 0; at < length; ++at) {
                std::string text(length, at % 2 == 0 ? 'a' : ' ');
                text[at] = special;
                const auto back = from_json<std::string>(to_json(text));
                ASSERT_TRUE(back.has_value()) << back.error().message << " at " << at << " of " << length;
                EXPECT_EQ(*back, text);
            }
        }
    }
    EXPECT_EQ(to_json(std::string("단골 카페에서 마시는 아메리카노")),
              R"("단골 카페에서 마시는 아메리카노")");
}

TEST(Codec, a_struct_may_leave_out_what_is_as_it_was_made) {
    EXPECT_EQ(to_json(News{}), "{}");
    News news;
    news.count = 7;
    EXPECT_EQ(to_json(news), R"({"count":7})");
    news = {.note = "n", .lines = {Line{}}, .count = 0, .sure = false, .level = 2.5};
    const auto again = from_json<News>(to_json(news));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, news);
    EXPECT_EQ(from_json<News>("{}"), News{});
    EXPECT_EQ(from_json<News>(R"({"count":7})", Reading::strict)->count, 7);
}

TEST(Codec, members_in_any_order_are_read_and_of_two_the_first_counts) {
    const auto line =
        from_json<Line>(R"({"size":"large","unknown":[{}],"quantity":2,"menuId":"m","quantity":3})");
    ASSERT_TRUE(line.has_value());
    EXPECT_EQ(to_json(*line), R"({"menuId":"m","quantity":2,"size":"large"})");
}

}  // namespace
}  // namespace dangol::codec
