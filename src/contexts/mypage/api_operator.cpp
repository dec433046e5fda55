// What the operator watches: what needs a hand, how busy it is, every order live.
#include <algorithm>
#include <charconv>

#include "contexts/mypage/aggregates.hpp"
#include "contexts/mypage/api.hpp"
#include "contexts/mypage/domain/attention.hpp"
#include "contexts/mypage/page_view.hpp"
#include "runtime/endpoint.hpp"

namespace dangol::mypage {
namespace {

using namespace runtime;

constexpr Access operators{.operator_ = true};

// ── What needs a hand ────────────────────────────────────────────────────────────────────────────

/// So many are looked at of those that are open, and of those whose money is in doubt; the oldest first, so
/// what waits longest is among them.
constexpr std::size_t looked_at_max = 1000;

struct AttentionView {
    std::string order_id;
    CafeId cafe_id;
    Text cafe_name;
    std::string call_number;
    std::string kind;
    Timestamp since{};
    std::string order_status;
};
BOOST_DESCRIBE_STRUCT(AttentionView, (),
                      (order_id, cafe_id, cafe_name, call_number, kind, since, order_status))

struct AttentionList {
    std::vector<AttentionView> items;
};
BOOST_DESCRIBE_STRUCT(AttentionList, (), (items))

void look_at(AttentionList& list, Reader& reader, const std::string& order_id, Timestamp now) {
    const auto stored = stored_page(reader, order_id);
    if (!stored) return;
    const auto& page = stored->state;
    const auto found = attention_of(page, now);
    if (!found) return;
    const auto order = page.facts.order.value_or(PageOrder{});
    list.items.push_back({order_id, page.facts.cafe_id, order.cafe_name, order.call_number,
                          std::string(name_of(found->kind)), found->since,
                          std::string(name_of(page.status))});
}

Result<Response> attention(Reader& reader, const Request& request, Timestamp now) {
    const auto limit = limit_of(request);
    if (!limit) return std::unexpected(limit.error());
    AttentionList list;
    const auto look_through = [&](std::string_view scope, Timestamp ordered_until) {
        for (const auto& row : reader.rows({.view = std::string(view::desk),
                                            .scope = std::string(scope),
                                            .rank_max = rank_of(ordered_until),
                                            .limit = looked_at_max})) {
            look_at(list, reader, row.key, now);
        }
    };
    look_through(view::unsettled, now);
    look_through(view::open, now - shortest(Patience{}));
    std::ranges::sort(list.items, {},
                      [](const AttentionView& one) { return std::pair(one.since, one.order_id); });
    list.items.resize(std::min(list.items.size(), *limit));
    return respond_with(200, list);
}

// ── How busy it is ───────────────────────────────────────────────────────────────────────────────

constexpr std::size_t open_counted_max = 10'000;

struct PulseView {
    Timestamp at{};
    int open = 0;  ///< `open_counted_max`: or more
    std::vector<PulseMinute> minutes;
};
BOOST_DESCRIBE_STRUCT(PulseView, (), (at, open, minutes))

Result<int> minutes_asked_for(const Request& request) {
    constexpr int usual = 60;
    const auto asked = request.query.find("minutes");
    if (asked == request.query.end()) return usual;
    int minutes = 0;
    const auto* end = asked->second.data() + asked->second.size();
    const auto [parsed, error] = std::from_chars(asked->second.data(), end, minutes);
    if (error == std::errc{} && parsed == end && minutes >= 1 && minutes <= Pulse::minutes_max) {
        return minutes;
    }
    return refuse(
        Refusal::invalid, "invalid-minutes",
        {"minutes는 1에서 180 사이의 정수여야 합니다.", "minutes must be an integer from 1 to 180."});
}

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

Result<Response> pulse_now(Reader& reader, const Request& request, Guarded<Pulse>& pulse, Timestamp now) {
    const auto minutes = minutes_asked_for(request);
    if (!minutes) return std::unexpected(minutes.error());
    const auto cafe = cafe_asked_for(request);
    if (!cafe) return std::unexpected(cafe.error());
    return respond_with(200, PulseView{now, open_orders(reader, *cafe), pulse.with([&](const Pulse& all) {
                                           return all.last(*minutes, now, *cafe);
                                       })});
}

// ── Every order live ─────────────────────────────────────────────────────────────────────────────

struct PageStep {
    std::string order_id;
    CafeId cafe_id;
    std::string call_number;
    std::string order_status;
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(PageStep, (), (order_id, cafe_id, call_number, order_status, version))

/// The part of a MyPageChanged that a step shows: each one is rendered on the writer's thread.
struct SteppedOrder {
    std::string call_number;
};
BOOST_DESCRIBE_STRUCT(SteppedOrder, (), (call_number))
struct SteppedFacts {
    CafeId cafe_id;
    SteppedOrder order;
};
BOOST_DESCRIBE_STRUCT(SteppedFacts, (), (cafe_id, order))
struct Stepped {
    OrderStatus status = OrderStatus::payment_pending;
    SteppedFacts facts;
};
BOOST_DESCRIBE_STRUCT(Stepped, (), (status, facts))

std::optional<Frame> step(const EventRecord& record) {
    if (record.type != type_name<MyPageChanged>()) return std::nullopt;
    const auto event = codec::from_json<Stepped>(record.data);
    if (!event) throw StoreBroken("event " + record.id + ": " + event.error().message);
    return Frame{std::to_string(record.position), "page",
                 codec::to_json(PageStep{record.subject, event->facts.cafe_id, event->facts.order.call_number,
                                         std::string(name_of(event->status)), record.version})};
}

}  // namespace

std::vector<Route> operator_routes(const Host& host, Guarded<Pulse>& pulse) {
    auto& clock = host.environment.clock;
    const auto query = [&host](std::string pattern, auto question) {
        return Route{Method::get, std::move(pattern), operators,
                     [host, question](Request request, Respond respond) {
                         run_query(host, std::move(request), std::move(respond), question);
                     }};
    };
    return {
        query("/myPages/attention",
              [&clock](Reader& reader, const Request& request) {
                  return attention(reader, request, clock.now());
              }),
        query("/myPages/pulse",
              [&clock, &pulse](Reader& reader, const Request& request) {
                  return pulse_now(reader, request, pulse, clock.now());
              }),
        {Method::get, "/myPages/live", operators,
         [host](Request request, Respond respond) {
             run_stream(host, std::move(request), std::move(respond), {}, std::string(Live::everything),
                        step);
         }},
    };
}

}  // namespace dangol::mypage
