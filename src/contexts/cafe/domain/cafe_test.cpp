#include "contexts/cafe/domain/cafe.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/type_name.hpp"

namespace dangol::cafe::branch {
namespace {

using namespace std::chrono_literals;

const Timestamp noon{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 12h};
const CafeId id{"gangnam"};

CafeProfile a_profile() {
    CafeProfile profile;
    profile.name = {"단골 강남점", "Dangol Gangnam"};
    profile.address = "서울 강남구 테헤란로 1";
    profile.place = {37.498, 127.028};
    return profile;
}

std::vector<MenuItem> a_menu() {
    MenuItem latte;
    latte.id = MenuId{"latte"};
    latte.name = {"라떼", "Latte"};
    latte.price = {4500, "KRW"};
    latte.groups = {{"milk",
                     {"우유", "Milk"},
                     0,
                     1,
                     {{"oat", {"오트", "Oat"}, {500, "KRW"}}, {"soy", {"두유", "Soy"}, {300, "KRW"}}}}};
    return {latte};
}

std::string outcome(State& state, const Command& command) {
    const auto events = decide(state, command);
    if (!events) return events.error().code;
    std::string names;
    for (const auto& event : *events) {
        state = evolve(state, event);
        names += std::visit([]<class E>(const E&) { return std::string(type_name<E>()); }, event);
    }
    return names.empty() ? "-" : names;
}

State a_cafe() {
    State state;
    EXPECT_EQ(outcome(state, RegisterCafe{id, a_profile()}), "CafeRegistered");
    EXPECT_EQ(outcome(state, PublishMenu{a_menu()}), "MenuPublished");
    return state;
}
State an_open_cafe() {
    auto state = a_cafe();
    EXPECT_EQ(outcome(state, OpenCafe{noon}), "CafeOpened");
    return state;
}
std::string_view status_at(const State& state, Timestamp at) {
    return status_of(opening_at(std::get<Branch>(state).opening, at));
}
bool sold_out_at(const State& state, std::string_view option, Timestamp at) {
    return is_sold_out(std::get<Branch>(state), MenuId{"latte"}, option, at);
}

TEST(Cafe, is_closed_until_it_opens) {
    auto state = a_cafe();
    EXPECT_EQ(status_at(state, noon), "CLOSED");
    EXPECT_EQ(outcome(state, OpenCafe{noon}), "CafeOpened");
    EXPECT_EQ(outcome(state, OpenCafe{noon}), "-");
    EXPECT_EQ(status_at(state, noon), "OPEN");
    EXPECT_EQ(outcome(state, CloseCafe{}), "CafeClosed");
    EXPECT_EQ(outcome(state, CloseCafe{}), "-");
    EXPECT_EQ(status_at(state, noon), "CLOSED");
}

TEST(Cafe, without_registration_takes_no_command) {
    State state;
    EXPECT_EQ(outcome(state, OpenCafe{noon}), "not-found");
    EXPECT_EQ(outcome(state, PublishMenu{a_menu()}), "not-found");
    EXPECT_EQ(decide(state, CloseCafe{}).error().refusal, Refusal::not_found);
}

TEST(Cafe, cannot_be_registered_twice_with_different_profiles) {
    auto state = a_cafe();
    EXPECT_EQ(outcome(state, RegisterCafe{id, a_profile()}), "-");
    auto other = a_profile();
    other.phone = "02-000-0000";
    EXPECT_EQ(outcome(state, RegisterCafe{id, other}), "cafe-exists");
    EXPECT_EQ(outcome(state, ChangeProfile{other}), "CafeProfileChanged");
    EXPECT_EQ(outcome(state, ChangeProfile{other}), "-");
    EXPECT_EQ(std::get<Branch>(state).profile, other);
}

TEST(Cafe, a_pause_ends_by_itself) {
    auto state = an_open_cafe();
    EXPECT_EQ(outcome(state, PauseCafe{noon, 15, "주문 폭주"}), "CafePaused");
    EXPECT_EQ(status_at(state, noon + 14min), "PAUSED");
    EXPECT_EQ(status_at(state, noon + 15min), "OPEN");
    EXPECT_EQ(outcome(state, OpenCafe{noon + 15min}), "-");
    EXPECT_EQ(outcome(state, OpenCafe{noon + 14min}), "CafeOpened");
    EXPECT_EQ(status_at(state, noon), "OPEN");
}

TEST(Cafe, a_pause_can_be_prolonged_but_not_begun_while_closed) {
    auto state = an_open_cafe();
    outcome(state, PauseCafe{noon, 15, ""});
    EXPECT_EQ(outcome(state, PauseCafe{noon + 10min, 15, ""}), "CafePaused");
    EXPECT_EQ(status_at(state, noon + 24min), "PAUSED");
    EXPECT_EQ(outcome(state, PauseCafe{noon, 0, ""}), "pause-out-of-range");
    EXPECT_EQ(outcome(state, PauseCafe{noon, 1501, ""}), "pause-out-of-range");
    outcome(state, CloseCafe{});
    EXPECT_EQ(outcome(state, PauseCafe{noon, 15, ""}), "cafe-closed");
}

TEST(Cafe, a_pause_may_last_the_longest_business_day) {
    auto state = an_open_cafe();
    const Timestamp begins = parse_time("2026-10-31T09:00:00Z").value();
    const auto day = business_day_at(begins, {"America/New_York", 300});  // the clocks go back in it
    const int minutes = static_cast<int>(std::chrono::floor<std::chrono::minutes>(day.ends - begins).count());
    EXPECT_EQ(outcome(state, PauseCafe{begins, minutes, ""}), "CafePaused");
    EXPECT_EQ(status_at(state, day.ends - 1min), "PAUSED");
    EXPECT_EQ(status_at(state, day.ends), "OPEN");
}

TEST(Cafe, hours_and_business_day_are_changed_so_that_no_shift_is_split) {
    auto state = a_cafe();
    EXPECT_EQ(outcome(state, ChangeHours{{{0, 240, 720}}}), "business-day-within-hours") << "from 04:00";
    EXPECT_EQ(outcome(state, ChangeHours{{{0, 1080, 1560}}}), "HoursChanged");
    auto profile = a_profile();
    profile.business_day_starts = 60;
    EXPECT_EQ(outcome(state, ChangeProfile{profile}), "business-day-within-hours");
    profile.business_day_starts = 180;
    EXPECT_EQ(outcome(state, ChangeProfile{profile}), "CafeProfileChanged");
    EXPECT_EQ(outcome(state, ChangeHours{{{0, 240, 720}}}), "HoursChanged");
}

TEST(Cafe, sold_out_ends_by_itself) {
    auto state = an_open_cafe();
    const MenuId latte{"latte"};
    EXPECT_EQ(outcome(state, SetSoldOut{noon, latte, "oat", true, noon + 1h}), "SoldOutChanged");
    EXPECT_EQ(outcome(state, SetSoldOut{noon, latte, "oat", true, noon + 1h}), "-");
    EXPECT_TRUE(sold_out_at(state, "oat", noon + 59min));
    EXPECT_FALSE(sold_out_at(state, "oat", noon + 1h));
    EXPECT_FALSE(sold_out_at(state, "soy", noon));
    EXPECT_FALSE(sold_out_at(state, "", noon));
    EXPECT_EQ(outcome(state, SetSoldOut{noon + 1h, latte, "oat", false, {}}), "-");
    EXPECT_EQ(outcome(state, SetSoldOut{noon, latte, "oat", false, {}}), "SoldOutChanged");
    EXPECT_FALSE(sold_out_at(state, "oat", noon));
}

TEST(Cafe, sold_out_without_a_time_lasts_until_told_otherwise) {
    auto state = an_open_cafe();
    EXPECT_EQ(outcome(state, SetSoldOut{noon, MenuId{"latte"}, "", true, {}}), "SoldOutChanged");
    EXPECT_TRUE(sold_out_at(state, "", noon + 24h * 365));
    EXPECT_FALSE(sold_out_at(state, "oat", noon));
}

TEST(Cafe, the_time_until_which_something_is_sold_out_can_change) {
    auto state = an_open_cafe();
    const MenuId latte{"latte"};
    outcome(state, SetSoldOut{noon, latte, "", true, noon + 1h});
    EXPECT_EQ(outcome(state, SetSoldOut{noon, latte, "", true, noon + 2h}), "SoldOutChanged");
    EXPECT_TRUE(sold_out_at(state, "", noon + 90min));
}

TEST(Cafe, only_what_is_on_the_menu_can_be_sold_out) {
    auto state = an_open_cafe();
    EXPECT_EQ(outcome(state, SetSoldOut{noon, MenuId{"mocha"}, "", true, {}}), "not-on-menu");
    EXPECT_EQ(outcome(state, SetSoldOut{noon, MenuId{"latte"}, "almond", true, {}}), "not-on-menu");
    EXPECT_EQ(outcome(state, SetSoldOut{noon, MenuId{"latte"}, "", true, noon}), "until-not-ahead");
}

TEST(Cafe, a_new_menu_keeps_what_is_sold_out_if_it_is_still_on_it) {
    auto state = an_open_cafe();
    outcome(state, SetSoldOut{noon, MenuId{"latte"}, "oat", true, {}});
    outcome(state, SetSoldOut{noon, MenuId{"latte"}, "soy", true, {}});
    auto menu = a_menu();
    menu[0].groups[0].options.pop_back();  // no soy any more
    EXPECT_EQ(outcome(state, PublishMenu{menu}), "MenuPublished");
    EXPECT_TRUE(sold_out_at(state, "oat", noon));
    EXPECT_FALSE(sold_out_at(state, "soy", noon));
    EXPECT_EQ(outcome(state, PublishMenu{menu}), "-");
}

TEST(Cafe, has_one_currency) {
    auto state = a_cafe();
    auto menu = a_menu();
    menu[0].price.currency = "USD";
    EXPECT_EQ(outcome(state, PublishMenu{menu}), "invalid-menu");
    auto profile = a_profile();
    profile.delivery.fee.currency = "USD";
    EXPECT_EQ(outcome(state, ChangeProfile{profile}), "currency-mismatch");
}

}  // namespace
}  // namespace dangol::cafe::branch
