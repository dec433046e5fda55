#include "app/client/session.hpp"

#include <stdexcept>

#include "core/codec.hpp"

namespace dangol::app::client {
namespace {

asio::awaitable<Session> open_session(Connection& connection, std::string target, std::string body) {
    const auto reply = co_await connection.send({.target = target, .body = body});
    if (!reply.ok()) {
        throw std::runtime_error("POST " + target + " was refused: " + std::string(reply.body));
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

asio::awaitable<Session> begin_guest(Connection& connection) {
    return open_session(connection, "/sessions/guest", "{}");
}

asio::awaitable<Session> redeem(Connection& connection, std::string code) {
    return open_session(connection, "/sessions/link", object_of("code", code));
}

asio::awaitable<Session> refresh(Connection& connection, std::string refresh_token) {
    return open_session(connection, "/sessions/refresh", object_of("refreshToken", refresh_token));
}

asio::awaitable<Session> sign_in(Connection& connection, Key& key) {
    Session session;
    if (!key.code.empty()) {
        session = co_await redeem(connection, key.code);
    } else if (!key.refresh_token.empty()) {
        session = co_await refresh(connection, key.refresh_token);
    } else {
        throw std::runtime_error("no key for " + key.login_name + "; start the server with --demo again");
    }
    key.code.clear();
    key.refresh_token = session.refresh_token;
    co_return session;
}

}  // namespace dangol::app::client
