#include "traffic/client/api.hpp"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/describe/class.hpp>

#include "adapters/http/ask.hpp"
#include "adapters/http/outgoing.hpp"

namespace dangol::traffic::client {

struct Problem {
    std::string type;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type))

namespace {

/// As many as a load may have at the same time: closing one only to open the next would be measured, too.
adapters::HttpClientOptions options() { return {.idle_connections_max = 10'000}; }

std::string checked(std::string url) {
    while (url.ends_with('/')) url.pop_back();
    const auto at = adapters::destination_of(url);
    if (!at || at->target != "/") {
        throw std::invalid_argument("'" + url +
                                    "' is not the address of a server; give it like http://127.0.0.1:8088");
    }
    return url;
}

}  // namespace

std::string Reply::problem() const {
    constexpr std::string_view prefix = "/problems/";
    const auto read = codec::from_json<Problem>(body);
    return read && read->type.starts_with(prefix) ? read->type.substr(prefix.size()) : std::string{};
}

Api::Api(asio::io_context& io, std::string url) : url_(checked(std::move(url))), http_(io, options()) {}

Task<Reply> Api::send(Call call) {
    adapters::HttpCall http{.method = std::move(call.method),
                            .url = url_ + call.target,
                            .body = std::move(call.body),
                            .deadline = call.deadline};
    if (!call.token.empty()) http.headers.emplace_back("Authorization", "Bearer " + call.token);
    if (!call.idempotency_key.empty())
        http.headers.emplace_back("Idempotency-Key", std::move(call.idempotency_key));
    if (!http.body.empty()) http.headers.emplace_back("Content-Type", "application/json");
    auto outcome = co_await adapters::ask(http_, std::move(http));
    if (!outcome) throw NoReply(outcome.error().message);
    co_return Reply{outcome->status, std::move(outcome->body)};
}

Task<void> pause_for(std::chrono::microseconds time) {
    using Clock = std::chrono::steady_clock;
    asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, adapters::Executor> timer(
        co_await asio::this_coro::executor, time);
    co_await timer.async_wait(adapters::use_task);
}

}  // namespace dangol::traffic::client
