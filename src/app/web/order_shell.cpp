// The markup of the order app's first screen.
#include "app/web/order_shell.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "app/web/html.hpp"

namespace dangol::app::web {
namespace {

/// Beyond these the pictures are below the first screen of a phone.
constexpr std::size_t pictures_seen_at_once = 4;

std::string with_commas(std::int64_t amount) {
    auto digits = std::to_string(amount);
    const std::size_t first = amount < 0 ? 1 : 0;
    for (auto at = digits.size(); at > first + 3;) digits.insert(at -= 3, ",");
    return digits;
}

bool takes_orders(const cafe::CafeResource& cafe) { return cafe.state == "OPEN" && cafe.open_now; }

std::string cafe_card(const cafe::CafeResource& cafe, const QueueLength* queue, Language language) {
    const bool open = takes_orders(cafe);
    return fmt::format(
        R"(<li class="cafe-card"><a href="/c/{}"><strong>{}</strong>)"
        R"(<span class="cafe-state{}">{}</span>{}<span class="cafe-address">{}</span></a></li>)",
        escaped(cafe.id.value), escaped(cafe.name.in(language)), open ? " is-open" : "",
        state_words(cafe, language),
        open && queue != nullptr
            ? fmt::format(R"(<span class="cafe-wait">{}</span>)", wait_words(*queue, language))
            : "",
        escaped(cafe.address));
}

std::string menu_item(const cafe::ItemResource& item, Language language, std::size_t index) {
    std::string picture;
    if (!item.image.empty()) {
        picture = fmt::format(R"(<img src="{}" width="88" height="88" alt=""{}>)", escaped(item.image),
                              index < pictures_seen_at_once ? "" : R"( loading="lazy")");
    }
    const auto& note = item.description.in(language);
    return fmt::format(
        R"(<li class="menu-item{}"><button type="button" disabled>{}<span class="menu-item-text">)"
        R"(<strong class="menu-item-name">{}</strong>{}<span class="menu-item-price">{}</span>{}</span></button></li>)",
        item.sold_out ? " is-sold-out" : "", picture, escaped(item.name.in(language)),
        note.empty() ? "" : fmt::format(R"(<span class="menu-item-note">{}</span>)", escaped(note)),
        price_words(item.price, language),
        item.sold_out ? fmt::format(R"(<span class="menu-item-sold-out">{}</span>)",
                                    language == Language::ko ? "품절" : "Sold out")
                      : "");
}

struct Section {
    std::string category;
    std::vector<const cafe::ItemResource*> items;
};

/// In the order in which the menu first names the categories.
std::vector<Section> sections_of(const cafe::MenuResource& menu, Language language) {
    std::vector<Section> sections;
    for (const auto& item : menu.items) {
        const auto& category = item.category.in(language);
        auto section = std::ranges::find(sections, category, &Section::category);
        if (section == sections.end()) section = sections.insert(section, {category, {}});
        section->items.push_back(&item);
    }
    return sections;
}

}  // namespace

std::string state_words(const cafe::CafeResource& cafe, Language language) {
    const bool ko = language == Language::ko;
    if (takes_orders(cafe)) return ko ? "영업 중" : "Open";
    if (cafe.state == "PAUSED") return ko ? "일시중지" : "Paused";
    return ko ? "영업 종료" : "Closed";
}

std::string wait_words(const QueueLength& queue, Language language) {
    const auto minutes = queue.minutes_low == queue.minutes_high
                             ? fmt::format("{}", queue.minutes_high)
                             : fmt::format("{}~{}", queue.minutes_low, queue.minutes_high);
    if (language == Language::ko) {
        const auto ahead =
            queue.units_ahead == 0 ? std::string("대기 없음") : fmt::format("대기 {}잔", queue.units_ahead);
        return fmt::format("지금 약 {}분 · {}", minutes, ahead);
    }
    const auto ahead = queue.units_ahead == 0 ? std::string("nobody ahead")
                                              : fmt::format("{} {} ahead", queue.units_ahead,
                                                            queue.units_ahead == 1 ? "drink" : "drinks");
    return fmt::format("About {} min now · {}", minutes, ahead);
}

std::string price_words(const Money& price, Language language) {
    const auto amount = with_commas(price.amount);
    if (price.currency != "KRW") return amount + " " + escaped(price.currency);
    return language == Language::ko ? amount + "원" : "₩" + amount;
}

std::string cafe_list_shell(const cafe::CafeList& cafes, const std::map<std::string, QueueLength>& queues,
                            Language language) {
    auto html =
        fmt::format(R"(<main class="page"><h1>{}</h1><ul class="cafe-list">)",
                    language == Language::ko ? "어느 매장에서 주문할까요?" : "Which café would you like?");
    for (const auto& cafe : cafes.items) {
        const auto queue = queues.find(cafe.id.value);
        html += cafe_card(cafe, queue == queues.end() ? nullptr : &queue->second, language);
    }
    return html + "</ul></main>";
}

std::string menu_shell(const cafe::CafeResource& cafe, const cafe::MenuResource& menu,
                       const std::optional<QueueLength>& queue, Language language) {
    std::string wait;
    if (!takes_orders(cafe)) {
        wait = state_words(cafe, language);
    } else if (queue) {
        wait = wait_words(*queue, language);
    }
    auto html = fmt::format(
        R"(<header class="cafe-bar"><a class="cafe-bar-name" href="/">{}</a><p class="cafe-bar-wait">{}</p></header>)"
        R"(<nav class="chips">)",
        escaped(cafe.name.in(language)), wait);
    std::string body;
    std::size_t index = 0;
    const auto sections = sections_of(menu, language);
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const auto category = escaped(sections[i].category);
        html += fmt::format(R"(<a class="chip" href="#c-{}">{}</a>)", i + 1, category);
        body += fmt::format(R"(<section id="c-{}"><h2>{}</h2><ul class="menu-list">)", i + 1, category);
        for (const auto* item : sections[i].items) body += menu_item(*item, language, index++);
        body += "</ul></section>";
    }
    return html + R"(</nav><main class="menu">)" + body + "</main>";
}

std::string unknown_cafe_shell(Language language) {
    const bool ko = language == Language::ko;
    return fmt::format(R"(<main class="page"><h1>{}</h1><p>{}</p><p><a href="/">{}</a></p></main>)",
                       ko ? "매장을 찾을 수 없어요" : "We cannot find this café",
                       ko ? "주소가 바뀌었거나 문을 닫은 매장일 수 있어요. 다른 매장을 골라 주세요."
                          : "It may have moved or closed. Please choose another one.",
                       ko ? "매장 고르기" : "Choose a café");
}

}  // namespace dangol::app::web
