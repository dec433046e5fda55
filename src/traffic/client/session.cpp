#include "traffic/client/session.hpp"

#include <stdexcept>

#include "core/codec.hpp"

namespace dangol::traffic::client {
namespace {

Task<Session> open_session(Api& api, std::string target, std::string body) {
    const auto reply = co_await api.send({.target = target, .body = std::move(body)});
    if (!reply.ok()) {
        throw std::runtime_error("POST " + target + " was refused: " + reply.body);
    }
    auto session = codec::from_json<Session>(reply.body);
    if (!session) throw std::runtime_error("POST " + target + ": " + session.error().message);
    co_return std::move(*session);
}

std::string object_of(std::string_view name, std::string_view value) {
    std::string body = "{";
    codec::write_string(body, name);
    body += ':';
    codec::write_string(body, value);
    return body + "}";
}

}  // namespace

Task<Session> begin_guest(Api& api) { return open_session(api, "/sessions/guest", "{}"); }

Task<Session> redeem(Api& api, std::string code) {
    return open_session(api, "/sessions/link", object_of("code", code));
}

Task<Session> refresh(Api& api, std::string refresh_token) {
    return open_session(api, "/sessions/refresh", object_of("refreshToken", refresh_token));
}

Task<Session> sign_in(Api& api, Key& key) {
    Session session;
    if (!key.code.empty()) {
        session = co_await redeem(api, key.code);
    } else if (!key.refresh_token.empty()) {
        session = co_await refresh(api, key.refresh_token);
    } else {
        throw std::runtime_error("no key for " + key.login_name + "; start the server with --demo again");
    }
    key.code.clear();
    key.refresh_token = session.refresh_token;
    co_return session;
}

}  // namespace dangol::traffic::client
