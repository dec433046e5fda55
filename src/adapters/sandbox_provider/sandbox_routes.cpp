// The sandbox provider's back office, for the operator and for tests; and its door for payment in another
// process.
#include "adapters/sandbox_provider/provider_wire.hpp"
#include "adapters/sandbox_provider/sandbox_provider.hpp"

namespace dangol::adapters {
namespace {

using runtime::Access;
using runtime::Method;
using runtime::Request;
using runtime::Respond;

constexpr Access operator_only{.operator_ = true};
constexpr Access services_only{.service = true};

struct TransactionList {
    std::vector<SandboxTransaction> items;
};
BOOST_DESCRIBE_STRUCT(TransactionList, (), (items))

struct RefundOrders {
    int count = 0;
    RefundTrouble trouble = RefundTrouble::fail;
};
BOOST_DESCRIBE_STRUCT(RefundOrders, (), (count, trouble))

template <class Outcome>
std::move_only_function<void(Outcome)> answering(Respond respond) {
    return [respond = std::move(respond)](const Outcome& outcome) mutable {
        respond(runtime::respond_with(200, answer_of(outcome)));
    };
}

}  // namespace

std::vector<runtime::Route> SandboxProvider::routes() {
    return {
        {Method::get, "/sandbox/transactions", operator_only,
         [this](Request request, Respond respond) {
             TransactionList list{transactions()};
             if (const auto order = request.query.find("orderId"); order != request.query.end()) {
                 std::erase_if(list.items, [&](const auto& transaction) {
                     return transaction.order_id.value != order->second;
                 });
             }
             respond(runtime::respond_with(200, list));
         }},
        {Method::post, "/sandbox/refunds", operator_only,
         [this](Request request, Respond respond) {
             const auto body = runtime::body_of<RefundOrders>(request);
             if (!body) return respond(runtime::problem(body.error(), request.language));
             constexpr int count_max = 1'000'000;
             if (body->count < 0 || body->count > count_max) {
                 const Rejection rejection{
                     Refusal::invalid,
                     "invalid-count",
                     {"count는 0에서 1000000 사이여야 합니다.", "The count must be from 0 to 1000000."},
                     {},
                     {}};
                 return respond(runtime::problem(rejection, request.language));
             }
             trouble_refunds(body->count, body->trouble);
             respond(runtime::respond_with(200, *body));
         }},
        {Method::post, "/sandbox/charges", services_only,
         [this](const Request& request, Respond respond) {
             auto body = runtime::body_of<payment::ChargeRequest>(request);
             if (body && !is_id(body->order_id.value))
                 body = std::unexpected(runtime::bad_body({"orderId", "must be an id"}));
             if (!body) return respond(runtime::problem(body.error(), request.language));
             charge(std::move(*body), answering<payment::ChargeOutcome>(std::move(respond)));
         }},
        {Method::get, "/sandbox/charges/{id}", services_only,
         [this](const Request& request, Respond respond) {
             query(OrderId{request.params.at(0)}, answering<payment::QueryOutcome>(std::move(respond)));
         }},
        {Method::post, "/sandbox/charges/{id}/refund", services_only,
         [this](const Request& request, Respond respond) {
             auto body = runtime::body_of<RefundOrder>(request);
             if (!body) return respond(runtime::problem(body.error(), request.language));
             refund(OrderId{request.params.at(0)}, body->amount, std::move(body->refund_id),
                    answering<payment::RefundOutcome>(std::move(respond)));
         }},
    };
}

}  // namespace dangol::adapters
