#pragma once

#include <string>

#include <boost/describe/class.hpp>

#include "app/client/connection.hpp"
#include "app/client/key_ring.hpp"

/// Signing in over HTTP. Each throws std::runtime_error with the server's words if it is refused.
namespace dangol::app::client {

struct Session {
    std::string account_id;
    std::string access_token;
    std::string refresh_token;
};
BOOST_DESCRIBE_STRUCT(Session, (), (account_id, access_token, refresh_token))

[[nodiscard]] asio::awaitable<Session> begin_guest(Connection& connection);
[[nodiscard]] asio::awaitable<Session> redeem(Connection& connection, std::string code);
[[nodiscard]] asio::awaitable<Session> refresh(Connection& connection, std::string refresh_token);

/// With the one-time code if it is still there, else with the refresh token; what signs in next time is put
/// into `key`, which must stay valid until it is done.
[[nodiscard]] asio::awaitable<Session> sign_in(Connection& connection, Key& key);

}  // namespace dangol::app::client
