// Asks for what the first screen shows, and writes it.
#include "app/web/first_screen.hpp"

#include <map>
#include <optional>
#include <utility>

#include "app/web/ask.hpp"
#include "app/web/order_shell.hpp"
#include "core/codec.hpp"

namespace dangol::app::web {
namespace {

/// Each costs a question; the app asks for the rest when it shows them.
constexpr std::size_t queues_max = 20;

template <class T>
std::optional<T> read(const OwnAnswer& answer) {
    if (!answer.ok()) return std::nullopt;
    auto value = codec::from_json<T>(answer.body);
    return value ? std::optional(std::move(*value)) : std::nullopt;
}

void add_member(std::string& object, std::string_view name, std::string_view json) {
    if (object.back() == '}') object.pop_back();
    if (object.back() != '{') object += ',';
    codec::write_string(object, name);
    object += ':';
    object += json;
    object += '}';
}

std::string queue_path(const std::string& cafe) { return "/myPages/queues/" + cafe; }

void add_cafes(PageContent& content, const cafe::CafeList& cafes, const std::string& json,
               const OwnAnswers& queues) {
    std::map<std::string, QueueLength> lengths;
    std::string lengths_json = "{}";
    for (std::size_t i = 0; i < queues.size(); ++i) {
        const auto& id = cafes.items[i].id.value;
        const auto length = read<QueueLength>(queues[i]);
        if (!length) continue;
        lengths.emplace(id, *length);
        add_member(lengths_json, id, queues[i].body);
    }
    content.shell = cafe_list_shell(cafes, lengths, content.language);
    add_member(content.boot, "cafes", json);
    add_member(content.boot, "queues", lengths_json);
}

void add_menu(PageContent& content, const OwnAnswers& answers) {
    const auto& [cafe_answer, menu_answer, queue_answer] = std::tie(answers[0], answers[1], answers[2]);
    if (cafe_answer.status == 404) {
        content.status = 404;
        content.shell = unknown_cafe_shell(content.language);
        add_member(content.boot, "cafe", "null");
        return;
    }
    const auto cafe = read<cafe::CafeResource>(cafe_answer);
    const auto menu = read<cafe::MenuResource>(menu_answer);
    const auto queue = read<QueueLength>(queue_answer);
    if (cafe) {
        add_member(content.boot, "cafe", cafe_answer.body);
        const auto& name = cafe->name.in(content.language);
        content.title = name + " – " + (content.language == Language::ko ? "단골" : "Dangol");
        if (!cafe->address.empty())
            content.description = name + ", " + cafe->address + ". " + content.description;
    }
    if (menu) add_member(content.boot, "menu", menu_answer.body);
    if (queue) add_member(content.boot, "queue", queue_answer.body);
    if (cafe && menu) content.shell = menu_shell(*cafe, *menu, queue, content.language);
}

}  // namespace

std::string plain_boot(Language language) {
    return language == Language::ko ? R"({"language":"ko"})" : R"({"language":"en"})";
}

void fill_cafe_list(const runtime::Router& router, const runtime::Request& asker, PageContent content,
                    PageDone done) {
    ask_own(router, asker, {"/cafes"},
            [&router, asker, content = std::move(content), done = std::move(done)](OwnAnswers first) mutable {
                auto cafes = read<cafe::CafeList>(first[0]);
                if (!cafes) return done(std::move(content));
                std::vector<std::string> paths;
                for (const auto& cafe : cafes->items) {
                    if (paths.size() < queues_max) paths.push_back(queue_path(cafe.id.value));
                }
                ask_own(router, asker, paths,
                        [content = std::move(content), done = std::move(done), cafes = std::move(*cafes),
                         json = std::move(first[0].body)](OwnAnswers queues) mutable {
                            add_cafes(content, cafes, json, queues);
                            done(std::move(content));
                        });
            });
}

void fill_menu(const runtime::Router& router, const runtime::Request& asker, PageContent content,
               PageDone done) {
    const auto& id = asker.params.at(0);
    ask_own(router, asker, {"/cafes/" + id, "/cafes/" + id + "/menu", queue_path(id)},
            [content = std::move(content), done = std::move(done)](OwnAnswers answers) mutable {
                add_menu(content, answers);
                done(std::move(content));
            });
}

}  // namespace dangol::app::web
