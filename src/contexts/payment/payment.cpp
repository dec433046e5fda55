// The payment context as the runtime drives it, and the request that the order context waits for.
#include "contexts/payment/payment.hpp"

#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "contexts/payment/aggregate.hpp"
#include "contexts/payment/api.hpp"
#include "contexts/payment/policies.hpp"
#include "contexts/payment/start_api.hpp"

namespace dangol::payment {
namespace {

PaymentResult paid_with(std::string code) { return {PaymentVerdict::paid, std::move(code), {}}; }
PaymentResult failed_by(std::string reason) { return {PaymentVerdict::failed, {}, std::move(reason)}; }
constexpr auto goes_back = "refunded";

/// What is known of a payment that has begun; nullopt while the provider's word is out.
std::optional<PaymentResult> known_of(const Payment& payment) {
    switch (payment.status) {
        case PaymentStatus::started:
        case PaymentStatus::unknown: return std::nullopt;
        case PaymentStatus::paid:
        case PaymentStatus::settled: return paid_with(payment.approval_code);
        case PaymentStatus::failed: return failed_by(payment.failure);
        case PaymentStatus::refund_requested:
        case PaymentStatus::refunded: return failed_by(goes_back);
        case PaymentStatus::none:
        case PaymentStatus::forbidden: break;
    }
    throw std::logic_error("a payment that was started has not begun");
}

std::optional<PaymentResult> known_by(const EventRecord& event) {
    if (event.type == "Paid") {
        const auto paid = codec::from_json<Paid>(event.data);
        return paid_with(paid ? paid->approval_code : std::string{});
    }
    if (event.type == "PaymentFailed") {
        const auto failed = codec::from_json<PaymentFailed>(event.data);
        return failed_by(failed ? failed->reason : std::string{});
    }
    if (event.type == "RefundRequested") return failed_by(goes_back);
    return std::nullopt;
}

Result<Payment> start(runtime::Unit& unit, const StartPaymentRequest& request, Duration validity) {
    const auto& id = request.order_id.value;
    const bool fresh = unit.load<PaymentAggregate>(id).state.status == PaymentStatus::none;
    const auto valid_until = unit.now() + validity;
    const StartPayment command{request.order_id, request.cafe_id, request.customer_id, request.amount,
                               request.method,   unit.now(),      valid_until};
    if (auto started = unit.execute<PaymentAggregate>(id, command); !started) {
        return std::unexpected(std::move(started.error()));
    }
    if (fresh) {
        unit.perform(
            charge_effect({request.order_id, request.amount, request.method, request.token, valid_until}));
    }
    return unit.load<PaymentAggregate>(id).state;
}

}  // namespace

PaymentContext::PaymentContext(Settings settings, PaymentProvider& provider, runtime::Environment environment)
    : settings_(settings), environment_(environment), calls_(settings, provider, environment) {}

void PaymentContext::start_payment(runtime::Writer& writer, StartPaymentRequest request, Duration deadline,
                                   std::move_only_function<void(Result<PaymentResult>)> reply) {
    runtime::Writer::Origin origin{request.cause, request.traceparent, request.order_id.value};
    const auto due = environment_.clock.now() + deadline;
    writer.submit<Payment>(
        std::move(origin),
        [request = std::move(request), validity = settings_.charge_validity](runtime::Unit& unit) {
            return start(unit, request, validity);
        },
        [this, &writer, due, reply = std::move(reply)](Result<Payment> payment) mutable {
            if (!payment) return reply(std::unexpected(std::move(payment.error())));
            if (auto known = known_of(*payment)) return reply(std::move(*known));
            waiters_.add(payment->order_id.value, due, std::move(reply));
            wake_waiters_at(writer, due);
        });
}

void PaymentContext::committed(std::span<const std::shared_ptr<const EventRecord>> events) {
    if (!waiters_.any()) return;
    // The last word counts: a late approval is Paid and RefundRequested in one commit.
    std::unordered_map<std::string, PaymentResult> known;
    for (const auto& event : events) {
        if (!waiters_.any(event->subject)) continue;
        if (auto result = known_by(*event)) known.insert_or_assign(event->subject, std::move(*result));
    }
    for (const auto& [order_id, result] : known) waiters_.answer(order_id, result);
}

/// One timer serves all waiters: with thousands of payments a second, one each would be a burden.
void PaymentContext::wake_waiters_at(runtime::Writer& writer, Timestamp due) {
    if (next_wake_ && *next_wake_ <= due) return;
    next_wake_ = due;
    const auto delay = std::max(due - environment_.clock.now(), Duration::zero());
    environment_.timers.after(delay, [this, &writer, alive = std::weak_ptr(alive_)] {
        if (!alive.expired()) wake_waiters(writer);
    });
}

void PaymentContext::wake_waiters(runtime::Writer& writer) {
    // The timer has its own thread, the waiters belong to the writer's.
    writer.submit<bool>(
        {"payment-deadline", {}, {}}, [](runtime::Unit&) -> Result<bool> { return true; },
        [this, &writer](Result<bool> in_writer) {
            if (!in_writer) {
                if (in_writer.error().code == "stopping") return;
                constexpr Duration soon{100};
                environment_.timers.after(soon, [this, &writer, alive = std::weak_ptr(alive_)] {
                    if (!alive.expired()) wake_waiters(writer);
                });
                return;
            }
            next_wake_.reset();
            waiters_.expire(environment_.clock.now());
            if (const auto due = waiters_.earliest_due()) wake_waiters_at(writer, *due);
        });
}

Result<void> PaymentContext::on_event(runtime::Unit& unit, const EventRecord& event) {
    return react(unit, event);
}

Result<void> PaymentContext::on_deadline(runtime::Unit&, const runtime::Deadline& deadline) {
    throw std::logic_error("the payment context sets no deadlines, but " + deadline.key + " has come");
}

void PaymentContext::on_effect(const runtime::Effect& effect, runtime::FinishEffectWith finish) {
    calls_.start(effect, std::move(finish));
}

std::vector<runtime::Route> PaymentContext::routes(runtime::Host host) {
    auto routes = payment_routes(host);
    routes.push_back(start_route(*this, host));
    return routes;
}

}  // namespace dangol::payment
