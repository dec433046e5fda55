// The part of a connection that passes requests on to another process.
#include <boost/beast/http/verb.hpp>
#include <utility>

#include "adapters/http/connection.hpp"
#include "adapters/http/header_values.hpp"

namespace dangol::adapters {

namespace http = boost::beast::http;
using boost::system::error_code;
using runtime::problem;
using runtime::Response;

namespace {

Response not_reachable(Language language) {
    return problem(503, "not-reachable",
                   {"지금은 이 서비스에 닿지 않습니다. 잠시 후 같은 요청을 같은 Idempotency-Key로 다시 보내 "
                    "주세요. 두 번 "
                    "처리되지 않습니다.",
                    "This service cannot be reached just now. Send the same request with the same "
                    "Idempotency-Key again in a moment; nothing is done twice."},
                   language);
}

Response no_answer_in_time(Language language) {
    return problem(504, "no-answer-in-time",
                   {"제때 답하지 못했습니다. 처리되었을 수도 있으니 상태를 확인해 주세요.",
                    "No answer came in time. It may have been done: please look at the present state."},
                   language);
}

}  // namespace

Task<bool> Connection::forward(Destination peer) {
    const auto& message = parser_->get();
    const auto language =
        preferred_language(message[http::field::accept_language], message[http::field::cookie]);
    const bool head_only = message.method() == http::verb::head;
    const bool http_1_0 = message.version() < 11;
    bool keep_alive = message.keep_alive();
    const auto known_method = http::to_string(message.method());
    method_ = {known_method.data(), known_method.size()};
    request_id_ = thread_.parts().ids.next();

    const auto error = co_await ask_peer(std::move(peer));
    if (cut_) co_return false;
    keep_alive = keep_alive && !thread_.leaving();
    if (error) {
        const auto response = late_ ? no_answer_in_time(language) : not_reachable(language);
        write_response(out_, response, {request_id_, thread_.date(), head_only, keep_alive, http_1_0});
        log(response.status);
        const bool written = co_await write();
        co_return written&& keep_alive;
    }
    keep_alive = keep_alive && forwarding_->has_end() && !forwarding_->is_event_stream();
    log(forwarding_->status());
    if (forwarding_->is_event_stream()) notice_peer_leaving();
    const bool whole = co_await pass_back(forwarding_->head(keep_alive, http_1_0));
    co_return whole&& keep_alive;
}

Task<error_code> Connection::ask_peer(Destination peer) {
    forwarding_.emplace(socket_.get_executor().context());
    enter(Phase::forwarding, limits_.connect_time);
    if (const auto failed = co_await forwarding_->connect(peer)) {
        late_ = false;  // nothing was sent: there is nothing to wonder about
        co_return failed;
    }
    error_code ignored;
    const auto client = socket_.remote_endpoint(ignored).address().to_string();
    enter(Phase::forwarding, limits_.answer_time);
    co_return co_await forwarding_->ask(&parser_->get(), &peer, client);
}

Task<bool> Connection::pass_back(std::string head) {
    out_ = std::move(head);
    for (;;) {
        if (!co_await write()) co_return false;
        // A stop that came during the write has passed by; this stream would go on for ever.
        if (thread_.stopping() && forwarding_->is_event_stream()) co_return false;
        enter(Phase::forwarding, limits_.answer_time);
        const auto error = co_await forwarding_->read_some(&out_);
        if (error || cut_ || peer_gone_) co_return false;
        if (out_.empty()) co_return true;
    }
}

}  // namespace dangol::adapters
