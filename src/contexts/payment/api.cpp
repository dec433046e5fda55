// The HTTP API of payments: customers see their own, the operator sees trouble and the ledger, and refunds.
#include "contexts/payment/api.hpp"

#include "contexts/payment/aggregate.hpp"
#include "contexts/payment/views.hpp"
#include "runtime/endpoint.hpp"

namespace dangol::payment {
namespace {

using runtime::Access;
using runtime::Method;
using runtime::Reader;
using runtime::Request;
using runtime::Respond;
using runtime::Response;
using runtime::Unit;

constexpr Access operator_only{.operator_ = true};
constexpr Access customer_or_operator{.customer = true, .operator_ = true};

struct RefundBody {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RefundBody, (), (reason))

struct CommandAnswer {
    OrderId order_id;
    std::string status;
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(CommandAnswer, (), (order_id, status, version))

struct PaymentList {
    std::vector<PaymentResource> items;
};
BOOST_DESCRIBE_STRUCT(PaymentList, (), (items))

std::unexpected<Rejection> no_such_payment() {
    return runtime::not_found({"이 주문의 결제", "a payment for this order"});
}

Result<Response> show(Reader& reader, const Request& request) {
    const auto payment = find_payment(reader, request.params.at(0));
    if (!payment) return no_such_payment();
    const bool own = payment->customer_id == request.principal.account;
    if (!own && request.principal.role != runtime::Role::operator_) return runtime::not_yours();
    return runtime::respond_with(200, *payment);
}

Result<Response> list(Reader& reader, const Request& request) {
    const auto limit = runtime::limit_of(request);
    if (!limit) return std::unexpected(limit.error());
    const auto asked = request.query.find("state");
    PaymentList found;
    bool known = false;
    for (const auto status : {PaymentStatus::unknown, PaymentStatus::refund_requested}) {
        if (asked != request.query.end() && asked->second != word_of(status)) continue;
        known = true;
        for (auto& payment : payments_needing_attention(reader, status, *limit - found.items.size())) {
            found.items.push_back(std::move(payment));
        }
    }
    if (!known) {
        return refuse(
            Refusal::invalid, "invalid-query",
            {"state에는 UNKNOWN이나 REFUND_REQUESTED만 쓸 수 있습니다. 손볼 일이 있는 결제만 목록으로 볼 수 "
             "있습니다.",
             "The state must be UNKNOWN or REFUND_REQUESTED: only payments that need attention are listed."});
    }
    return runtime::respond_with(200, found);
}

Result<Response> show_ledger(Reader& reader, const Request&) {
    return runtime::respond_with(200, sum_of_ledger(reader));
}

Result<Response> refund(Unit& unit, const Request& request) {
    const auto body = runtime::body_of<RefundBody>(request);
    if (!body) return std::unexpected(body.error());
    constexpr std::size_t reason_max = 500;
    if (body->reason.empty() || body->reason.size() > reason_max) {
        return refuse(Refusal::invalid, "invalid-body",
                      {"환불 사유(reason)를 500바이트 이내로 적어 주세요.",
                       "Give a reason for the refund, of at most 500 bytes."});
    }
    const auto& id = request.params.at(0);
    const auto& before = unit.load<PaymentAggregate>(id).state;
    if (before.status == PaymentStatus::none || before.status == PaymentStatus::forbidden)
        return no_such_payment();
    unit.correlate(id);
    const auto version = unit.execute<PaymentAggregate>(
        id, CancelPayment{before.order_id, before.cafe_id, before.customer_id, body->reason});
    if (!version) return std::unexpected(version.error());
    const auto& after = unit.load<PaymentAggregate>(id).state;
    return runtime::respond_with(200,
                                 CommandAnswer{after.order_id, std::string(word_of(after.status)), *version});
}

}  // namespace

std::vector<runtime::Route> payment_routes(runtime::Host host) {
    const auto query = [host](Result<Response> (*question)(Reader&, const Request&)) -> runtime::Handler {
        return [host, question](Request request, Respond respond) {
            runtime::run_query(host, std::move(request), std::move(respond), question);
        };
    };
    return {
        {Method::get, "/payments", operator_only, query(list)},
        {Method::get, "/payments/ledger", operator_only, query(show_ledger)},
        {Method::get, "/payments/{id}", customer_or_operator, query(show)},
        {Method::post, "/payments/{id}/refund", operator_only,
         [host](Request request, Respond respond) {
             runtime::run_command(host, std::move(request), std::move(respond), refund);
         }},
    };
}

}  // namespace dangol::payment
