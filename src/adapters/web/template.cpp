// Fills a page template with JSON.
#include "adapters/web/template.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include <boost/json/value.hpp>

#include "adapters/web/html.hpp"
#include "core/json_tree.hpp"

namespace dangol::adapters::web {
namespace {

namespace json = boost::json;

using Items = std::vector<const json::value*>;

/// What a loop calls one of its items.
struct Named {
    std::string_view name;
    const json::value* value = nullptr;
    std::int64_t number = 0;
    Items group;
    const Named* outer = nullptr;
};

const json::value nothing;

std::string grouped(std::string digits) {
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (auto at = digits.size(); at > first + 3;) digits.insert(at -= 3, ",");
    return digits;
}

bool is_something(const json::value& value) {
    if (value.is_bool()) return value.get_bool();
    if (value.is_string()) return !value.get_string().empty();
    return !value.is_null() && value != json::value(0);
}

class Filling {
  public:
    Filling(std::string_view data, const json::value& root) : data_(data), root_(root) {}

    void write(const json::array& parts, const Named* known) {
        for (const auto& part : parts) {
            if (part.is_string()) {
                html_ += std::string_view(part.get_string());
            } else {
                write(part.as_object(), known);
            }
        }
    }

    [[nodiscard]] std::string html() && { return std::move(html_); }

  private:
    void write(const json::object& part, const Named* known) {
        if (part.contains("data")) {
            html_ += json_in_script(data_);
        } else if (part.contains("value")) {
            write_value(part, known);
        } else if (const auto* condition = part.if_contains("if")) {
            write(part.at(holds(condition->as_object(), known) ? "yes" : "no").as_array(), known);
        } else {
            write_each(part, known);
        }
    }

    void write_value(const json::object& part, const Named* known) {
        const auto value = find(text(part, "value"), known);
        if (value.is_string()) {
            html_ += escaped(std::string_view(value.get_string()));
        } else if (value.is_int64()) {
            const auto digits = std::to_string(value.get_int64());
            html_ += part.contains("as") ? grouped(digits) : digits;
        }
    }

    void write_each(const json::object& part, const Named* known) {
        std::vector<Named> turns;
        std::vector<json::value> keys;
        for (const auto* item : items(text(part, "each"), known)) {
            const auto number = static_cast<std::int64_t>(turns.size()) + 1;
            Named turn{text(part, "as"), item, number, {item}, known};
            if (part.contains("by")) {
                auto key = find(text(part, "by"), &turn);
                const auto of_group = std::ranges::find(keys, key);
                if (of_group != keys.end()) {
                    turns[static_cast<std::size_t>(of_group - keys.begin())].group.push_back(item);
                    continue;
                }
                keys.push_back(std::move(key));
            }
            turns.push_back(std::move(turn));
        }
        for (const auto& turn : turns) write(part.at("body").as_array(), &turn);
    }

    bool holds(const json::object& condition, const Named* known) const {
        const auto value = find(text(condition, "of"), known);
        if (const auto* literal = condition.if_contains("is")) return value == *literal;
        if (const auto* least = condition.if_contains("least")) {
            return value.is_int64() && value.get_int64() >= least->as_int64();
        }
        if (condition.contains("same")) return value == find(text(condition, "same"), known);
        return is_something(value);
    }

    static std::string_view text(const json::object& part, std::string_view member) {
        return part.at(member).as_string();
    }

    Items items(std::string_view path, const Named* known) const {
        constexpr std::string_view of_group = ".#items";
        if (path.ends_with(of_group)) {
            const auto* named = find_named(path.substr(0, path.size() - of_group.size()), known);
            return named == nullptr ? Items{} : named->group;
        }
        Items all;
        if (const auto* list = follow(path, known).if_array()) {
            for (const auto& item : *list) all.push_back(&item);
        }
        return all;
    }

    json::value find(std::string_view path, const Named* known) const {
        const auto last = path.rfind(".#");
        if (last == std::string_view::npos) return follow(path, known);
        const auto before = path.substr(0, last);
        if (path.ends_with(".#number")) {
            const auto* named = find_named(before, known);
            return named == nullptr ? json::value() : json::value(named->number);
        }
        const auto* list = follow(before, known).if_array();
        return static_cast<std::int64_t>(list == nullptr ? 0 : list->size());
    }

    static const Named* find_named(std::string_view name, const Named* known) {
        while (known != nullptr && known->name != name) known = known->outer;
        return known;
    }

    const json::value& follow(std::string_view path, const Named* known) const {
        auto name = path.substr(0, path.find_first_of(".["));
        const auto* named = find_named(name, known);
        const json::value* value = named == nullptr ? &member(root_, name) : named->value;
        path.remove_prefix(name.size());
        while (!path.empty()) {
            if (path.front() == '[') {
                name = path.substr(1, path.find(']') - 1);
                const auto* key = follow(name, known).if_string();
                value = key == nullptr ? &nothing : &member(*value, *key);
                path.remove_prefix(name.size() + 2);
            } else {
                name = path.substr(1, path.find_first_of(".[", 1) - 1);
                value = &member(*value, name);
                path.remove_prefix(name.size() + 1);
            }
        }
        return *value;
    }

    static const json::value& member(const json::value& value, std::string_view name) {
        const auto* object = value.if_object();
        const auto* found = object == nullptr ? nullptr : object->if_contains(name);
        return found == nullptr ? nothing : *found;
    }

    std::string_view data_;
    const json::value& root_;
    std::string html_;
};

}  // namespace

Template::Template(std::string_view text) {
    auto parts = codec::parse_tree(text);
    if (!parts || !parts->is_array()) {
        throw std::runtime_error("a page of the web apps is not a template. Run script/build again.");
    }
    parts_ = std::move(parts->get_array());
}

std::string Template::filled(std::string_view data) const {
    const auto root = codec::parse_tree(data);
    Filling filling(data, root ? *root : nothing);
    filling.write(parts_, nullptr);
    return std::move(filling).html();
}

}  // namespace dangol::adapters::web
