// How long the queues are, for anyone who thinks of ordering.
#include "contexts/mypage/api.hpp"

#include <ranges>

namespace dangol::mypage {
namespace {

using namespace runtime;

struct QueueLengthView {
    CafeId cafe_id;
    int orders_ahead = 0;
    int units_ahead = 0;
    std::int64_t minutes_low = 0;
    std::int64_t minutes_high = 0;
};
BOOST_DESCRIBE_STRUCT(QueueLengthView, (), (cafe_id, orders_ahead, units_ahead, minutes_low, minutes_high))

struct QueueLengthList {
    std::vector<QueueLengthView> items;
};
BOOST_DESCRIBE_STRUCT(QueueLengthList, (), (items))

QueueLengthView view_of(const CafeId& cafe, const QueueLength& length) {
    const auto minutes = [](Duration time) { return std::chrono::ceil<std::chrono::minutes>(time).count(); };
    return {cafe, length.orders, length.units, minutes(length.wait.low), minutes(length.wait.high)};
}

Result<QueueLengthList> lengths(const std::vector<CafeId>& cafes, Guarded<Queues>& queues) {
    QueueLengthList list;
    const bool known = queues.with([&](const Queues& all) {
        for (const auto& cafe : cafes) list.items.push_back(view_of(cafe, all.length(cafe)));
        return all.is_complete();
    });
    if (known) return list;
    return refuse(Refusal::unavailable, "queue-not-known-yet",
                  {"대기 현황을 읽어 오는 중입니다. 잠시 후 다시 확인해 주세요.",
                   "The queue is still being loaded. Please ask again in a moment."});
}

Result<Response> one(const Request& request, Guarded<Queues>& queues) {
    const auto list = lengths({CafeId{request.params.at(0)}}, queues);
    if (!list) return std::unexpected(list.error());
    return respond_with(200, list->items.front());
}

Result<std::vector<CafeId>> cafes_asked_for(const Request& request) {
    constexpr std::size_t cafes_max = 100;
    const auto asked = request.query.find("cafes");
    if (asked == request.query.end()) return bad_cafes();
    std::vector<CafeId> cafes;
    for (auto part : std::views::split(asked->second, ',')) {
        cafes.emplace_back(std::string(part.begin(), part.end()));
        if (!is_id(cafes.back().value) || cafes.size() > cafes_max) return bad_cafes();
    }
    if (cafes.empty()) return bad_cafes();
    return cafes;
}

Result<Response> many(const Request& request, Guarded<Queues>& queues) {
    const auto cafes = cafes_asked_for(request);
    if (!cafes) return std::unexpected(cafes.error());
    const auto list = lengths(*cafes, queues);
    if (!list) return std::unexpected(list.error());
    return respond_with(200, *list);
}

}  // namespace

std::unexpected<Rejection> bad_cafes() {
    return refuse(Refusal::invalid, "invalid-cafes",
                  {"매장 id를 쉼표로 나누어 100개까지 보내 주세요.",
                   "Send up to 100 ids of branches, with commas between."});
}

std::vector<Route> queue_routes(Guarded<Queues>& queues) {
    const auto get = [&queues](std::string pattern, auto answer) {
        return Route{
            Method::get, std::move(pattern), Access::anyone(),
            [&queues, answer](Request request, Respond respond) {
                auto response = answer(request, queues);
                respond(response ? std::move(*response) : problem(response.error(), request.language));
            }};
    };
    return {get("/myPages/queues", many), get("/myPages/queues/{cafeId}", one)};
}

}  // namespace dangol::mypage
