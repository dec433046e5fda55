// The rows by which pages are found.
#include "contexts/mypage/aggregates.hpp"

namespace dangol::mypage {
namespace {

std::string_view desk_scope_of(const Page& page) {
    if (is_open(page)) return view::open;
    return is_unsettled(page) ? view::unsettled : std::string_view{};
}

}  // namespace

std::vector<runtime::Row> MyPage::index(const std::string& id, const State& state) {
    std::vector<runtime::Row> rows;
    const auto& facts = state.facts;
    if (!facts.order) return rows;
    const auto rank = rank_of(facts.order->order_date);
    rows.push_back({std::string(view::my_pages), id, facts.customer_id.value, rank, {}});
    if (const auto scope = desk_scope_of(state); !scope.empty()) {
        rows.push_back({std::string(view::desk), id, std::string(scope), rank, facts.cafe_id.value});
    }
    if (const auto ahead = attention_ahead(state)) {
        rows.push_back({std::string(view::attention), id, std::string(view::all), rank_of(ahead->from), {}});
    }
    if (const auto sale = sale_of(state)) {
        rows.push_back({std::string(view::sales), id, facts.cafe_id.value, rank, codec::to_json(*sale)});
    }
    return rows;
}

std::vector<runtime::Row> CafePace::index(const std::string& id, const State& state) {
    const auto* known = std::get_if<PaceKnown>(&state);
    if (known == nullptr) return {};
    return {{std::string(view::paces), id, std::string(view::all), 0, codec::to_json(known->pace)}};
}

}  // namespace dangol::mypage
