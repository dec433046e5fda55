// /payments, and how an order's payment is started.
#include <algorithm>
#include <utility>

#include "contexts/payment/aggregates.hpp"
#include "contexts/payment/api.hpp"
#include "contexts/payment/figures.hpp"
#include "contexts/payment/provider_calls.hpp"
#include "core/overloaded.hpp"
#include "core/reason.hpp"
#include "runtime/query.hpp"
#include "runtime/stored.hpp"

namespace dangol::payment {
namespace {

using namespace std::chrono_literals;
using runtime::Host, runtime::Reader, runtime::Request, runtime::Response, runtime::Task, runtime::Unit;

constexpr Duration answer_within_max = 60s;

const Text the_payment{"이 주문의 결제", "a payment for this order"};

/// nullopt where no payment has begun.
std::optional<PaymentResource> resource_of(const State& state, std::uint64_t version) {
    const auto* bill = bill_of(state);
    if (bill == nullptr) return std::nullopt;
    PaymentResource resource{.payment_id = bill->order_id,
                             .order_id = bill->order_id,
                             .customer_id = bill->customer_id,
                             .cafe_id = bill->cafe_id,
                             .total_price = bill->amount,
                             .status = std::string(status_of(state)),
                             .approval_code = {},
                             .method = bill->method,
                             .started_at = bill->started_at,
                             .paid_at = {},
                             .refunded_at = {},
                             .refunded = {},
                             .refunding = {},
                             .version = version};
    if (const auto* capture = capture_of(state)) {
        if (!capture->approval_code.empty()) resource.approval_code = capture->approval_code;
        resource.paid_at = capture->paid_at;
    }
    if (const auto* refunded = std::get_if<stage::Refunded>(&state)) {
        resource.refunded_at = refunded->refunded_at;
        resource.refunded = bill->amount;
    }
    if (std::holds_alternative<stage::RefundRequested>(state)) resource.refunding = bill->amount;
    if (const auto* settled = std::get_if<stage::Settled>(&state)) {
        if (settled->refunded.amount > 0) resource.refunded = settled->refunded;
        if (settled->refunding) resource.refunding = settled->refunding->amount;
    }
    return resource;
}

}  // namespace

std::optional<PaymentResource> find_payment(Reader& reader, const std::string& order_id) {
    const auto [state, version] = runtime::stored<Payment>(reader, order_id);
    return resource_of(state, version);
}

// ── Queries ────────────────────────────────────────────────────────────────────────────────────────

Result<Response> list_payments(Reader& reader, const Request& request) {
    DANGOL_TRY(const auto page, runtime::page_of(request));
    const auto asked = request.query.find("state");
    const bool all = asked == request.query.end();
    if (!all && std::ranges::find(view::attention, asked->second) == view::attention.end()) {
        return refuse(
            Refusal::invalid, "invalid-query",
            {"state에는 UNKNOWN이나 REFUND_REQUESTED만 쓸 수 있어요. 확인이 필요한 결제만 목록으로 볼 수 "
             "있어요.",
             "The state must be UNKNOWN or REFUND_REQUESTED: only payments that need attention are listed."});
    }
    std::vector<std::string> scopes;
    for (const auto status : view::attention) {
        if (all || asked->second == status) scopes.emplace_back(status);
    }
    runtime::RowQuery query;
    query.view = view::payments;
    auto listed = runtime::rows_of(reader, query, scopes, page);
    PaymentList found;
    found.next = std::move(listed.next);
    for (const auto& row : listed.rows) {
        if (auto payment = find_payment(reader, row.key)) found.items.push_back(std::move(*payment));
    }
    return runtime::respond_with(200, found);
}

Result<Response> show_payment(Reader& reader, const Request& request) {
    const auto payment = find_payment(reader, request.params.at(0));
    if (!payment) return runtime::not_found(the_payment);
    const bool own = payment->customer_id == request.principal.account;
    if (!own && !request.principal.is_operator()) return runtime::not_found(the_payment);
    return runtime::respond_with(200, *payment);
}

Result<Response> show_ledger(Reader& reader, const Request&) {
    return runtime::respond_with(200, sum_of_ledger(reader));
}

// ── The operator's refund ──────────────────────────────────────────────────────────────────────────

Result<Response> refund_payment(Unit& unit, const Request& request) {
    DANGOL_TRY(const auto body, runtime::body_of<RefundBody>(request));
    DANGOL_TRY(auto reason, required_reason(body.reason));
    const auto& id = request.params.at(0);
    const auto* bill = bill_of(unit.load<Payment>(id).state);
    if (bill == nullptr) return runtime::not_found(the_payment);
    const auto order_id = bill->order_id;
    DANGOL_TRY(const auto version,
               unit.execute<Payment>(id, Refund{body.amount, std::move(reason), body.borne_by}));
    const auto status = status_of(unit.load<Payment>(id).state);
    return runtime::respond_with(200, PaymentAnswer{order_id, std::string(status), version});
}

// ── Starting a payment ─────────────────────────────────────────────────────────────────────────────

namespace {

struct Begun {
    std::optional<PaymentResult> known;  ///< none while the provider's answer is pending
    std::uint64_t version = 0;
};

std::optional<PaymentResult> outcome_in(const State& state) {
    return std::visit(
        Overloaded{
            [](const OneOf<stage::None, stage::Forbidden, stage::Started, stage::Unknown> auto&)
                -> std::optional<PaymentResult> { return std::nullopt; },
            [](const OneOf<stage::Paid, stage::Settled> auto& in) -> std::optional<PaymentResult> {
                return PaymentResult{PaymentVerdict::paid, in.capture.approval_code};
            },
            [](const stage::Failed& in) -> std::optional<PaymentResult> {
                return PaymentResult{PaymentVerdict::failed, {}, in.reason};
            },
            [](const OneOf<stage::RefundRequested, stage::Refunded> auto&) -> std::optional<PaymentResult> {
                return PaymentResult{PaymentVerdict::failed, {}, std::string(goes_back)};
            },
        },
        state);
}

/// Starts the payment if there is none. The charge is owed here, where the token is known.
Result<Begun> begin(Unit& unit, const StartPaymentRequest& request, Duration validity) {
    const auto& id = request.order_id;
    const bool fresh = std::holds_alternative<stage::None>(unit.load<Payment>(id).state);
    const auto valid_until = unit.now() + validity;
    const StartPayment command{request.order_id, request.cafe_id, request.customer_id, request.amount,
                               request.method,   unit.now(),      valid_until};
    DANGOL_CHECK(unit.execute<Payment>(id, command));
    if (fresh) unit.perform(charge_effect({id, request.amount, request.method, request.token, valid_until}));
    const auto& [state, version] = unit.load<Payment>(id);
    return Begun{outcome_in(state), version};
}

}  // namespace

Task<Result<PaymentResult>> start_payment(const Host& host, Settings settings, StartPaymentRequest request,
                                          Duration deadline) {
    const auto until = host.now() + deadline;
    DANGOL_CO_TRY(auto begun, co_await host.decide(request.context, [&](Unit& unit) {
        return begin(unit, request, settings.charge_validity);
    }));
    if (begun.known) co_return std::move(*begun.known);

    // Of one commit the last event counts: a late approval is Paid and RefundRequested together.
    const auto next = co_await host.next_event<Paid, PaymentFailed, RefundRequested>(
        request.order_id.value, begun.version, until - host.now());
    // Also a writer that stops leaves it unknown: a rejection would mean that no payment began.
    const auto event = next.value_or(nullptr);
    if (!event) co_return PaymentResult{PaymentVerdict::unknown};
    if (event->type == type_name<Paid>())
        co_return PaymentResult{PaymentVerdict::paid, runtime::event_in<Paid>(*event).approval_code};
    if (event->type == type_name<PaymentFailed>())
        co_return PaymentResult{PaymentVerdict::failed, {}, runtime::event_in<PaymentFailed>(*event).reason};
    co_return PaymentResult{PaymentVerdict::failed, {}, std::string(goes_back)};
}

namespace {

Result<StartPaymentBody> start_body(const Request& request) {
    constexpr auto not_an_id = "must be 1 to 64 letters, digits, '-' and '_'";
    const auto wrong = [](std::string_view path, std::string_view what) {
        return std::unexpected(runtime::bad_body({std::string(path), std::string(what)}));
    };
    DANGOL_TRY(auto body, runtime::body_of<StartPaymentBody>(request));
    if (!is_id(body.order_id.value)) return wrong("orderId", not_an_id);
    if (!is_id(body.cafe_id.value)) return wrong("cafeId", not_an_id);
    if (!is_id(body.customer_id.value)) return wrong("customerId", not_an_id);
    if (!is_id(body.method)) return wrong("method", not_an_id);
    if (body.answer_within < Duration::zero() || body.answer_within > answer_within_max)
        return wrong("answerWithin", "is out of range");
    return body;
}

StartPaymentAnswer answer_of(const PaymentResult& result) {
    switch (result.verdict) {
        case PaymentVerdict::paid: return {StartOutcome::paid, {}, {}};
        case PaymentVerdict::failed: return {StartOutcome::failed, result.reason, {}};
        case PaymentVerdict::unknown: return {StartOutcome::unknown, {}, {}};
    }
    std::unreachable();
}

}  // namespace

Task<Result<Response>> start_for_service(const Host& host, Settings settings, Request request) {
    DANGOL_CO_CHECK(host.room_for(request.caller));
    DANGOL_CO_TRY(auto body, start_body(request));
    auto context = request.context();
    context.actor = {body.customer_id, Role::customer};  // the customer's order; the service passes it on
    context.id = std::move(body.cause);
    auto result = co_await start_payment(
        host, settings,
        {std::move(body.order_id), std::move(body.cafe_id), std::move(body.customer_id),
         std::move(body.amount), std::move(body.method), std::move(body.token), std::move(context)},
        body.answer_within);
    if (result) co_return runtime::respond_with(200, answer_of(*result));
    if (result.error().refusal == Refusal::unavailable) co_return std::unexpected(std::move(result).error());
    co_return runtime::respond_with(200,
                                    StartPaymentAnswer{StartOutcome::refused, {}, std::move(result).error()});
}

}  // namespace dangol::payment
