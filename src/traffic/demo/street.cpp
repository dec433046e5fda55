// The street that `serve --demo` opens: cafés, menus, and the keys of those who work there.
#include "traffic/demo/street.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

#include <fmt/format.h>
#include <boost/describe/class.hpp>

#include "contexts/cafe/api.hpp"
#include "core/codec.hpp"
#include "traffic/assets.hpp"
#include "traffic/client/key_ring.hpp"

namespace dangol::traffic::demo {

// cafes.json: option groups are written once and named by the items that have them

struct OptionCard {
    static constexpr std::array may_be_missing{"won"};
    std::string id;
    Text name;
    std::int64_t won = 0;
};
BOOST_DESCRIBE_STRUCT(OptionCard, (), (id, name, won))

struct GroupCard {
    std::string id;
    Text name;
    int min = 0;
    int max = 1;
    std::vector<OptionCard> options;
};
BOOST_DESCRIBE_STRUCT(GroupCard, (), (id, name, min, max, options))

struct ItemCard {
    static constexpr std::array may_be_missing{"units", "groups"};
    std::string id;
    std::string category;
    std::string image;
    Text name;
    Text description;
    std::int64_t won = 0;
    int units = 1;
    std::vector<std::string> groups;
};
BOOST_DESCRIBE_STRUCT(ItemCard, (), (id, category, image, name, description, won, units, groups))

struct CafeCard {
    CafeId id;
    cafe::CafeProfile profile;
    std::vector<ItemCard> items;
};
BOOST_DESCRIBE_STRUCT(CafeCard, (), (id, profile, items))

struct StreetCard {
    std::map<std::string, Text> categories;
    std::vector<GroupCard> groups;
    std::vector<CafeCard> cafes;
};
BOOST_DESCRIBE_STRUCT(StreetCard, (), (categories, groups, cafes))

// bodies of requests

struct NewCafe : cafe::CafeProfile {
    CafeId id;
};
BOOST_DESCRIBE_STRUCT(NewCafe, (cafe::CafeProfile), (id))

struct NewMenu {
    std::vector<cafe::MenuItem> items;
};
BOOST_DESCRIBE_STRUCT(NewMenu, (), (items))

namespace {

constexpr std::size_t simulated_riders = 4;

StreetCard read_street() {
    auto street = codec::from_json<StreetCard>(assets::cafes_json(), codec::Reading::strict);
    if (!street)
        throw std::runtime_error("cafes.json: " + street.error().path + " " + street.error().message);
    return std::move(*street);
}

cafe::OptionGroup group_of(const GroupCard& card) {
    cafe::OptionGroup group{card.id, card.name, card.min, card.max, {}};
    for (const auto& option : card.options)
        group.options.push_back({option.id, option.name, {option.won, "KRW"}});
    return group;
}

cafe::MenuItem item_of(const StreetCard& street, const ItemCard& card) {
    cafe::MenuItem item{.id = {card.id},
                        .name = card.name,
                        .description = card.description,
                        .category = street.categories.at(card.category),
                        .price = {card.won, "KRW"},
                        .units = card.units,
                        .image = card.image,
                        .groups = {}};
    for (const auto& name : card.groups) {
        const auto group = std::ranges::find(street.groups, name, &GroupCard::id);
        if (group == street.groups.end()) throw std::runtime_error("cafes.json: no group " + name);
        item.groups.push_back(group_of(*group));
    }
    return item;
}

void command(StreetHost& host, const std::string& method, const std::string& path, const std::string& body) {
    const auto done = host.ask(method, path, body);
    if (!done) throw std::runtime_error(method + " " + path + " was refused: " + done.error().detail.en);
}

/// A café that was registered when the power went may still lack its menu.
bool lacks_menu(StreetHost& host, const std::string& path) {
    const auto body = host.ask("GET", path + "/menu", {});
    const auto menu =
        body ? codec::from_json<cafe::MenuResource>(*body) : std::unexpected(codec::CodecError{});
    return !menu || menu->items.empty();
}

/// True if it was not there yet.
bool open_cafe(StreetHost& host, const StreetCard& street, const CafeCard& card) {
    const auto path = "/cafes/" + card.id.value;
    const bool is_new = !host.ask("GET", path, {});
    if (is_new) command(host, "POST", "/cafes", codec::to_json(NewCafe{card.profile, card.id}));
    if (!lacks_menu(host, path)) return is_new;
    NewMenu menu;
    for (const auto& item : card.items) menu.items.push_back(item_of(street, item));
    command(host, "PUT", path + "/menu", codec::to_json(menu));
    command(host, "POST", path + "/open", {});
    return is_new;
}

// keys

struct Keys {
    client::KeyRing simulated;
    std::vector<client::Key> people;  ///< only at the first start
};

/// Nullopt if identity does not run here.
std::optional<Keys> cut_keys(StreetHost& host, const StreetCard& street, bool first_start) {
    Keys keys;
    std::vector<Newcomer> newcomers;
    std::vector<client::Key*> waiting;
    const auto cut = [&](client::Key& key, Newcomer newcomer) {
        key.login_name = newcomer.login_name;
        key.cafe = newcomer.cafe;
        waiting.push_back(&key);
        newcomers.push_back(std::move(newcomer));
    };
    using enum Newcomer::Job;
    keys.simulated.staff.resize(street.cafes.size());
    keys.simulated.riders.resize(simulated_riders);
    if (first_start) keys.people.resize(street.cafes.size() + 1);
    for (std::size_t i = 0; i < street.cafes.size(); ++i) {
        const auto& cafe = street.cafes[i];
        const auto& id = cafe.id.value;
        cut(keys.simulated.staff[i], {staff, "sim-" + id, "모의 바리스타 " + id, id});
        if (first_start) cut(keys.people[i], {staff, id, cafe.profile.name.ko, id});
    }
    for (std::size_t i = 0; i < simulated_riders; ++i) {
        cut(keys.simulated.riders[i],
            {rider, fmt::format("sim-rider-{}", i + 1), fmt::format("모의 라이더 {}", i + 1), {}});
    }
    cut(keys.simulated.operator_, {operator_, "sim-operator", {}, {}});
    if (first_start) cut(keys.people.back(), {rider, "rider", "라이더", {}});
    auto codes = host.one_time_codes(newcomers);
    if (!codes) {
        if (codes.error().refusal == Refusal::unavailable) return std::nullopt;
        throw std::runtime_error("the demo's accounts were refused: " + codes.error().detail.en);
    }
    for (std::size_t i = 0; i < waiting.size(); ++i) waiting[i]->code = std::move(codes->at(i));
    return keys;
}

void greet(const std::vector<client::Key>& people, const std::string& url) {
    fmt::print(
        "단골 데모 거리를 열었어요. 로그인 링크는 한 번만 쓸 수 있어요.\n"
        "The demo street is open. Each sign-in link works once.\n"
        "  {}/  고객 · customers\n",
        url);
    for (const auto& key : people) {
        const bool rides = key.cafe.empty();
        fmt::print("  {}/{}#code={}  {}\n", url, rides ? "rider" : "store", key.code,
                   rides ? "라이더 · rider" : "매장 · café " + key.cafe);
    }
}

}  // namespace

void open_street(StreetHost& host, const std::string& url, const std::string& data) {
    const auto street = read_street();
    bool first_start = false;
    const bool cafes_here = host.ask("GET", "/cafes", {}).has_value();
    if (cafes_here) {
        for (const auto& cafe : street.cafes) first_start |= open_cafe(host, street, cafe);
    }
    const auto keys = cut_keys(host, street, first_start);
    if (!keys) return;
    client::save_keys(client::key_file_in(data), keys->simulated);
    if (first_start) greet(keys->people, url);
}

}  // namespace dangol::traffic::demo
