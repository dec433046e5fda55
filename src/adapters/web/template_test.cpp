// Templates: what each kind of part becomes.
#include "adapters/web/template.hpp"

#include <gtest/gtest.h>

namespace dangol::adapters::web {
namespace {

constexpr std::string_view data = R"({
    "name": "<b>을지로</b> & \"점\"", "amount": 1234500, "none": 0, "empty": "", "no": false, "gone": null,
    "cafe": {"id": "a", "state": "OPEN", "text": {"ko": "가", "en": "A"}},
    "queues": {"a": {"low": 3, "high": 3}},
    "items": [{"n": "x", "kind": 1}, {"n": "y", "kind": 2}, {"n": "z", "kind": 1}]})";

std::string filled(std::string_view parts) { return Template(parts).filled(data); }

std::string answer(std::string_view condition) {
    return filled(std::string(R"([{"if":)") + std::string(condition) + R"(,"yes":["yes"],"no":["no"]}])");
}

TEST(Template, escapes_values_and_nothing_else) {
    EXPECT_EQ(filled(R"(["<p title=\"", {"value": "name"}, "\">", {"value": "cafe.text.ko"}, "</p>"])"),
              "<p title=\"&lt;b&gt;을지로&lt;/b&gt; &amp; &quot;점&quot;\">가</p>");
    EXPECT_EQ(filled(R"(["[", {"value": "nobody.knows"}, "]"])"), "[]");
}

TEST(Template, groups_digits_where_that_is_asked_for) {
    EXPECT_EQ(filled(R"([{"value": "amount"}, " ", {"value": "amount", "as": "grouped"}])"),
              "1234500 1,234,500");
    EXPECT_EQ(Template(R"([{"value": "n", "as": "grouped"}])").filled(R"({"n": -900})"), "-900");
    EXPECT_EQ(Template(R"([{"value": "n", "as": "grouped"}])").filled(R"({"n": -1000})"), "-1,000");
}

TEST(Template, asks_the_data) {
    EXPECT_EQ(answer(R"({"of": "name"})"), "yes");
    for (const auto* nothing :
         {"none", "empty", "no", "gone", "missing", "missing.too", "queues[name]", "queues[missing]"}) {
        EXPECT_EQ(answer(R"({"of": ")" + std::string(nothing) + "\"}"), "no") << nothing;
    }
    EXPECT_EQ(answer(R"({"of": "queues[cafe.id]"})"), "yes");
    EXPECT_EQ(answer(R"({"of": "cafe.state", "is": "OPEN"})"), "yes");
    EXPECT_EQ(answer(R"({"of": "cafe.state", "is": "CLOSED"})"), "no");
    EXPECT_EQ(answer(R"({"of": "none", "is": 0})"), "yes");
    EXPECT_EQ(answer(R"({"of": "queues[cafe.id].low", "least": 3})"), "yes");
    EXPECT_EQ(answer(R"({"of": "queues[cafe.id].low", "least": 4})"), "no");
    EXPECT_EQ(answer(R"({"of": "missing", "least": 0})"), "no");
    EXPECT_EQ(answer(R"({"of": "queues[cafe.id].low", "same": "queues[cafe.id].high"})"), "yes");
    EXPECT_EQ(answer(R"({"of": "amount", "same": "none"})"), "no");
    EXPECT_EQ(answer(R"({"of": "items.#count", "is": 3})"), "yes");
    EXPECT_EQ(answer(R"({"of": "missing.#count"})"), "no");
}

TEST(Template, repeats_its_body_for_each_of_a_list) {
    EXPECT_EQ(
        filled(R"([{"each": "items", "as": "one", "body": [{"value": "one.#number"}, {"value": "one.n"}]}])"),
        "1x2y3z");
    EXPECT_EQ(filled(R"([{"each": "missing", "as": "one", "body": ["never"]}])"), "");
}

TEST(Template, repeats_its_body_for_each_group) {
    EXPECT_EQ(
        filled(R"([{"each": "items", "as": "kind", "by": "kind.kind", "body": [{"value": "kind.#number"}, "[",
                          {"each": "kind.#items", "as": "one", "body": [{"value": "one.#number"}, {"value": "one.n"},
                           {"value": "kind.kind"}]}, "]"]}])"),
        "1[1x12z1]2[1y2]");
}

TEST(Template, carries_its_data_where_no_script_can_end) {
    EXPECT_EQ(Template(R"(["<script>", {"data": true}, "</script>"])").filled(R"({"n":"</script>"})"),
              R"(<script>{"n":"\u003c/script>"}</script>)");
}

TEST(Template, takes_nobodys_words_for_its_own) {
    EXPECT_EQ(Template(R"([{"value": "n"}])").filled(R"({"n":"[{\"data\": true}]"})"),
              "[{&quot;data&quot;: true}]");
}

TEST(Template, says_what_is_wrong) {
    EXPECT_THROW(Template("<!doctype html>"), std::runtime_error);
    EXPECT_THROW(Template("{}"), std::runtime_error);
}

}  // namespace
}  // namespace dangol::adapters::web
