// The provider's port as HTTP calls.
#include "adapters/remote/http_provider.hpp"

#include <utility>

#include "adapters/sandbox_provider/provider_wire.hpp"
#include "core/codec.hpp"

namespace dangol::adapters {

using namespace payment;

template <class Answer, class Outcome>
void HttpProvider::ask(std::string method, std::string path, std::string body, Outcome otherwise,
                       std::move_only_function<void(Outcome)> answer) {
    RemoteRequest request;
    request.method = std::move(method);
    request.path = std::move(path);
    request.deadline = deadline_;
    if (!body.empty()) request.body = [body = std::move(body)](Duration) { return body; };
    provider_.call(std::move(request), [otherwise = std::move(otherwise),
                                        answer = std::move(answer)](const RemoteOutcome& outcome) mutable {
        constexpr int ok = 200;
        if (!outcome || outcome->status != ok) return answer(std::move(otherwise));
        const auto read = codec::from_json<Answer>(outcome->body);
        answer(read ? outcome_of(*read) : std::move(otherwise));
    });
}

void HttpProvider::charge(ChargeRequest request, std::move_only_function<void(ChargeOutcome)> answer) {
    ask<ChargeAnswer, ChargeOutcome>("POST", "/sandbox/charges", codec::to_json(request), ChargeUnknown{},
                                     std::move(answer));
}

void HttpProvider::query(OrderId order_id, std::move_only_function<void(QueryOutcome)> answer) {
    ask<FoundCharge, QueryOutcome>("GET", "/sandbox/charges/" + order_id.value, {}, QueryUnavailable{},
                                   std::move(answer));
}

void HttpProvider::refund(OrderId order_id, Money amount, std::string refund_id,
                          std::move_only_function<void(RefundOutcome)> answer) {
    ask<RefundAnswer, RefundOutcome>("POST", "/sandbox/charges/" + order_id.value + "/refund",
                                     codec::to_json(RefundOrder{std::move(amount), std::move(refund_id)}),
                                     RefundUnknown{}, std::move(answer));
}

}  // namespace dangol::adapters
