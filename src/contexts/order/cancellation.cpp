// A customer's cancel and the café's verdict on it.
#include "contexts/order/cancellation.hpp"

#include <boost/describe/class.hpp>

#include "contexts/order/resource.hpp"
#include "runtime/endpoint.hpp"
#include "runtime/writer.hpp"

namespace dangol::order {
namespace {

using namespace runtime;

struct Verdict {
    OrderId order_id;
    std::string status;
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Verdict, (), (order_id, status, version))

/// A cancel is idempotent by itself; its key is noted only so that it cannot serve for something else.
Result<void> note_key(Unit& unit, const Request& request) {
    const auto key = answer_key(request);
    if (key.empty()) return {};
    const auto fingerprint = fingerprint_of(request);
    const auto known = unit.answer(key);
    if (known && known->expires > unit.now()) {
        if (known->fingerprint != fingerprint) return key_reused();
        return {};
    }
    unit.remember({.key = key,
                   .fingerprint = fingerprint,
                   .resource = request.params.at(0),
                   .done = false,
                   .status = 0,
                   .body = {},
                   .expires = unit.now() + std::chrono::hours{24}});
    return {};
}

}  // namespace

void Cancellation::cancel(const Host& host, Request request, Respond respond) {
    const auto id = request.params.at(0);
    host.writer.submit<Verdict>(
        {request.id, request.traceparent, id},
        [request, id](Unit& unit) -> Result<Verdict> {
            if (unit.load<OrderAggregate>(id).state.order.customer_id != request.principal.account) {
                return not_found({"그런 주문", "such an order"});
            }
            if (auto fresh = note_key(unit, request); !fresh)
                return std::unexpected(std::move(fresh.error()));
            if (auto done = unit.execute<OrderAggregate>(id, RequestCancel{}); !done) {
                return std::unexpected(std::move(done.error()));
            }
            const auto& order = unit.load<OrderAggregate>(id);
            return Verdict{{id}, status_of(order.state.stage), order.version};
        },
        [this, host, id, request_id = request.id, language = request.language,
         respond = std::move(respond)](Result<Verdict> verdict) mutable {
            if (!verdict) return respond(problem(verdict.error(), language));
            if (verdict->status != status_of(Stage::cancel_requested))
                return respond(respond_with(200, *verdict));
            waiting_[id].push_back({request_id, std::move(respond), language, codec::to_json(*verdict)});
            host.environment.timers.after(answer_within_, [this, &writer = host.writer, id, request_id] {
                writer.submit<bool>(
                    {request_id, {}, id}, [](Unit&) { return Result<bool>(true); },
                    [this, id, request_id](Result<bool>) { give_up(id, request_id); });
            });
        });
}

void Cancellation::committed(std::span<const std::shared_ptr<const EventRecord>> events) {
    if (waiting_.empty()) return;
    for (const auto& event : events) {
        const bool granted =
            event->type == type_name<OrderCanceled>() || event->type == type_name<OrderCompleted>();
        const bool refused = event->type == type_name<OrderCancelRefused>();
        if (!granted && !refused) continue;
        auto waiting = waiting_.extract(event->subject);
        if (waiting.empty()) continue;
        for (auto& one : waiting.mapped()) {
            if (event->type == type_name<OrderCanceled>()) {
                one.respond(
                    respond_with(200, Verdict{{event->subject}, status_of(Stage::canceled), event->version}));
            } else {
                const auto answer = codec::from_json<OrderCancelRefused>(event->data);
                one.respond(
                    problem(cancel_refusal(answer && refused ? answer->state : "handed_over"), one.language));
            }
        }
    }
}

void Cancellation::give_up(const std::string& order_id, const std::string& request_id) {
    const auto found = waiting_.find(order_id);
    if (found == waiting_.end()) return;
    auto& waiting = found->second;
    const auto mine = std::ranges::find(waiting, request_id, &Waiting::request_id);
    if (mine == waiting.end()) return;
    mine->respond(json_response(202, mine->pending));
    waiting.erase(mine);
    if (waiting.empty()) waiting_.erase(found);
}

}  // namespace dangol::order
