// What a context has recorded, its dead letters, and the read model made anew, over HTTP for the operator.
#include "adapters/operations/operations.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include <boost/describe/class.hpp>
#include <boost/json/serialize.hpp>

#include "adapters/operations/masked.hpp"
#include "core/json_tree.hpp"
#include "runtime/endpoint.hpp"
#include "runtime/query.hpp"

namespace dangol::adapters {
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
    std::optional<std::string> next = {};
};
BOOST_DESCRIBE_STRUCT(DeadLetters, (), (items, next))

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
    static constexpr std::array may_be_missing{"repairs"};
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
    std::optional<std::string> next = {};
};
BOOST_DESCRIBE_STRUCT(ContextEvents, (), (items, next))

/// The newest first.
struct AuditLog {
    std::vector<ContextEvent> items;
    std::optional<std::string> next;
    std::optional<Timestamp> reached_at;  ///< the log is complete back to this time; absent: no events at all
};
BOOST_DESCRIBE_STRUCT(AuditLog, (), (items, next, reached_at))

using Find = std::function<OperatedContext*(std::string_view)>;
using Answers = Task<Result<Response>> (*)(OperatedContext&, Rebuild&, Request);

Task<Response> ask(const Find& find, Rebuild& rebuild, Answers answers, Request request) {
    const auto language = request.language;
    auto* context = find(request.params.at(0));
    if (context == nullptr) {
        const auto nobody = not_found({"이 주소의 서버에는 그런 컨텍스트", "such a context at this address"});
        co_return problem(nobody.error(), language);
    }
    co_return as_response(co_await answers(*context, rebuild, std::move(request)), language);
}

ContextEvent shown(EventRecord event) {
    return {std::move(event.id),
            std::move(event.type),
            std::move(event.source),
            std::move(event.subject),
            event.time,
            event.version,
            event.position,
            std::move(event.correlation),
            std::move(event.causation),
            std::move(event.actor),
            masked(event.data)};
}

/// The newest first. An order's ticket, payment, delivery, page and messages all have its id: so its events
/// are found by their subject, and come as they happened.
Result<Response> recorded(Reader& reader, const Request& request) {
    DANGOL_TRY(const auto page, page_of(request));
    auto query = newest_events(page, {});
    if (const auto order = request.query.find("order"); order != request.query.end()) {
        if (!is_id(order->second)) {
            return refuse(Refusal::invalid, "invalid-order",
                          {"order에는 주문 id를 넣어 주세요.", "order must be the id of an order."});
        }
        query.subject = order->second;
        query.newest_first = false;
        if (page.after) query.after = query.before;
    }
    auto events = reader.events(query);
    ContextEvents found;
    found.next = cut(events, page, place_of_event);
    for (auto& event : events) found.items.push_back(shown(std::move(event)));
    return respond_with(200, found);
}

// ── The audit log ────────────────────────────────────────────────────────────────────────────────────

struct AuditQuery {
    std::uint64_t before = 0;
    std::string actor = {};  ///< "operator:06d…", or empty: anybody's
    std::size_t limit = 0;
};

Result<AuditQuery> audit_asked_for(const Request& request) {
    DANGOL_TRY(const auto page, page_of(request));
    AuditQuery query{.before = newest_events(page, {}).before, .limit = page.limit};
    if (const auto actor = request.query.find("actor"); actor != request.query.end()) {
        query.actor = actor->second;
    }
    return query;
}

/// A menu's items and a week's hours are lists of objects, and longer than all the rest: left out.
std::string without_lists(const std::string& data) {
    auto value = codec::parse_tree(data);
    auto* object = value ? value->if_object() : nullptr;
    if (object == nullptr) return data;
    for (auto member = object->begin(); member != object->end();) {
        const auto* list = member->value().if_array();
        const bool of_objects = list != nullptr && !list->empty() && list->front().is_object();
        member = of_objects ? object->erase(member) : std::next(member);
    }
    return boost::json::serialize(*value);
}

/// Audited events are few among all, and no index finds them: one answer looks at so many events at most.
/// With thousands of orders a day that is some hours, and the caller goes on with `next`.
constexpr std::size_t looked_at_max = 10'000;

AuditLog audit_log(const Context& context, Reader& reader, const AuditQuery& asked) {
    AuditLog log;
    EventQuery query{.limit = 500, .newest_first = true, .before = asked.before};
    const auto after = [](std::uint64_t position) {
        return next_after({static_cast<std::int64_t>(position), {}});
    };
    for (std::size_t looked_at = 0; looked_at < looked_at_max; looked_at += query.limit) {
        auto events = reader.events(query);
        const bool at_the_end = events.size() < query.limit;
        for (auto& event : events) {
            query.before = event.position;
            log.reached_at = event.time;
            if (!context.audits(event) || (!asked.actor.empty() && asked.actor != event.actor)) continue;
            auto entry = shown(std::move(event));
            entry.data = without_lists(entry.data);
            log.items.push_back(std::move(entry));
            if (log.items.size() == asked.limit) {
                log.next = after(query.before);
                return log;
            }
        }
        if (at_the_end) return log;
    }
    log.next = after(query.before);
    return log;
}

