// Validation of profiles, menus and opening hours.
#include "contexts/cafe/domain/cafe.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "core/geo.hpp"
#include "core/ids.hpp"
#include "core/visible.hpp"

namespace dangol::cafe::branch {
namespace {

constexpr int minutes_a_day = 24 * 60;
constexpr int minutes_a_week = 7 * minutes_a_day;
constexpr int closes_max = 1800;
constexpr std::size_t spans_max = 28;
constexpr std::size_t items_max = 300;
constexpr std::size_t groups_max = 20;
constexpr std::size_t options_max = 50;
constexpr std::size_t name_max = 200;
constexpr std::size_t text_max = 2000;
constexpr int units_max = 20;
constexpr std::int64_t amount_max = 100'000'000;

std::unexpected<Rejection> invalid(std::string code, Text detail) {
    return refuse(Refusal::invalid, std::move(code), std::move(detail));
}

bool is_name(const Text& name) {
    const auto fits = [](const std::string& text) {
        return !visible_part(text).empty() && characters(text) <= name_max;
    };
    return fits(name.ko) && fits(name.en);
}
bool is_short(const Text& text) { return characters(text.ko) <= text_max && characters(text.en) <= text_max; }
bool is_amount(const Money& money) { return money.amount >= -amount_max && money.amount <= amount_max; }
bool is_currency(std::string_view code) {
    return code.size() == 3 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// One of our pictures, or an https address; nothing that a browser would run, and no character that an
/// address has no place for.
bool is_picture(std::string_view image) {
    constexpr std::string_view ours = "/pictures/";
    constexpr std::string_view elsewhere = "https://";
    const auto has = [](std::string_view some, char c) { return some.find(c) != std::string_view::npos; };
    if (image.starts_with(ours)) {
        const auto name = image.substr(ours.size());
        return !name.empty() && name.front() != '.' && std::ranges::all_of(name, [&](char c) {
            return has("-._", c) || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                   (c >= 'a' && c <= 'z');
        });
    }
    return image.starts_with(elsewhere) && image != elsewhere &&
           std::ranges::all_of(image, [&](char c) { return c > ' ' && c <= '~' && !has("\"<>\\^`{|}", c); });
}

// ── Menu ───────────────────────────────────────────────────────────────────────────────────────────

/// All errors in a menu have one problem code; `where` names the item or option.
std::unexpected<Rejection> wrong(const std::string& where, const std::string& ko, const std::string& en) {
    return invalid("invalid-menu", {where + ": " + ko, where + ": " + en});
}

Result<void> check_group(const std::string& where, const OptionGroup& group, const std::string& currency,
                         std::set<std::string>& option_ids) {
    if (!is_name(group.name)) {
        return wrong(where, "옵션 그룹의 한국어와 영어 이름을 모두 적어 주세요 (200자까지).",
                     "Give the group a name in Korean and in English, at most 200 characters each.");
    }
    if (group.options.empty() || group.options.size() > options_max) {
        return wrong(where, "옵션은 한 그룹에 1개에서 50개까지 둘 수 있어요.",
                     "A group has 1 to 50 options.");
    }
    if (group.min < 0 || group.min > group.max || group.max > static_cast<int>(group.options.size())) {
        return wrong(where, "0 ≤ min ≤ max ≤ 옵션 수가 되도록 고쳐 주세요.",
                     "Make it so that 0 ≤ min ≤ max ≤ number of options.");
    }
    for (const auto& option : group.options) {
        const auto here = where + "/" + option.id;
        if (!is_id(option.id) || !option_ids.insert(option.id).second) {
            return wrong(
                here, "옵션 id는 영문, 숫자, '-', '_'로 64자까지, 한 메뉴 안에서 서로 다르게 적어 주세요.",
                "Use distinct option ids within an item, of at most 64 letters, digits, '-' and '_'.");
        }
        if (!is_name(option.name)) {
            return wrong(here, "옵션의 한국어와 영어 이름을 모두 적어 주세요 (200자까지).",
                         "Give the option a name in Korean and in English, at most 200 characters each.");
        }
        if (option.price_delta.currency != currency || !is_amount(option.price_delta)) {
            return wrong(here, "옵션 가격은 매장의 통화(" + currency + ")로, 1억 이하로 적어 주세요.",
                         "Price the option in the café's currency (" + currency + "), at most 100,000,000.");
        }
    }
    return {};
}

/// What the group adds at least: of the choices that its min and max allow, the cheapest.
std::int64_t cheapest_choice(const OptionGroup& group) {
    std::vector<std::int64_t> deltas;
    for (const auto& option : group.options) deltas.push_back(option.price_delta.amount);
    std::ranges::sort(deltas);
    std::int64_t sum = 0;
    for (int taken = 0; taken < group.max; ++taken) {
        const auto delta = deltas[static_cast<std::size_t>(taken)];
        if (taken >= group.min && delta >= 0) break;
        sum += delta;
    }
    return sum;
}

Result<void> check_item(const MenuItem& item, const std::string& currency) {
    const auto& where = item.id.value;
    if (!is_name(item.name)) {
        return wrong(where, "메뉴의 한국어와 영어 이름을 모두 적어 주세요 (200자까지).",
                     "Give the item a name in Korean and in English, at most 200 characters each.");
    }
    if (!is_short(item.description) || !is_short(item.category) || characters(item.image) > text_max) {
        return wrong(where, "설명, 분류, 사진 주소는 각각 2000자까지 쓸 수 있어요.",
                     "Description, category and image have at most 2000 characters each.");
    }
    if (!item.image.empty() && !is_picture(item.image)) {
        return wrong(where, "사진은 올린 사진(/pictures/…)이나 https 주소여야 해요.",
                     "The image must be an uploaded picture (/pictures/…) or an https address.");
    }
    if (item.price.currency != currency || !is_amount(item.price) || item.price.amount < 0) {
        return wrong(where, "가격은 매장의 통화(" + currency + ")로, 0 이상 1억 이하로 적어 주세요.",
                     "Price the item in the café's currency (" + currency + "), from 0 to 100,000,000.");
    }
    if (item.units < 0 || item.units > units_max) {
        return wrong(where, "units는 0에서 20까지예요.", "units go from 0 to 20.");
    }
    if (item.groups.size() > groups_max) {
        return wrong(where, "옵션 그룹은 20개까지 둘 수 있어요.", "An item has at most 20 option groups.");
    }
    std::set<std::string> group_ids;
    std::set<std::string> option_ids;
    std::int64_t cheapest = item.price.amount;
    for (const auto& group : item.groups) {
        const auto here = where + "/" + group.id;
        if (!is_id(group.id) || !group_ids.insert(group.id).second) {
            return wrong(here, "옵션 그룹 id는 영문, 숫자, '-', '_'로 64자까지, 서로 다르게 적어 주세요.",
                         "Use distinct group ids of at most 64 letters, digits, '-' and '_'.");
        }
        if (auto check = check_group(here, group, currency, option_ids); !check) return check;
        cheapest += cheapest_choice(group);
    }
    if (cheapest < 0) {
        return wrong(
            where, "가장 싼 옵션을 고르면 가격이 0보다 작아져요. 할인을 줄여 주세요.",
            "With its cheapest options the item would cost less than nothing. Make the discounts smaller.");
    }
    return {};
}

}  // namespace

Result<void> check_menu(const std::vector<MenuItem>& items, const std::string& currency) {
    if (items.size() > items_max) {
        return wrong("items", "메뉴는 300개까지 올릴 수 있어요.", "A menu has at most 300 items.");
    }
    std::set<MenuId> ids;
    for (const auto& item : items) {
        if (!is_id(item.id.value) || !ids.insert(item.id).second) {
            return wrong(item.id.value, "메뉴 id는 영문, 숫자, '-', '_'로 64자까지, 서로 다르게 적어 주세요.",
                         "Use distinct item ids of at most 64 letters, digits, '-' and '_'.");
        }
        if (auto check = check_item(item, currency); !check) return check;
    }
    return {};
}

Result<void> check_hours(const std::vector<OpeningHours>& hours) {
    if (hours.size() > spans_max) {
        return invalid("invalid-hours", {"영업 시간은 한 주에 28구간까지 둘 수 있어요.",
                                         "A week has at most 28 spans of opening hours."});
    }
    std::vector<std::pair<int, int>> spans;  // in minutes of the week
    for (const auto& span : hours) {
        const bool sane = span.weekday >= 0 && span.weekday <= 6 && span.opens >= 0 &&
                          span.opens < minutes_a_day && span.closes > span.opens && span.closes <= closes_max;
        if (!sane) {
            return invalid(
                "invalid-hours",
                {"weekday는 0(월)에서 6(일), opens는 0에서 1439, closes는 opens보다 크고 1800 이하여야 "
                 "해요.",
                 "weekday goes from 0 (Monday) to 6, opens from 0 to 1439, closes from opens + 1 to 1800."});
        }
        const int day = span.weekday * minutes_a_day;
        spans.emplace_back(day + span.opens, day + span.closes);
    }
    std::ranges::sort(spans);
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const bool last = i + 1 == spans.size();
        const int next = last ? spans.front().first + minutes_a_week : spans[i + 1].first;
        if (spans[i].second > next) {
            return invalid("invalid-hours", {"영업 시간이 서로 겹쳐요. 겹치지 않게 고쳐 주세요.",
                                             "Opening hours overlap. Change them so that they do not."});
        }
    }
    return {};
}

Result<void> check_shifts(const std::vector<OpeningHours>& hours, int business_day_starts) {
    const bool split = std::ranges::any_of(hours, [&](const OpeningHours& span) {
        const auto holds = [&](int minute) { return span.opens < minute && minute < span.closes; };
        return span.closes - span.opens < minutes_a_day &&
               (holds(business_day_starts) || holds(business_day_starts + minutes_a_day));
    });
    if (!split) return {};
    const auto time = clock_words(business_day_starts);
    return refuse(Refusal::unprocessable, "business-day-within-hours",
                  {"영업일이 " + time +
                       "에 바뀌는데, 그 시각이 영업 시간 안에 있어요. 영업일이 바뀌는 시각을 "
                       "문 닫은 뒤로 옮기거나, 영업 시간을 " +
                       time + "에서 둘로 나눠 주세요.",
                   "The business day changes at " + time +
                       ", within the opening hours. Move "
                       "businessDayStarts to a time when the café is closed, or split the hours at " +
                       time + "."});
}

Result<void> check_profile(const CafeProfile& profile) {
    if (!is_name(profile.name) || visible_part(profile.address).empty() ||
        characters(profile.address) > name_max || characters(profile.phone) > name_max) {
        return invalid("invalid-profile",
                       {"매장의 한국어와 영어 이름, 주소를 적어 주세요 (각각 200자까지).",
                        "Give the café a name in Korean and in English and an address, at most "
                        "200 characters each."});
    }
    if (!is_place(profile.place)) {
        return invalid("invalid-profile", {"위도는 -90에서 90, 경도는 -180에서 180 사이여야 해요.",
                                           "Latitude goes from -90 to 90, longitude from -180 to 180."});
    }
    if (!is_time_zone(profile.time_zone)) {
        return invalid("invalid-profile",
                       {"timeZone에는 Asia/Seoul, America/New_York 같은 IANA 시간대 이름을 적어 주세요.",
                        "timeZone must be the IANA name of a time zone, such as Asia/Seoul or "
                        "America/New_York."});
    }
    const bool day = profile.business_day_starts >= 0 && profile.business_day_starts < minutes_a_day;
    const bool bar = profile.seconds_per_unit >= 1 && profile.seconds_per_unit <= 3600 &&
                     profile.stations >= 1 && profile.stations <= 100;
    if (!day || !bar) {
        return invalid(
            "invalid-profile",
            {"businessDayStarts는 0에서 1439, secondsPerUnit은 1에서 3600, stations는 1에서 100까지예요.",
             "businessDayStarts goes from 0 to 1439, secondsPerUnit from 1 to 3600, stations from 1 to "
             "100."});
    }
    const auto& delivery = profile.delivery;
    const bool fee =
        is_currency(delivery.fee.currency) && delivery.fee.amount >= 0 && is_amount(delivery.fee);
    if (!fee || !(delivery.radius_metres >= 0 && delivery.radius_metres <= 50'000)) {
        return invalid(
            "invalid-profile",
            {"배달비는 세 글자 통화 코드로 0 이상, 배달 반경은 0에서 50000미터까지예요.",
             "The delivery fee is at least 0 in a three-letter currency, the radius 0 to 50000 metres."});
    }
    return {};
}

}  // namespace dangol::cafe::branch
