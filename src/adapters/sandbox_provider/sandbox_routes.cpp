// The sandbox provider's back office, for the operator and for tests.
#include "adapters/sandbox_provider/sandbox_provider.hpp"

namespace dangol::adapters {
namespace {

using runtime::Access;
using runtime::Method;
using runtime::Request;
using runtime::Respond;

constexpr Access operator_only{.operator_ = true};

struct TransactionList {
    std::vector<SandboxTransaction> items;
};
BOOST_DESCRIBE_STRUCT(TransactionList, (), (items))

struct RefundOrders {
    int count = 0;
    RefundTrouble trouble = RefundTrouble::fail;
};
BOOST_DESCRIBE_STRUCT(RefundOrders, (), (count, trouble))

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
    };
}

}  // namespace dangol::adapters
