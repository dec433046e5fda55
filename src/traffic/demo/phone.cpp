#include "traffic/demo/phone.hpp"

#include <fmt/format.h>

namespace dangol::traffic::demo {

Task<Reply> Phone::get(std::string target) { return ask("GET", std::move(target), {}); }

Task<Reply> Phone::post(std::string target, std::string body) {
    return ask("POST", std::move(target), std::move(body));
}

Task<void> Phone::sign_in() {
    if (key_ == nullptr) {
        session_ = co_await client::begin_guest(town_.api);
    } else {
        session_ = co_await client::sign_in(town_.api, *key_);
        client::save_keys(town_.key_file, town_.keys);
    }
}

Task<Reply> Phone::try_once(client::Call call) {
    if (session_.access_token.empty()) co_await sign_in();
    call.token = session_.access_token;
    auto reply = co_await town_.api.send(call);
    if (reply.status == 401) {  // access tokens are short-lived
        if (key_ == nullptr) {
            session_ = co_await client::refresh(town_.api, session_.refresh_token);
        } else {
            co_await sign_in();
        }
        call.token = session_.access_token;
        reply = co_await town_.api.send(call);
    }
    co_return reply;
}

Task<Reply> Phone::ask(std::string method, std::string target, std::string body) {
    const auto key = method == "GET" ? std::string{} : fmt::format("demo-{:016x}", town_.random());
    for (bool reached = false; !reached;) {
        reached = true;
        try {
            co_return co_await try_once(
                {.method = method, .target = target, .token = {}, .body = body, .idempotency_key = key});
        } catch (const client::NoReply&) {
            reached = false;  // whether it did what it was asked is told by the same key
        }
        co_await client::pause_for(std::chrono::seconds(1));
    }
    co_return Reply{};
}

}  // namespace dangol::traffic::demo
