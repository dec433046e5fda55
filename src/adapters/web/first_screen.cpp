// Asks this process for what the first pages show.
#include "adapters/web/first_screen.hpp"

#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json/value.hpp>

#include "adapters/web/ask.hpp"
#include "core/codec.hpp"
#include "core/json_tree.hpp"

namespace dangol::adapters::web {
namespace {

using runtime::Request;
using runtime::Router;
using runtime::Task;

/// Each costs a question; the app asks for the rest when it shows them.
constexpr std::size_t queues_max = 20;

void add_member(std::string& object, std::string_view name, std::string_view json) {
    if (object.back() == '}') object.pop_back();
    if (object.back() != '{') object += ',';
    codec::write_string(object, name);
    object += ':';
    object += json;
    object += '}';
}

std::string queue_path(std::string_view cafe) { return "/myPages/queues/" + std::string(cafe); }

/// The ids in {"items":[{"id":…},…]}, at most `queues_max`.
std::vector<std::string> ids_in(std::string_view list) {
    std::vector<std::string> ids;
    const auto json = codec::parse_tree(list);
    if (!json) return ids;
    for (const auto& item : json->at("items").as_array()) {
        if (ids.size() < queues_max) ids.emplace_back(item.at("id").as_string());
    }
    return ids;
}

}  // namespace

std::string plain_data(Language language) {
    return language == Language::ko ? R"({"language":"ko"})" : R"({"language":"en"})";
}

Task<FirstScreen> find_cafe_list(const Router& router, const Request& asker) {
    FirstScreen screen{.data = plain_data(asker.language)};
    const auto cafes =
        std::move((co_await ask_own(router, asker, std::vector<std::string>{"/cafes"})).front());
    if (!cafes.ok()) co_return screen;

    const auto ids = ids_in(cafes.body);
    std::vector<std::string> paths;
    for (const auto& id : ids) paths.push_back(queue_path(id));
    const auto queues = co_await ask_own(router, asker, std::move(paths));

    std::string known = "{}";
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (queues[i].ok()) add_member(known, ids[i], queues[i].body);
    }
    add_member(screen.data, "cafes", cafes.body);
    add_member(screen.data, "queues", known);
    screen.page = "order-home";
    co_return screen;
}

Task<FirstScreen> find_menu(const Router& router, const Request& asker) {
    const auto& id = asker.params.at(0);
    std::vector<std::string> paths{"/cafes/" + id, "/cafes/" + id + "/menu", queue_path(id)};
    const auto answers = co_await ask_own(router, asker, std::move(paths));

    FirstScreen screen{.data = plain_data(asker.language)};
    if (answers[0].status == 404) {
        add_member(screen.data, "cafe", "null");
        screen.status = 404;
        screen.page = "order-unknown";
        co_return screen;
    }
    constexpr std::string_view names[] = {"cafe", "menu", "queue"};
    for (std::size_t i = 0; i < std::size(names); ++i) {
        if (answers[i].ok()) add_member(screen.data, names[i], answers[i].body);
    }
    if (answers[0].ok() && answers[1].ok()) screen.page = "order-menu";
    co_return screen;
}

}  // namespace dangol::adapters::web
