// The sandbox provider over HTTP: for the operator and tests, and for payment in another process.
#include "adapters/sandbox_provider/provider_wire.hpp"
#include "adapters/sandbox_provider/sandbox_provider.hpp"

namespace dangol::adapters {
namespace {

using runtime::Callback;
using runtime::Method;
using runtime::Request;
using runtime::Response;
using runtime::Task;

constexpr Access operator_only{.operator_ = true};
constexpr Access services_only{.service = true};

struct TransactionList {
    std::vector<SandboxTransaction> items;
};
BOOST_DESCRIBE_STRUCT(TransactionList, (), (items))

struct TokenList {
    std::vector<std::string> items;
};
BOOST_DESCRIBE_STRUCT(TokenList, (), (items))

struct RefundOrders {
    int count = 0;
    RefundTrouble trouble{};
};
BOOST_DESCRIBE_STRUCT(RefundOrders, (), (count, trouble))

// ── For the order app, which has no provider's widget to show ───────────────────────────────────────

Response list_tokens(const SandboxProvider& sandbox, const Request&) {
    return runtime::respond_with(200, TokenList{sandbox.tokens()});
}

// ── For the operator ─────────────────────────────────────────────────────────────────────────────────

Response list(const SandboxProvider& sandbox, const Request& request) {
    TransactionList list{sandbox.transactions()};
    if (const auto order = request.query.find("orderId"); order != request.query.end()) {
        std::erase_if(list.items,
                      [&](const auto& transaction) { return transaction.order_id.value != order->second; });
    }
    return runtime::respond_with(200, list);
}

Response trouble(SandboxProvider& sandbox, const Request& request) {
    const auto body = runtime::body_of<RefundOrders>(request);
    if (!body) return runtime::problem(body.error(), request.language);
    constexpr int count_max = 1'000'000;
    if (body->count < 0 || body->count > count_max) {
        const auto refused =
            refuse(Refusal::invalid, "invalid-count",
                   {"count는 0에서 1000000 사이여야 해요.", "The count must be from 0 to 1000000."});
        return runtime::problem(refused.error(), request.language);
    }
    sandbox.trouble_refunds(body->count, body->trouble);
    return runtime::respond_with(200, *body);
}

// ── The port itself, for payment in another process ──────────────────────────────────────────────────

Task<Response> make_charge(SandboxProvider& sandbox, Request request) {
    auto body = runtime::body_of<payment::ChargeRequest>(request);
    if (body && !is_id(body->order_id.value))
        body = std::unexpected(runtime::bad_body({"orderId", "must be an id"}));
    if (!body) co_return runtime::problem(body.error(), request.language);
    const auto outcome = co_await runtime::call<payment::ChargeOutcome>(
        [&sandbox, order = std::move(*body)](Callback<payment::ChargeOutcome> done) mutable {
            sandbox.charge(std::move(order), std::move(done));
        });
    co_return runtime::respond_with(200, answer_of(outcome));
}

Task<Response> find_charge(SandboxProvider& sandbox, Request request) {
    const auto outcome = co_await runtime::call<payment::QueryOutcome>(
        [&sandbox, id = OrderId{request.params.at(0)}](Callback<payment::QueryOutcome> done) {
            sandbox.query(id, std::move(done));
        });
    co_return runtime::respond_with(200, answer_of(outcome));
}

Task<Response> make_refund(SandboxProvider& sandbox, Request request) {
    auto body = runtime::body_of<RefundOrder>(request);
    if (!body) co_return runtime::problem(body.error(), request.language);
    const auto outcome = co_await runtime::call<payment::RefundOutcome>(
        [&sandbox, id = OrderId{request.params.at(0)},
         order = std::move(*body)](Callback<payment::RefundOutcome> done) mutable {
            sandbox.refund(id, order.amount, std::move(order.refund_id), std::move(done));
        });
    co_return runtime::respond_with(200, answer_of(outcome));
}

}  // namespace

std::vector<runtime::Route> SandboxProvider::routes() {
    const auto here = [this](auto answers) -> runtime::Handler {
        return
            [this, answers](Request request) -> Task<Response> { return answers(*this, std::move(request)); };
    };
    return {
        {Method::get, "/sandbox/tokens", Access::anyone(), here(list_tokens)},
        {Method::get, "/sandbox/transactions", operator_only, here(list)},
        {Method::post, "/sandbox/refunds", operator_only, here(trouble)},
        {Method::post, "/sandbox/charges", services_only, here(make_charge)},
        {Method::get, "/sandbox/charges/{id}", services_only, here(find_charge)},
        {Method::post, "/sandbox/charges/{id}/refund", services_only, here(make_refund)},
    };
}

}  // namespace dangol::adapters
