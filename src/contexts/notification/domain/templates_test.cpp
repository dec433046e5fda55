#include "contexts/notification/domain/templates.hpp"

#include <set>

#include <gtest/gtest.h>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

namespace dangol::notification {
namespace {

const Words a_pickup{{"단골 강남점", "Dangol Gangnam"}, "A-12", false, 2, ""};

TEST(Templates, every_step_has_a_sentence_in_both_languages) {
    std::set<std::string> seen;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Template>>([&](auto enumerator) {
        const auto text = text_of(enumerator.value, a_pickup);
        EXPECT_GT(text.ko.size(), std::string("[단골 강남점] ").size()) << enumerator.name;
        EXPECT_GT(text.en.size(), std::string("[Dangol Gangnam] ").size()) << enumerator.name;
        EXPECT_TRUE(seen.insert(text.en).second) << enumerator.name << " says what another one says";
    });
}

TEST(Templates, korean_sentences_speak_in_one_voice) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Template>>([](auto enumerator) {
        const auto text = text_of(enumerator.value, a_pickup).ko;
        EXPECT_EQ(text.find("니다"), std::string::npos) << text;
        EXPECT_EQ(text.find("손님"), std::string::npos) << text;
    });
}

TEST(Templates, names_the_cafe_and_the_call_number) {
    EXPECT_EQ(text_of(Template::ready, a_pickup).ko,
              "[단골 강남점] 음료가 준비됐어요! 매장에서 호출 번호 A-12번으로 찾아가 주세요.");
}

TEST(Templates, says_the_minutes_only_if_the_cafe_promised_some) {
    auto promised = a_pickup;
    promised.detail = "15";
    EXPECT_NE(text_of(Template::accepted, promised).ko.find("약 15분 뒤"), std::string::npos);
    EXPECT_EQ(text_of(Template::accepted, a_pickup).ko.find("약"), std::string::npos);
}

TEST(Templates, tells_an_absent_customer_to_call_and_the_one_who_is_failed_of_the_refund) {
    auto words = a_pickup;
    EXPECT_NE(text_of(Template::undelivered, words).ko.find("매장에 연락"), std::string::npos);
    EXPECT_EQ(text_of(Template::undelivered, words).en.find("refund"), std::string::npos);
    words.detail = by_house;
    EXPECT_NE(text_of(Template::undelivered, words).en.find("full refund"), std::string::npos);
}

TEST(Templates, of_a_failed_delivery_say_whether_the_drinks_come_back) {
    auto words = a_pickup;
    EXPECT_TRUE(text_of(Template::cafe_undelivered, words).en.contains("Nothing comes back"));
    EXPECT_TRUE(text_of(Template::rider_failed, words).en.contains("nothing to bring back"));
    words.detail = returning;
    EXPECT_TRUE(text_of(Template::cafe_undelivered, words).en.contains("The rider brings the drinks back"));
    EXPECT_TRUE(text_of(Template::rider_failed, words).en.contains("bring the drinks back to the café"));
}

}  // namespace
}  // namespace dangol::notification
