// What is added up from many pages: queues for anyone, sales for a branch, the operator's view.
#include <algorithm>
#include <ranges>

#include "contexts/mypage/api.hpp"
#include "runtime/endpoint.hpp"
#include "runtime/event_in.hpp"
#include "runtime/query.hpp"
#include "runtime/stored.hpp"

namespace dangol::mypage {

using namespace runtime;

// ── How long the queues are, for anyone ────────────────────────────────────────────────────────────

namespace {

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
                  {"대기 현황을 불러오고 있어요. 잠시 후 다시 확인해 주세요.",
                   "The queue is still being loaded. Please ask again in a moment."});
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

}  // namespace

std::unexpected<Rejection> bad_cafes() {
    return refuse(Refusal::invalid, "invalid-cafes",
                  {"매장 id를 쉼표로 나누어 100개까지 보내 주세요.",
                   "Send up to 100 ids of branches, with commas between."});
}

Result<Response> list_queues(const Request& request, Guarded<Queues>& queues) {
    DANGOL_TRY(const auto cafes, cafes_asked_for(request));
    DANGOL_TRY(const auto list, lengths(cafes, queues));
    return respond_with(200, list);
}

Result<Response> show_queue(const Request& request, Guarded<Queues>& queues) {
    DANGOL_TRY(const auto list, lengths({CafeId{request.params.at(0)}}, queues));
    return respond_with(200, list.items.front());
}

// ── What a branch sold on a day ────────────────────────────────────────────────────────────────────

namespace {

/// More than any bar can make in a day.
constexpr std::size_t sales_max = 20'000;

/// The usual one for a branch that is not known yet.
Calendar calendar_of(Reader& reader, const CafeId& cafe) {
    const auto pace = stored<CafePace>(reader, cafe.value);
    const auto* known = std::get_if<PaceKnown>(&pace.state);
    return known == nullptr ? Calendar{} : known->calendar;
}

}  // namespace

Result<Response> show_sales(Reader& reader, const Request& request, Timestamp now) {
    const CafeId cafe{request.params.at(0)};
    if (!request.principal.works_for(cafe)) return not_yours();
    const auto calendar = calendar_of(reader, cafe);
    DANGOL_TRY(const auto day, day_of(request, now, calendar));
    DaySum sum(calendar.time_zone);
    for (const auto& row : reader.rows({.view = std::string(view::sales),
                                        .scope = cafe.value,
                                        .rank_min = rank_of(day.begins),
                                        .rank_max = rank_of(day.ends) - 1,
                                        .limit = sales_max})) {
        sum.add(Timestamp{Duration{row.rank}}, data_of<Sale>(row));
    }
    auto total = std::move(sum).day();
    return respond_with(200, SalesView{.cafe_id = cafe,
                                       .day = day.name,
                                       .begins = day.begins,
                                       .ends = day.ends,
                                       .orders = total.orders,
                                       .qty = total.qty,
                                       .sales = std::move(total.sales),
                                       .canceled = total.canceled,
                                       .refunds = std::move(total.refunds),
                                       .items = std::move(total.items),
                                       .hours = std::move(total.hours)});
}

// ── What the operator watches ──────────────────────────────────────────────────────────────────────

namespace {

/// Nothing if the row is of an order that has moved on: a replica of an earlier version does not drop it.
std::optional<AttentionView> attention_view(Reader& reader, const std::string& order_id, Timestamp now) {
    const auto stored = stored_page(reader, order_id);
    if (!stored) return std::nullopt;
    const auto& page = stored->state;
    const auto found = attention_of(page, now);
    if (!found) return std::nullopt;
    const auto order = page.facts.order.value_or(PageOrder{});
    return AttentionView{order_id,
                         page.facts.cafe_id,
                         order.cafe_name,
                         order.call_number,
                         std::string(name_of(found->kind)),
                         found->since,
                         std::string(name_of(page.status))};
}

constexpr std::size_t open_counted_max = 10'000;

Result<std::optional<CafeId>> cafe_asked_for(const Request& request) {
    const auto asked = request.query.find("cafe");
    if (asked == request.query.end()) return std::nullopt;
    if (!is_id(asked->second)) return bad_cafes();
    return CafeId{asked->second};
}

int open_orders(Reader& reader, const std::optional<CafeId>& cafe) {
    const auto rows = reader.rows(
        {.view = std::string(view::desk), .scope = std::string(view::open), .limit = open_counted_max});
    return static_cast<int>(
        std::ranges::count_if(rows, [&](const Row& row) { return !cafe || row.data == cafe->value; }));
}

std::optional<Frame> step(const EventRecord& record) {
    if (record.type != type_name<MyPageChanged>()) return std::nullopt;
    const auto& facts = state_in<MyPage>(record).state.facts;
    return Frame{std::to_string(record.position), "page",
                 codec::to_json(PageStep{
                     record.subject, facts.cafe_id, facts.order ? facts.order->call_number : std::string{},
                     std::string(name_of(EventIn<MyPageChanged>(record)->status)), record.version})};
}

}  // namespace

Result<Response> list_attention(Reader& reader, const Request& request, Timestamp now) {
    DANGOL_TRY(const auto page, page_of(request));
    const runtime::RowQuery query{
        .view = std::string(view::attention), .scope = std::string(view::all), .rank_max = rank_of(now)};
    const auto due = rows_of(reader, query, {query.scope}, page);
    AttentionList list{.items = {}, .next = due.next};
    for (const auto& row : due.rows) {
        if (auto shown = attention_view(reader, row.key, now)) list.items.push_back(std::move(*shown));
    }
    return respond_with(200, list);
}

Result<Response> show_pulse(Reader& reader, const Request& request, Guarded<Pulse>& pulse, Timestamp now) {
    constexpr std::int64_t usual = 60;
    DANGOL_TRY(const auto minutes, number_of(request, "minutes", 1, Pulse::minutes_max, usual));
    DANGOL_TRY(const auto cafe, cafe_asked_for(request));
    return respond_with(200, PulseView{now, open_orders(reader, cafe), pulse.with([&](const Pulse& all) {
                                           return all.last(static_cast<int>(minutes), now, cafe);
                                       })});
}

Task<Result<Response>> stream_all_orders(const Host& host, Request request) {
    co_return open_stream(host, request, {}, std::string(Live::everything), step);
}

}  // namespace dangol::mypage
