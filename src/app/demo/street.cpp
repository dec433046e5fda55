// The street that `serve --demo` opens: cafés, menus, and the keys of those who work there.
#include "app/demo/street.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include <fmt/format.h>
#include <boost/describe/class.hpp>

#include "app/assets.hpp"
#include "app/client/key_ring.hpp"
#include "app/installation.hpp"
#include "contexts/cafe/resources.hpp"
#include "contexts/identity/identity.hpp"
#include "core/codec.hpp"

namespace dangol::app::demo {

// ── cafes.json: option groups are written once and named by the items that have them
// ───────────────────────────────

struct OptionCard {
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

// ── bodies of requests
// ──────────────────────────────────────────────────────────────────────────────────────────────

struct NewCafe : cafe::CafeProfile {
    CafeId id;
};
BOOST_DESCRIBE_STRUCT(NewCafe, (cafe::CafeProfile), (id))

struct NewMenu {
    std::vector<cafe::MenuItem> items;
};
BOOST_DESCRIBE_STRUCT(NewMenu, (), (items))

namespace {

constexpr int simulated_riders = 4;

StreetCard read_street() {
    auto street = codec::from_json<StreetCard>(assets::cafes_json(), codec::Unknown::refuse);
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

void command(Installation& installation, const std::string& method, const std::string& path,
             const std::string& body) {
    const auto done = installation.as_operator(method, path, body);
    if (!done) throw std::runtime_error(method + " " + path + " was refused: " + done.error().detail.en);
}

/// A café that was registered when the power went may still lack its menu.
bool lacks_menu(Installation& installation, const std::string& path) {
    const auto body = installation.as_operator("GET", path + "/menu", {});
    const auto menu =
        body ? codec::from_json<cafe::MenuResource>(*body) : std::unexpected(codec::CodecError{});
    return !menu || menu->items.empty();
}

/// True if it was not there yet.
bool open_cafe(Installation& installation, const StreetCard& street, const CafeCard& card) {
    const auto path = "/cafes/" + card.id.value;
    const bool is_new = !installation.as_operator("GET", path, {});
    if (is_new) command(installation, "POST", "/cafes", codec::to_json(NewCafe{card.profile, card.id}));
    if (!lacks_menu(installation, path)) return is_new;
    NewMenu menu;
    for (const auto& item : card.items) menu.items.push_back(item_of(street, item));
    command(installation, "PUT", path + "/menu", codec::to_json(menu));
    command(installation, "POST", path + "/open", {});
    return is_new;
}

// ── keys
// ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/// Issues codes within one command; remembers the first refusal, after which the rest is left out.
class Locksmith {
  public:
    Locksmith(identity::IdentityContext& context, runtime::Unit& unit) : context_(context), unit_(unit) {}

    client::Key staff(const std::string& login_name, const CafeCard& cafe, const std::string& display_name) {
        return cut(login_name, cafe.id.value,
                   [&] { return context_.staff_code(unit_, login_name, display_name, {cafe.id}); });
    }
    client::Key rider(const std::string& login_name, const std::string& display_name) {
        return cut(login_name, {}, [&] { return context_.rider_code(unit_, login_name, display_name); });
    }
    client::Key operator_(const std::string& login_name) {
        return cut(login_name, {}, [&] { return context_.operator_code(unit_, login_name); });
    }
    [[nodiscard]] Result<std::string> outcome() const {
        if (refusal_) return std::unexpected(*refusal_);
        return std::string{};
    }

  private:
    client::Key cut(const std::string& login_name, const std::string& cafe, auto issue) {
        client::Key key{login_name, cafe, {}, {}};
        if (refusal_) return key;
        if (auto code = issue()) {
            key.code = std::move(*code);
        } else {
            refusal_ = code.error();
        }
        return key;
    }

    identity::IdentityContext& context_;
    runtime::Unit& unit_;
    std::optional<Rejection> refusal_;
};

struct Keys {
    client::KeyRing simulated;
    std::vector<client::Key> people;  ///< only at the first start
};

/// Nullopt if identity does not run here.
std::optional<Keys> cut_keys(Installation& installation, const StreetCard& street, bool first_start) {
    Keys keys;
    const auto done =
        installation.with_identity([&](identity::IdentityContext& context, runtime::Unit& unit) {
            Locksmith locksmith(context, unit);
            for (const auto& cafe : street.cafes) {
                const auto& id = cafe.id.value;
                keys.simulated.staff.push_back(locksmith.staff("sim-" + id, cafe, "모의 바리스타 " + id));
                if (first_start) keys.people.push_back(locksmith.staff(id, cafe, cafe.profile.name.ko));
            }
            for (int i = 1; i <= simulated_riders; ++i) {
                keys.simulated.riders.push_back(
                    locksmith.rider(fmt::format("sim-rider-{}", i), fmt::format("모의 라이더 {}", i)));
            }
            keys.simulated.operator_ = locksmith.operator_("sim-operator");
            if (first_start) keys.people.push_back(locksmith.rider("rider", "라이더"));
            return locksmith.outcome();
        });
    if (done) return keys;
    if (done.error().refusal == Refusal::unavailable) return std::nullopt;
    throw std::runtime_error("the demo's accounts were refused: " + done.error().detail.en);
}

void greet(const std::vector<client::Key>& people, const std::string& url) {
    fmt::print(
        "단골 데모 거리를 열었습니다. 로그인 링크는 한 번만 쓸 수 있습니다.\n"
        "The demo street is open. Each sign-in link works once.\n"
        "  {}/  손님 · customers\n",
        url);
    for (const auto& key : people) {
        const bool rides = key.cafe.empty();
        fmt::print("  {}/{}#code={}  {}\n", url, rides ? "rider" : "store", key.code,
                   rides ? "라이더 · rider" : "매장 · café " + key.cafe);
    }
}

}  // namespace

void open_street(Installation& installation, const std::string& url, const std::string& data) {
    const auto street = read_street();
    bool first_start = false;
    const bool cafes_here = installation.as_operator("GET", "/cafes", {}).has_value();
    if (cafes_here) {
        for (const auto& cafe : street.cafes) first_start |= open_cafe(installation, street, cafe);
    }
    const auto keys = cut_keys(installation, street, first_start);
    if (!keys) return;
    client::save_keys(client::key_file_in(data), keys->simulated);
    if (first_start) greet(keys->people, url);
}

}  // namespace dangol::app::demo
