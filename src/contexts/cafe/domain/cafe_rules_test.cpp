#include "contexts/cafe/domain/cafe.hpp"

#include <functional>
#include <limits>

#include <gtest/gtest.h>

namespace dangol::cafe::branch {
namespace {

MenuItem an_item(const std::string& id = "latte") {
    MenuItem item;
    item.id = MenuId{id};
    item.name = {"라떼", "Latte"};
    item.price = {4500, "KRW"};
    item.groups = {{"size",
                    {"크기", "Size"},
                    1,
                    1,
                    {{"s", {"작게", "Small"}, {-500, "KRW"}}, {"l", {"크게", "Large"}, {700, "KRW"}}}}};
    return item;
}

/// The detail of what is wrong after `change`, or "" if nothing is.
std::string wrong_after(const std::function<void(MenuItem&)>& change) {
    auto item = an_item();
    change(item);
    const auto check = check_menu({item}, "KRW");
    if (check) return "";
    EXPECT_EQ(check.error().refusal, Refusal::invalid);
    EXPECT_FALSE(check.error().detail.ko.empty());
    return check.error().detail.en;
}

TEST(MenuRules, accept_a_sane_menu) {
    EXPECT_TRUE(check_menu({an_item("latte"), an_item("mocha")}, "KRW"));
    EXPECT_TRUE(check_menu({}, "KRW"));
}

TEST(MenuRules, want_distinct_ids) {
    EXPECT_FALSE(check_menu({an_item("latte"), an_item("latte")}, "KRW"));
    EXPECT_NE(wrong_after([](MenuItem& item) { item.id.value = "라떼"; }), "");
    EXPECT_NE(wrong_after([](MenuItem& item) { item.id.value = ""; }), "");
    EXPECT_NE(wrong_after([](MenuItem& item) { item.groups[0].options[1].id = "s"; }), "");
    EXPECT_NE(wrong_after([](MenuItem& item) { item.groups.push_back(item.groups[0]); }), "");
    EXPECT_NE(wrong_after([](MenuItem& item) {  // an option's id is unique in the item, not only in its group
                  item.groups.push_back(item.groups[0]);
                  item.groups[1].id = "other";
              }),
              "");
}

TEST(Menu, has_our_own_pictures_or_https_addresses) {
    const auto taken = [](std::string image) {
        auto item = an_item("latte");
        item.image = std::move(image);
        return check_menu({item}, "KRW").has_value();
    };
    for (const auto* image : {"", "/pictures/latte.svg", "/pictures/Iced_Latte-2.SVG",
                              "/pictures/1f2e3d4c5b6a7988.webp", "https://example.com/a.png?w=88&h=88#x"})
        EXPECT_TRUE(taken(image)) << image;
    for (const auto* image :
         {"javascript:alert(1)", "data:image/png;base64,AA", "http://example.com/a.png",
          "//example.com/a.png", "/etc/passwd", "/pictures/", "/pictures/..", "/pictures/../ops",
          "/pictures/a/b", "https://", "HTTPS://example.com/a.png", "https://example.com/a b",
          "https://example.com/\n", "https://example.com/\"", " https://example.com/a.png",
          "https://\xED\x95\x9C.kr/", "https://example.com/\x7F"})
        EXPECT_FALSE(taken(image)) << image;
    for (const char c : std::string_view("\"<>\\^`{|}"))
        EXPECT_FALSE(taken(std::string("https://example.com/") + c)) << c;
    EXPECT_TRUE(taken("https://" + std::string(1992, 'a')));
    EXPECT_FALSE(taken("https://" + std::string(1993, 'a')));
}

TEST(MenuRules, want_names_in_both_languages) {
    EXPECT_NE(wrong_after([](MenuItem& item) { item.name.en = ""; }), "");
    EXPECT_NE(wrong_after([](MenuItem& item) { item.name.en = " \u200b"; }), "") << "nothing to be seen";
    EXPECT_NE(wrong_after([](MenuItem& item) { item.groups[0].name.ko = ""; }), "");
    EXPECT_NE(wrong_after([](MenuItem& item) { item.groups[0].options[0].name.ko = ""; }), "");
}

TEST(MenuRules, want_prices_in_one_currency_that_never_fall_below_zero) {
    EXPECT_NE(wrong_after([](MenuItem& item) { item.price.amount = -1; }), "");
    EXPECT_NE(wrong_after([](MenuItem& item) { item.price.currency = "USD"; }), "");
    EXPECT_NE(wrong_after([](MenuItem& item) { item.groups[0].options[0].price_delta.currency = "USD"; }),
              "");
    EXPECT_NE(wrong_after([](MenuItem& item) { item.price.amount = 499; }), "");
    EXPECT_EQ(wrong_after([](MenuItem& item) { item.price.amount = 500; }), "");
    EXPECT_NE(wrong_after([](MenuItem& item) { item.price.amount = 100'000'001; }), "");
}

TEST(MenuRules, judge_the_cheapest_choice_that_can_be_made) {
    const auto priced = [](std::int64_t price, int min, int max) {
        return wrong_after([=](MenuItem& item) {
            item.price.amount = price;
            item.groups[0].min = min;
            item.groups[0].max = max;
            item.groups[0].options[0].price_delta.amount = -1'600;
            item.groups[0].options[1].price_delta.amount = -1'500;
        });
    };
    EXPECT_EQ(priced(3'000, 0, 1), "") << "one of the two discounts at most";
    EXPECT_NE(priced(3'000, 0, 2), "");
    EXPECT_EQ(priced(3'100, 2, 2), "");
    const auto must_pay_more = wrong_after([](MenuItem& item) {
        item.price.amount = 0;
        item.groups[0].min = item.groups[0].max = 2;  // -500 and 700
    });
    EXPECT_EQ(must_pay_more, "");
}

TEST(MenuRules, count_characters_and_not_bytes) {
    const auto hangul = [](std::size_t count) {
        std::string text;
        for (std::size_t i = 0; i < count; ++i) text += "가";
        return text;
    };
    EXPECT_EQ(wrong_after([&](MenuItem& item) { item.name.ko = hangul(200); }), "");
    EXPECT_NE(wrong_after([&](MenuItem& item) { item.name.ko = hangul(201); }), "");
    EXPECT_EQ(wrong_after([&](MenuItem& item) { item.description.ko = hangul(2000); }), "");
    EXPECT_NE(wrong_after([&](MenuItem& item) { item.description.ko = hangul(2001); }), "");
}

TEST(MenuRules, want_a_choice_that_can_be_made) {
    EXPECT_NE(wrong_after([](MenuItem& item) { item.groups[0].min = -1; }), "");
    EXPECT_NE(wrong_after([](MenuItem& item) { item.groups[0].min = 2; }), "");
    EXPECT_NE(wrong_after([](MenuItem& item) { item.groups[0].max = 3; }), "");
    EXPECT_NE(wrong_after([](MenuItem& item) { item.groups[0].options.clear(); }), "");
}

TEST(MenuRules, bound_units_and_sizes) {
    EXPECT_EQ(wrong_after([](MenuItem& item) { item.units = 0; }), "");
    EXPECT_NE(wrong_after([](MenuItem& item) { item.units = -1; }), "");
    EXPECT_NE(wrong_after([](MenuItem& item) { item.units = 21; }), "");
    std::vector<MenuItem> many;
    for (int i = 0; i < 301; ++i) many.push_back(an_item("item" + std::to_string(i)));
    EXPECT_FALSE(check_menu(many, "KRW"));
    many.pop_back();
    EXPECT_TRUE(check_menu(many, "KRW"));
}

TEST(MenuRules, name_the_item_that_is_wrong) {
    EXPECT_TRUE(wrong_after([](MenuItem& item) {
                    item.groups[0].options[1].name.en = "";
                }).starts_with("latte/size/l: "));
}

TEST(HoursRules, refuse_spans_out_of_range_or_overlapping) {
    EXPECT_TRUE(check_hours({}));
    EXPECT_TRUE(check_hours({{0, 480, 720}, {0, 720, 1320}, {6, 1080, 1800}}));
    EXPECT_FALSE(check_hours({{7, 0, 60}}));
    EXPECT_FALSE(check_hours({{0, -1, 60}}));
    EXPECT_FALSE(check_hours({{0, 60, 60}}));
    EXPECT_FALSE(check_hours({{0, 0, 1801}}));
    EXPECT_FALSE(check_hours({{0, 480, 721}, {0, 720, 1320}}));
    EXPECT_FALSE(check_hours({{0, 1080, 1800}, {1, 359, 600}}));
}

TEST(HoursRules, refuse_a_business_day_that_splits_a_shift) {
    constexpr int five = 300;
    EXPECT_TRUE(check_shifts({}, five));
    EXPECT_TRUE(check_shifts({{0, 300, 720}, {0, 1080, 1740}}, five)) << "it may begin or end there";
    EXPECT_FALSE(check_shifts({{0, 299, 720}}, five));
    EXPECT_FALSE(check_shifts({{0, 1080, 1741}}, five));
    EXPECT_FALSE(check_shifts({{0, 1080, 1560}}, 60));
    EXPECT_TRUE(check_shifts({{0, 240, 300}, {0, 300, 720}}, five)) << "split there, as the refusal says";
    EXPECT_TRUE(check_shifts({{0, 0, 1440}}, five)) << "24 hours hold every time of the day";
    const auto refused = check_shifts({{0, 240, 720}}, five);
    EXPECT_EQ(refused.error().code, "business-day-within-hours");
    EXPECT_NE(refused.error().detail.en.find("05:00"), std::string::npos);
}

TEST(HoursRules, see_sunday_night_overlap_monday_morning) {
    EXPECT_TRUE(check_hours({{6, 1080, 1800}, {0, 360, 600}}));
    EXPECT_FALSE(check_hours({{6, 1080, 1800}, {0, 359, 600}}));
}

CafeProfile a_profile() {
    CafeProfile profile;
    profile.name = {"단골", "Dangol"};
    profile.address = "서울";
    profile.place = {37.5, 127.0};
    return profile;
}
bool is_fine_after(const std::function<void(CafeProfile&)>& change) {
    auto profile = a_profile();
    change(profile);
    return check_profile(profile).has_value();
}

TEST(ProfileRules, name_the_time_zone_that_is_none) {
    auto profile = a_profile();
    for (const char* zone : {"America/New_York", "Asia/Seoul", "UTC"}) {
        profile.time_zone = zone;
        EXPECT_TRUE(check_profile(profile)) << zone;
    }
    for (const char* zone : {"", "KST", "+09:00", "Asia/Gangnam"}) {
        profile.time_zone = zone;
        const auto check = check_profile(profile);
        ASSERT_FALSE(check) << zone;
        EXPECT_NE(check.error().detail.en.find("timeZone"), std::string::npos);
        EXPECT_NE(check.error().detail.ko.find("timeZone"), std::string::npos);
    }
}

TEST(ProfileRules, want_sane_figures) {
    EXPECT_TRUE(is_fine_after([](CafeProfile&) {}));
    EXPECT_FALSE(is_fine_after([](CafeProfile& p) { p.name.ko = ""; }));
    EXPECT_FALSE(is_fine_after([](CafeProfile& p) { p.name.ko = "\u3164"; }));
    EXPECT_FALSE(is_fine_after([](CafeProfile& p) { p.address = " \u3000 "; }));
    EXPECT_FALSE(is_fine_after([](CafeProfile& p) { p.address = ""; }));
    EXPECT_FALSE(is_fine_after([](CafeProfile& p) { p.place.latitude = 91; }));
    EXPECT_FALSE(
        is_fine_after([](CafeProfile& p) { p.place.longitude = std::numeric_limits<double>::quiet_NaN(); }));
    EXPECT_FALSE(is_fine_after([](CafeProfile& p) { p.time_zone = "Mars/Base"; }));
    EXPECT_FALSE(is_fine_after([](CafeProfile& p) { p.business_day_starts = 1440; }));
    EXPECT_FALSE(is_fine_after([](CafeProfile& p) { p.stations = 0; }));
    EXPECT_FALSE(is_fine_after([](CafeProfile& p) { p.seconds_per_unit = 0; }));
    EXPECT_FALSE(is_fine_after([](CafeProfile& p) { p.delivery.fee.amount = -1; }));
    EXPECT_FALSE(is_fine_after([](CafeProfile& p) { p.delivery.fee.currency = "won"; }));
    EXPECT_FALSE(is_fine_after([](CafeProfile& p) { p.delivery.radius_metres = 50'001; }));
}

}  // namespace
}  // namespace dangol::cafe::branch
