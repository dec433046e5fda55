#include "app/demo/phone.hpp"

#include <fmt/format.h>

namespace dangol::app::demo {

Phone::Phone(const asio::any_io_executor& executor, Town& town)
    : town_(town), connection_(executor, town.url) {}

Phone::Phone(const asio::any_io_executor& executor, Town& town, client::Key& key)
    : town_(town), connection_(executor, town.url), key_(&key) {}

asio::awaitable<Answer> Phone::get(std::string target) { return ask("GET", std::move(target), {}); }

asio::awaitable<Answer> Phone::post(std::string target, std::string body) {
    return ask("POST", std::move(target), std::move(body));
}

asio::awaitable<void> Phone::sign_in() {
    if (key_ == nullptr) {
        session_ = co_await client::begin_guest(connection_);
    } else {
        session_ = co_await client::sign_in(connection_, *key_);
        client::save_keys(town_.key_file, town_.keys);
    }
}

asio::awaitable<Answer> Phone::try_once(const client::Call& call) {
    auto signed_call = call;
    if (session_.access_token.empty()) co_await sign_in();
    signed_call.token = session_.access_token;
    auto reply = co_await connection_.send(signed_call);
    if (reply.status == 401) {  // access tokens are short-lived
        if (key_ == nullptr) {
            session_ = co_await client::refresh(connection_, session_.refresh_token);
        } else {
            co_await sign_in();
        }
        signed_call.token = session_.access_token;
        reply = co_await connection_.send(signed_call);
    }
    co_return Answer{reply.status, std::string(reply.body)};
}

asio::awaitable<Answer> Phone::ask(std::string_view method, std::string target, std::string body) {
    const auto key = method == "GET" ? std::string{} : fmt::format("demo-{:016x}", town_.random());
    for (bool reached = false; !reached;) {
        reached = true;
        try {
            co_return co_await try_once(
                {.method = method, .target = target, .token = {}, .body = body, .idempotency_key = key});
        } catch (const boost::system::system_error&) {
            reached = false;  // whether it did what it was asked is told by the same key
        }
        co_await client::pause_for(std::chrono::seconds(1));
    }
    co_return Answer{};
}

}  // namespace dangol::app::demo
