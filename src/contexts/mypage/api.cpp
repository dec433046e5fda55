// Pages and their live streams, for those who may see them.
#include "contexts/mypage/api.hpp"

#include <charconv>

#include "contexts/mypage/aggregates.hpp"
#include "contexts/mypage/page_view.hpp"
#include "runtime/endpoint.hpp"

namespace dangol::mypage {
namespace {

using namespace runtime;

struct PageList {
    std::vector<PageView> items;            ///< the newest first
    std::optional<std::int64_t> next = {};  ///< pass it as `before` for the next page
};
BOOST_DESCRIBE_STRUCT(PageList, (), (items, next))

Result<Response> one_page(Reader& reader, const Request& request, Guarded<Queues>& queues, Clock& clock) {
    const auto& order_id = request.params.at(0);
    const auto stored = stored_page(reader, order_id);
    if (!stored) return not_found({"주문", "the order"});
    const auto viewer = viewer_of(request.principal, stored->state);
    if (!viewer) return not_yours();
    auto view = view_of(order_id, stored->version, stored->state, *viewer);
    const auto now = clock.now();
    const auto standing = queues.with([&](const Queues& all) -> std::optional<Standing> {
        if (!all.is_complete()) return std::nullopt;
        return all.standing(order_id, now);
    });
    if (standing) view.queue = view_of(*standing);
    return respond_with(200, view);
}

Result<std::int64_t> before_of(const Request& request) {
    const auto asked = request.query.find("before");
    if (asked == request.query.end()) return std::numeric_limits<std::int64_t>::max();
    std::int64_t before = 0;
    const auto* end = asked->second.data() + asked->second.size();
    const auto [parsed, error] = std::from_chars(asked->second.data(), end, before);
    if (error != std::errc{} || parsed != end) {
        return refuse(Refusal::invalid, "invalid-before",
                      {"before에는 앞 쪽의 next 값을 그대로 넣어 주세요.",
                       "before must be the value of next from the page before."});
    }
    return before;
}

Result<Response> my_pages(Reader& reader, const Request& request) {
    const auto limit = limit_of(request);
    if (!limit) return std::unexpected(limit.error());
    const auto before = before_of(request);
    if (!before) return std::unexpected(before.error());
    const auto rows = reader.rows({.view = std::string(view::my_pages),
                                   .scope = request.principal.account.value,
                                   .rank_max = *before - 1,
                                   .limit = *limit,
                                   .descending = true});
    PageList list;
    for (const auto& row : rows) {
        const auto stored = stored_page(reader, row.key);
        if (!stored) continue;
        list.items.push_back(view_of(row.key, stored->version, stored->state, Viewer::customer));
    }
    if (rows.size() == *limit) list.next = rows.back().rank;
    return respond_with(200, list);
}

/// Every MyPageChanged that this principal may see, as a frame "page". The owner is asked for each event,
/// because a stream may be opened before the first event of its order has arrived here.
Render frames_for(Principal principal) {
    return [principal = std::move(principal)](const EventRecord& record) -> std::optional<Frame> {
        if (record.type != type_name<MyPageChanged>()) return std::nullopt;
        auto event = codec::from_json<MyPageChanged>(record.data);
        if (!event) throw StoreBroken("event " + record.id + ": " + event.error().message);
        const Page page{event->status, std::move(event->facts)};
        const auto viewer = viewer_of(principal, page);
        if (!viewer) return std::nullopt;
        return Frame{std::to_string(record.position), "page",
                     codec::to_json(view_of(record.subject, record.version, page, *viewer))};
    };
}

void stream_page(const Host& host, Guarded<Queues>& queues, Request request, Respond respond) {
    host.reads.read(
        [host, &queues, request = std::move(request), respond = std::move(respond)](Reader& reader) mutable {
            const auto order_id = request.params.at(0);
            const auto stored = stored_page(reader, order_id);
            if (stored && !viewer_of(request.principal, stored->state)) {
                respond(problem(not_yours().error(), request.language));
                return;
            }
            auto render = frames_for(request.principal);
            run_stream(host, std::move(request), std::move(respond), order_id, {}, std::move(render));
            queues.with([&](Queues& all) { all.watch(order_id); });
        });
}

}  // namespace

std::optional<Versioned<Page>> stored_page(Reader& reader, const std::string& order_id) {
    const auto document = reader.document(MyPageAggregate::name, order_id);
    if (!document) return std::nullopt;
    auto page = codec::from_json<Page>(document->data);
    if (!page) throw StoreBroken("document MyPage " + order_id + ": " + page.error().message);
    return Versioned<Page>{std::move(*page), document->version};
}

std::vector<Route> make_routes(Host host, Guarded<Queues>& queues, Guarded<Pulse>& pulse) {
    auto routes = page_routes(host, queues);
    for (auto& route : queue_routes(queues)) routes.push_back(std::move(route));
    for (auto& route : operator_routes(host, pulse)) routes.push_back(std::move(route));
    routes.push_back(sales_route(host));
    return routes;
}

std::vector<Route> page_routes(const Host& host, Guarded<Queues>& queues) {
    constexpr Access customers{.customer = true};
    constexpr Access viewers{.customer = true, .staff = true, .operator_ = true};
    const auto get = [](std::string pattern, Access access, Handler handler) {
        return Route{Method::get, std::move(pattern), access, std::move(handler)};
    };
    return {
        get("/myPages", customers,
            [host](Request request, Respond respond) {
                run_query(host, std::move(request), std::move(respond), my_pages);
            }),
        get("/myPages/stream", customers,
            [host](Request request, Respond respond) {
                auto scope = request.principal.account.value;
                auto render = frames_for(request.principal);
                run_stream(host, std::move(request), std::move(respond), {}, std::move(scope),
                           std::move(render));
            }),
        get("/myPages/{id}", viewers,
            [host, &queues](Request request, Respond respond) {
                run_query(host, std::move(request), std::move(respond),
                          [&queues, &clock = host.environment.clock](Reader& reader, const Request& asked) {
                              return one_page(reader, asked, queues, clock);
                          });
            }),
        get("/myPages/{id}/stream", viewers,
            [host, &queues](Request request, Respond respond) {
                stream_page(host, queues, std::move(request), std::move(respond));
            }),
    };
}

}  // namespace dangol::mypage
