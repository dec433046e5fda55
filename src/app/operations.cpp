// What a context has recorded, its dead letters, and the read model made anew, over HTTP for the operator.
#include "app/operations.hpp"

#include <algorithm>
#include <charconv>

#include <boost/describe/class.hpp>

#include "app/masked.hpp"

namespace dangol::app {
namespace {

using namespace runtime;

constexpr Access operators{.operator_ = true};

struct DeadLetterResource {
    std::string source;
    std::string subject;
    int partition = 0;
    std::uint64_t offset = 0;
    std::string event_id;
    std::string event_type;
    std::string reason;
    int attempts = 0;
    Timestamp parked_at{};
    std::string data;
};
BOOST_DESCRIBE_STRUCT(DeadLetterResource, (),
                      (source, subject, partition, offset, event_id, event_type, reason, attempts, parked_at,
                       data))

struct DeadLetters {
    std::vector<DeadLetterResource> items;
};
BOOST_DESCRIBE_STRUCT(DeadLetters, (), (items))

/// All dead letters of one subject: they are ended together, or their order would be lost.
struct DeadLetterSubject {
    std::string source;
    std::string subject;
};
BOOST_DESCRIBE_STRUCT(DeadLetterSubject, (), (source, subject))

struct DeadLettersEnded {
    int ended = 0;
};
BOOST_DESCRIBE_STRUCT(DeadLettersEnded, (), (ended))

struct RebuildOrder {
    bool repairs = true;  ///< false: it only compares
};
BOOST_DESCRIBE_STRUCT(RebuildOrder, (), (repairs))

struct ContextEvent {
    std::string id;
    std::string type;
    std::string source;
    std::string subject;
    Timestamp time{};
    std::uint64_t version = 0;
    std::uint64_t position = 0;
    std::string correlation_id;
    std::string causation_id;
    std::string actor;
    std::string data;
};
BOOST_DESCRIBE_STRUCT(ContextEvent, (),
                      (id, type, source, subject, time, version, position, correlation_id, causation_id,
                       actor, data))

struct ContextEvents {
    std::vector<ContextEvent> items;
};
BOOST_DESCRIBE_STRUCT(ContextEvents, (), (items))

using With = std::function<void(OperatedContext&, Request, Respond)>;
using Find = std::function<OperatedContext*(std::string_view)>;

Handler of_context(Find find, With with) {
    return [find = std::move(find), with = std::move(with)](Request request, Respond respond) {
        auto* context = find(request.params.at(0));
        if (context != nullptr) return with(*context, std::move(request), std::move(respond));
        const auto nobody = not_found({"이 주소의 서버에는 그런 컨텍스트", "such a context at this address"});
        respond(problem(nobody.error(), request.language));
    };
}

/// What an aggregate has gone through may be longer than a page, and is wanted whole.
constexpr std::size_t of_one_order_max = 1000;

Result<EventQuery> events_asked_for(const Request& request) {
    const auto limit = limit_of(request);
    if (!limit) return std::unexpected(limit.error());
    EventQuery query{.limit = *limit, .newest_first = true};
    if (const auto after = request.query.find("after"); after != request.query.end()) {
        const auto* end = after->second.data() + after->second.size();
        const auto [parsed, error] = std::from_chars(after->second.data(), end, query.after);
        if (error != std::errc{} || parsed != end || query.after > EventQuery{}.before) {
            return refuse(Refusal::invalid, "invalid-after",
                          {"after에는 마지막으로 본 이벤트의 position을 넣어 주세요.",
                           "Give after the position of the last event seen."});
        }
        query.newest_first = false;
    }
    if (const auto order = request.query.find("order"); order != request.query.end()) {
        if (!is_id(order->second)) {
            return refuse(Refusal::invalid, "invalid-order",
                          {"order에는 주문 id를 넣어 주세요.", "order must be the id of an order."});
        }
        query.subject = order->second;
        query.limit = of_one_order_max;
        query.newest_first = false;
    }
    return query;
}

/// An order's ticket, payment, delivery, page and messages all have its id: so its events are found by their
/// subject.
Response recorded(Reader& reader, const EventQuery& query) {
    ContextEvents page;
    auto events = reader.events(query);
    if (query.newest_first) std::ranges::reverse(events);
    for (auto& event : events) {
        page.items.push_back({std::move(event.id), std::move(event.type), std::move(event.source),
                              std::move(event.subject), event.time, event.version, event.position,
                              std::move(event.correlation), std::move(event.causation),
                              std::move(event.actor), masked(event.data)});
    }
    return respond_with(200, page);
}

void list_events(OperatedContext& context, Request request, Respond respond) {
    context.reads.read([request = std::move(request), respond = std::move(respond)](Reader& reader) mutable {
        const auto query = events_asked_for(request);
        respond(query ? recorded(reader, *query) : problem(query.error(), request.language));
    });
}

void list(OperatedContext& context, Request request, Respond respond) {
    context.reads.read([request = std::move(request), respond = std::move(respond)](Reader& reader) mutable {
        const auto limit = limit_of(request);
        if (!limit) return respond(problem(limit.error(), request.language));
        DeadLetters page;
        for (auto& letter : reader.dead_letters(*limit)) {
            page.items.push_back({std::move(letter.source), std::move(letter.subject), letter.partition,
                                  letter.offset, std::move(letter.event.id), std::move(letter.event.type),
                                  std::move(letter.reason), letter.attempts, letter.parked_at,
                                  masked(letter.event.data)});
        }
        respond(respond_with(200, page));
    });
}

using End = void (Writer::*)(std::string, std::string, std::function<void(Result<int>)>);

template <End end>
void end_letters(OperatedContext& context, Request request, Respond respond) {
    const auto body = body_of<DeadLetterSubject>(request);
    if (!body) return respond(problem(body.error(), request.language));
    // std::function wants what can be copied.
    auto answer = std::make_shared<Respond>(std::move(respond));
    (context.writer.*end)(
        body->source, body->subject, [answer, language = request.language](Result<int> ended) {
            (*answer)(ended ? respond_with(200, DeadLettersEnded{*ended}) : problem(ended.error(), language));
        });
}

}  // namespace

std::vector<Route> operation_routes(Find find, Rebuild& rebuild) {
    const auto start = [&rebuild](OperatedContext& context, const Request& request, Respond respond) {
        const auto order = body_of<RebuildOrder>(request);
        if (!order) return respond(problem(order.error(), request.language));
        if (!context.make_fresh) {
            return respond(
                problem({Refusal::conflict,
                         "not-a-read-model",
                         {"읽기 모델만 이벤트로부터 다시 만들 수 있습니다. mypage를 지정해 주세요.",
                          "Only a read model can be made again from events. Name mypage."},
                         {},
                         {}},
                        request.language));
        }
        if (!rebuild.start(order->repairs, context.make_fresh, {context.writer, context.store})) {
            return respond(problem({Refusal::conflict,
                                    "rebuild-under-way",
                                    {"이미 다시 만드는 중입니다. 끝난 뒤 다시 요청해 주세요.",
                                     "It is being made anew already. Ask again when that is done."},
                                    {},
                                    {}},
                                   request.language));
        }
        respond(respond_with(202, rebuild.status()));
    };
    const auto status = [&rebuild](OperatedContext&, const Request&, Respond respond) {
        respond(respond_with(200, rebuild.status()));
    };
    return {
        {Method::get, "/contexts/{context}/events", operators, of_context(find, list_events)},
        {Method::get, "/contexts/{context}/deadLetters", operators, of_context(find, list)},
        {Method::post, "/contexts/{context}/deadLetters/retry", operators,
         of_context(find, end_letters<&Writer::retry_dead_letters>)},
        {Method::post, "/contexts/{context}/deadLetters/drop", operators,
         of_context(find, end_letters<&Writer::drop_dead_letters>)},
        {Method::get, "/contexts/{context}/rebuild", operators, of_context(find, status)},
        {Method::post, "/contexts/{context}/rebuild", operators, of_context(find, start)},
    };
}

}  // namespace dangol::app