Task<Result<Response>> list_audit_log(OperatedContext& context, Rebuild&, Request request) {
    DANGOL_CO_TRY(const auto query, audit_asked_for(request));
    co_return co_await context.host.read([&](Reader& reader) -> Result<Response> {
        return respond_with(200, audit_log(context.context, reader, query));
    });
}

Task<Result<Response>> list_events(OperatedContext& context, Rebuild&, Request request) {
    co_return co_await context.host.read(
        [&](Reader& reader) -> Result<Response> { return recorded(reader, request); });
}

/// Dead letters are few, and of what is more than these nothing is lost: they follow when others are ended.
constexpr std::size_t letters_max = 100'000;

Task<Result<Response>> list_letters(OperatedContext& context, Rebuild&, Request request) {
    DANGOL_CO_TRY(const auto page, page_of(request));
    co_return co_await context.host.read([&](Reader& reader) -> Result<Response> {
        DeadLetters letters;
        for (auto& letter : reader.dead_letters(letters_max)) {
            letters.items.push_back({std::move(letter.source), std::move(letter.subject), letter.partition,
                                     letter.offset, std::move(letter.event.id), std::move(letter.event.type),
                                     std::move(letter.reason), letter.attempts, letter.parked_at,
                                     masked(letter.event.data)});
        }
        letters.next = cut_whole(letters.items, page, [](const DeadLetterResource& letter) {
            return Cursor{static_cast<std::int64_t>(letter.offset),
                          letter.source + "-" + std::to_string(letter.partition)};
        });
        return respond_with(200, letters);
    });
}

using End = void (Writer::*)(std::string, std::string, std::function<void(Result<int>)>, Actor);

template <End end>
Task<Result<Response>> end_letters(OperatedContext& context, Rebuild&, Request request) {
    DANGOL_CO_TRY(const auto body, body_of<DeadLetterSubject>(request));
    if (body.source.empty()) co_return std::unexpected(bad_body({"source", "is missing"}));
    if (body.subject.empty()) co_return std::unexpected(bad_body({"subject", "is missing"}));
    DANGOL_CO_TRY(const auto ended,
                  co_await call<Result<int>>(
                      [&context, body, actor = request.context().actor](Callback<Result<int>> done) {
                          // std::function wants what can be copied.
                          const auto shared = std::make_shared<Callback<Result<int>>>(std::move(done));
                          (context.host.writer.*end)(
                              body.source, body.subject,
                              [shared](Result<int> result) { (*shared)(std::move(result)); }, actor);
                      }));
    co_return respond_with(200, DeadLettersEnded{ended});
}

Task<Result<Response>> begin_rebuild(OperatedContext& context, Rebuild& rebuild, Request request) {
    DANGOL_CO_TRY(const auto order, body_of<RebuildOrder>(request));
    if (!context.make_fresh) {
        co_return refuse(Refusal::conflict, "not-a-read-model",
                         {"읽기 모델만 이벤트로부터 다시 만들 수 있어요. mypage를 지정해 주세요.",
                          "Only a read model can be rebuilt from events. Name mypage."});
    }
    if (!rebuild.start(order.repairs, context.make_fresh, {context.host.writer, context.store})) {
        co_return refuse(Refusal::conflict, "rebuild-under-way",
                         {"이미 다시 만드는 중이에요. 끝난 뒤 다시 요청해 주세요.",
                          "A rebuild is already running. Try again when it has ended."});
    }
    co_return respond_with(202, rebuild.status());
}

Task<Result<Response>> show_rebuild(OperatedContext&, Rebuild& rebuild, Request) {
    return Task<Result<Response>>(respond_with(200, rebuild.status()));
}

}  // namespace

std::vector<Route> operation_routes(Find find, Rebuild& rebuild) {
    const auto route = [&](Method method, std::string pattern, Answers answers) {
        return Route{method, "/contexts/{context}" + std::move(pattern), operators,
                     [find, &rebuild, answers](Request request) {
                         return ask(find, rebuild, answers, std::move(request));
                     }};
    };
    return {
        route(Method::get, "/events", list_events),
        route(Method::get, "/auditLog", list_audit_log),
        route(Method::get, "/deadLetters", list_letters),
        route(Method::post, "/deadLetters/retry", end_letters<&Writer::retry_dead_letters>),
        route(Method::post, "/deadLetters/drop", end_letters<&Writer::drop_dead_letters>),
        route(Method::get, "/rebuild", show_rebuild),
        route(Method::post, "/rebuild", begin_rebuild),
    };
}

}  // namespace dangol::adapters
